import { seeded } from "../seeded";

/** Tags as recruiting teams really keep them: a few near-duplicates, capitals at random, one non-English. */
export const RECRUITING_TAGS: readonly string[] = [
  "Excellent Fit",
  "Strong Yes",
  "Silver Medalist",
  "Future Fit",
  "Keep Warm",
  "Do Not Contact",
  "Referral",
  "Employee Referral",
  "Internal Candidate",
  "Boomerang",
  "Sourced",
  "Agency",
  "Career Fair",
  "University",
  "Intern",
  "Apprentice",
  "Junior",
  "Senior",
  "Leadership",
  "Executive",
  "Remote",
  "Remote only",
  "Hybrid",
  "Relocation",
  "Visa needed",
  "Notice period 3 months",
  "Available now",
  "Part-time",
  "Freelance",
  "Phone screen",
  "Take-home sent",
  "Culture add",
  "Salary too high",
  "Speaks German",
  "Speaks French",
  "TypeScript",
  "C++",
  "SAP",
  "Führerschein",
  "Hired elsewhere",
  "GDPR consent",
];

const LEVELS = ["Junior", "Mid", "Senior", "Staff", "Lead"];
const SKILLS = [
  "Java",
  "Go",
  "Python",
  "React",
  "Sales",
  "Marketing",
  "Finance",
  "Legal",
  "Support",
  "Security",
  "Design",
  "Data",
  "Logistics",
  "Nursing",
  "Welding",
  "Teaching",
  "Research",
  "Procurement",
  "Quality",
  "Operations",
];
const PLACES = ["Berlin", "Paris", "London", "Madrid", "Vienna", "Prague", "Oslo", "Dublin", "Zürich", "Lisbon"];

/** Exactly `count` different tags: the usual ones, then every mix of level, skill, place and year. */
export function manyTags(count: number): string[] {
  const tags = [...RECRUITING_TAGS];
  for (let year = 2022; tags.length < count; year++) {
    for (const skill of SKILLS)
      for (const place of PLACES) for (const level of LEVELS) tags.push(`${level} ${skill} ${place} ${year}`);
  }
  return tags.slice(0, count);
}

/** Made-up tags, all different and the same for the same seed: cheap also for 50,000. */
export function seededTags(count: number, seed: number): string[] {
  const lists = [LEVELS, SKILLS, PLACES];
  return Array.from({ length: count }, (_, index) => {
    const words = lists.map((list) => list[Math.floor(seeded(seed, `${index} ${list[0]}`) * list.length)]);
    return `${words.join(" ")} ${seed}-${index + 1}`;
  });
}
