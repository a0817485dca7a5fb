import { compareWithPage } from "../../src/domain/agreement";
import { type CertaintyLevel, certainty, type Grounds } from "../../src/domain/certainty";
import { drawPair, KINDS, type LabelledPair, type Truth } from "./pairs";
import { SCRIPT_IDS } from "./people";
import { SeededRandom } from "./random";
import { SURFACES } from "./surfaces";

/** The systems a pair is tried on. A bound tenant's certain id is the right person by construction: same only. */
const UUID = "0e6b06f7-b56c-4507-8da1-9567a7bf6d24";
const SYSTEMS: Readonly<Record<string, { grounds: Partial<Grounds>; truths: readonly Truth[]; isCertain: boolean }>> = {
  "certain id, no tenant": { grounds: {}, truths: ["same", "different", "undecidable"], isCertain: true },
  "certain id, new tenant": {
    grounds: { tenant: "acme" },
    truths: ["same", "different", "undecidable"],
    isCertain: true,
  },
  "certain id, bound tenant": {
    grounds: { tenant: "acme", boundTo: "one" },
    truths: ["same"],
    isCertain: true,
  },
  "unique id": { grounds: { remoteId: UUID }, truths: ["same"], isCertain: true },
  "doubtful id": { grounds: { needsPageMatch: true }, truths: ["different", "undecidable"], isCertain: false },
  "first by e-mail": {
    grounds: { matchedBy: "email", remoteId: null },
    truths: ["different", "undecidable"],
    isCertain: false,
  },
};

const GROUNDS: Omit<Grounds, "agreement"> = {
  matchedBy: "candidate",
  remoteId: "4242",
  needsPageMatch: false,
  tenant: null,
  boundTo: null,
  isOldBinding: false,
  integrationId: "one",
  isPicked: false,
  confirmed: false,
  isTrustedHost: true,
  isAnonymised: false,
};

/** About `count` labelled pairs, evenly over all kinds, scripts and surfaces that there are. */
export function* drawPairs(count: number, seed: number): Generator<LabelledPair> {
  const random = new SeededRandom(seed);
  const cells = KINDS.length * SCRIPT_IDS.length * SURFACES.length;
  for (let round = 0, drawn = 0; drawn < count && round < count / cells + 1000; round++) {
    for (const kind of KINDS)
      for (const script of SCRIPT_IDS)
        for (const surface of SURFACES) {
          const pair = drawn < count ? drawPair(kind, script, surface, random) : null;
          if (pair === null) continue;
          drawn++;
          yield pair;
        }
  }
}

export interface Row {
  kind: string;
  script: string;
  surface: string;
  truth: Truth;
  system: string;
  pairs: number;
  sure: number;
  ask: number;
  refuse: number;
}

export interface Judged {
  pair: LabelledPair;
  system: string;
  isCertain: boolean;
  level: CertaintyLevel;
}

/** What certainty says of a pair, once for each system it can occur on. */
export function judge(pair: LabelledPair): Judged[] {
  const agreement = compareWithPage(pair.subject, pair.evidence);
  return Object.entries(SYSTEMS).flatMap(([system, { grounds, truths, isCertain }]) => {
    if (!truths.includes(pair.truth)) return [];
    return [{ pair, system, isCertain, level: certainty({ ...GROUNDS, ...grounds, agreement }).level }];
  });
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(whole, 1)).toFixed(3)} %`;

/** Counts by row, and what they come to. */
export function tally(pairs: Iterable<LabelledPair>): { rows: Row[]; totals: Record<string, string | number> } {
  const rows = new Map<string, Row>();
  let count = 0;
  const sums = { wronglySure: 0, different: 0, refused: 0, asked: 0, same: 0, sureOfNamesake: 0, namesakes: 0 };
  for (const pair of pairs) {
    count++;
    for (const judged of judge(pair)) add(rows, sums, judged);
  }
  const totals = {
    pairs: count,
    "judgements of different people": sums.different,
    "wrongly sure": sums.wronglySure,
    "judgements of the same person": sums.same,
    "wrongly refused": `${sums.refused} (${percent(sums.refused, sums.same)})`,
    "asked for the same person with a certain id": `${sums.asked} (${percent(sums.asked, sums.same)})`,
    "identical names, undecidable: sure": `${sums.sureOfNamesake} of ${sums.namesakes}`,
  };
  return { rows: [...rows.values()], totals };
}

type Sums = Record<"wronglySure" | "different" | "refused" | "asked" | "same" | "sureOfNamesake" | "namesakes", number>;

function add(rows: Map<string, Row>, sums: Sums, { pair, system, level }: Judged): void {
  const { kind, script, surface, truth } = pair;
  const key = [kind, script, surface, system].join("\t");
  const row = rows.get(key) ?? { kind, script, surface, truth, system, pairs: 0, sure: 0, ask: 0, refuse: 0 };
  row.pairs++;
  row[level]++;
  rows.set(key, row);
  if (truth === "different") {
    sums.different++;
    if (level === "sure") sums.wronglySure++;
  } else if (truth === "undecidable") {
    sums.namesakes++;
    if (level === "sure") sums.sureOfNamesake++;
  } else {
    sums.same++;
    if (level === "refuse") sums.refused++;
    if (level === "ask") sums.asked++;
  }
}
