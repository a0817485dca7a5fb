import { seeded } from "../seeded";
import type { Person, SandboxIntegration } from "./types";

const FIRST = ["Alva", "Bela", "Ciro", "Dana", "Edda", "Finn", "Greta", "Hasan", "Ilse", "Jiro", "Kaya", "Leon"];
const LAST = ["Ahorn", "Birke", "Ceder", "Eiche", "Fichte", "Ginster", "Hasel", "Kiefer", "Linde", "Ulme"];

function pick(list: readonly string[], chance: number): string {
  return list[Math.floor(chance * list.length)] ?? "";
}

/** Made-up people with the ids their ATS would give, numbered from `from` on; the same for the same seed. */
export function manyPeople(company: SandboxIntegration, from: number, count: number, seed: number): Person[] {
  return Array.from({ length: count }, (_, at) => {
    const index = from + at;
    const first = pick(FIRST, seeded(seed, `first ${index}`));
    const last = `${pick(LAST, seeded(seed, `last ${index}`))}-${index}`;
    const tag = pick(company.tags, seeded(seed, `tag ${index}`));
    const email = `${first}.${last}@example.com`.toLowerCase();
    return company.newPerson({ first, last, emails: [email], tags: [tag] }, index);
  });
}
