import { seeded } from "../seeded";
import { matches, type RequestFacts, type RequestMatch, unknownConditions } from "./request-match";

/** Shortest and longest time in milliseconds. */
export type Range = readonly [min: number, max: number];

/** Custom times; what is left out is as in "human". */
export interface LatencySettings {
  seed?: number;
  reads?: Range;
  writes?: Range;
  /** For some requests only; the first that matches counts. */
  rules?: readonly { match: RequestMatch; range: Range }[];
}

/** `off` answers at once; `human` takes as long as people see with the real service. */
export type LatencyMode = "off" | "human" | LatencySettings;

const HUMAN = { seed: 1, reads: [150, 600], writes: [300, 900], rules: [] } as const;

function isRange(range: Range): boolean {
  return Array.isArray(range) && range.length === 2 && range[0] >= 0 && range[0] <= range[1];
}

function checked(settings: LatencySettings): Required<LatencySettings> {
  const unknown = Object.keys(settings).filter((name) => !(name in HUMAN));
  const all = { ...HUMAN, ...settings };
  unknown.push(...all.rules.flatMap(({ match }) => unknownConditions(match)));
  if (unknown.length > 0) throw new Error(`no such latency setting: ${unknown.join(", ")}`);
  const ranges = [all.reads, all.writes, ...all.rules.map(({ range }) => range)];
  if (!ranges.every(isRange)) throw new Error("a latency range is [min, max] in milliseconds");
  return all;
}

/** Draws how long each request takes. The n-th request of one method and path always takes the same time. */
export class Latency {
  readonly #settings: Required<LatencySettings> | null;
  readonly #drawn = new Map<string, number>();

  constructor(mode: LatencyMode) {
    if (typeof mode === "string" && mode !== "off" && mode !== "human") throw new Error(`no such latency: ${mode}`);
    this.#settings = mode === "off" ? null : checked(mode === "human" ? {} : mode);
  }

  /** Milliseconds for the next request like this one. */
  next(facts: RequestFacts): number {
    if (!this.#settings) return 0;
    const { seed, reads, writes, rules } = this.#settings;
    const usual = facts.method === "GET" ? reads : writes;
    const [min, max] = rules.find(({ match }) => matches(match, facts))?.range ?? usual;
    const key = `${facts.method} ${facts.path}`;
    const count = this.#drawn.get(key) ?? 0;
    this.#drawn.set(key, count + 1);
    return Math.round(min + seeded(seed, `${key} ${count}`) * (max - min));
  }
}
