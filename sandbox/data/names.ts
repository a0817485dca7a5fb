/** What a company's list starts from; ids are added by the ATS it uses. */
export interface Seed {
  first: string;
  last: string;
  emails?: string[];
  job?: string;
  synced?: false;
  tags?: string[];
}

type Name = readonly [first: string, last: string];

const UMLAUTS: readonly Name[] = [
  ["Jürgen", "Müller-Weiß"],
  ["Käthe", "Schönfeld"],
  ["Björn", "Öztürk"],
  ["Åsa", "Lindström"],
  ["Günther", "Großmann"],
];

const ACCENTS: readonly Name[] = [
  ["José", "Núñez"],
  ["Zoë", "Lefèvre"],
  ["Łukasz", "Wiśniewski"],
  ["Anaïs", "Bénard"],
  ["Tomáš", "Dvořák"],
];

const HOMONYMS: readonly Name[] = [
  ["Anna", "Keller"],
  ["Thomas", "Moore"],
  ["Maria", "Silva"],
  ["Jan", "Novak"],
  ["Lisa", "Wagner"],
];

const TWO_ADDRESSES: readonly Name[] = [
  ["Priya", "Raman"],
  ["Omar", "Haddad"],
  ["Mei", "Tanaka"],
];

const ORDINARY: readonly Name[] = [
  ["Grace", "Oduya"],
  ["Liam", "Fairweather"],
  ["Sofia", "Marchetti"],
  ["Noah", "Bergstrom"],
  ["Ines", "Carvalho"],
  ["Peter", "van Dyke"],
  ["Hana", "Suzuki"],
  ["Samuel", "O'Rourke"],
  ["Ruth", "Adeyemi"],
  ["Viktor", "Hale"],
  ["Mary Ann", "Whitlock"],
];

const LATE: readonly Name[] = [
  ["Newton", "Latecomer"],
  ["Nora", "Justnow"],
  ["Niklas", "Frisch"],
];

const JOBS = ["Backend Engineer", "Product Designer", "Account Executive", "Data Analyst", "People Partner"];

function pick<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length];
  if (item === undefined) throw new Error("empty list");
  return item;
}

function seed([first, last]: Name, more: Partial<Seed> = {}): Seed {
  return { first, last, ...more };
}

/** An address made of the name, in the reserved domain; plain letters only, as most mail systems have it. */
export function address(first: string, last: string, domain = "example.com"): string {
  const plain = (word: string) =>
    word
      .replace(/ß/g, "ss")
      .replace(/ł/gi, "l")
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  return `${plain(first)}.${plain(last)}@${domain}`;
}

/** The title a person applied for, spread over the list. */
export function jobFor(seed: Seed, index: number): string {
  return seed.job ?? pick(JOBS, index);
}

/**
 * Nine people as every real list has them: one with umlauts, one with accents, two of the same name, one with two
 * addresses, and one whom Kombo does not know yet. `n` keeps companies from looking alike.
 */
export function crew(n: number, lead: Seed): Seed[] {
  const [first, last] = pick(TWO_ADDRESSES, n);
  const homonym = pick(HOMONYMS, n);
  const second = address(homonym[0].charAt(0), homonym[1], "example.org");
  return [
    lead,
    seed(pick(UMLAUTS, n)),
    seed(pick(ACCENTS, n), { tags: ["Speaks French"] }),
    seed(homonym, { job: "Backend Engineer" }),
    seed(homonym, { job: "Office Manager", emails: [second], tags: ["Phone screen"] }),
    seed([first, last], { emails: [address(first, last), address(first, last, "mail.example.org")] }),
    seed(pick(ORDINARY, n * 2), { tags: ["Remote", "Silver Medalist"] }),
    seed(pick(ORDINARY, n * 2 + 1)),
    seed(pick(LATE, n), { synced: false }),
  ];
}
