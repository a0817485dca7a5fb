import { INTEGRATIONS } from "../data";
import { Company } from "./company";
import { FaultBox } from "./faults";
import { Ledger } from "./ledger";
import { GLOBAL_DEFAULTS, type GlobalOptions, type OptionsPatch } from "./options";
import { Timers } from "./timers";

/** Truth about one candidate's tags, for tests to compare with. */
export interface CandidateTruth {
  integration: string;
  id: string;
  remoteId: string;
  name: string;
  tags: readonly string[];
  mirrorTags: readonly string[];
}

/** A misspelt setting would make a test pass for the wrong reason. */
function change<T extends object>(settings: T, patch: Partial<T> = {}): void {
  const unknown = Object.keys(patch).filter((name) => !(name in settings));
  if (unknown.length > 0) throw new Error(`no such setting: ${unknown.join(", ")}`);
  Object.assign(settings, patch);
}

/** Everything the sandbox knows. One per running sandbox; `reset` makes it as new. */
export class World {
  readonly ledger = new Ledger();
  readonly faults = new FaultBox();
  readonly timers = new Timers();
  global: GlobalOptions = { ...GLOBAL_DEFAULTS };
  companies = new Map<string, Company>();
  /** Goes up with every reset: who waited across one must not touch the new world. */
  generation = 0;

  constructor() {
    this.#found();
  }

  #found(): void {
    this.companies = new Map(INTEGRATIONS.map((given) => [given.id, new Company(given)]));
  }

  /** As at the start: no faults, no writes, default settings. Held answers are let go without being applied. */
  reset(): void {
    this.generation += 1;
    this.timers.clear();
    this.faults.clear();
    this.ledger.clear();
    this.global = { ...GLOBAL_DEFAULTS };
    this.#found();
  }

  set(patch: OptionsPatch): void {
    change(this.global, patch.global);
    for (const company of this.companies.values()) change(company.options, patch.all);
    for (const [id, options] of Object.entries(patch.integrations ?? {})) change(this.company(id).options, options);
  }

  company(id: string): Company {
    const company = this.companies.get(id);
    if (!company) throw new Error(`no integration ${id}`);
    return company;
  }

  sync(id?: string): void {
    const which = id ? [this.company(id)] : [...this.companies.values()];
    for (const company of which) company.sync();
  }

  /** The tags each candidate really carries, in the order they were put on. */
  state(): CandidateTruth[] {
    return [...this.companies.values()].flatMap((company) =>
      company.candidates.map(({ person, id, tags, mirror }) => ({
        integration: company.given.id,
        id,
        remoteId: person.remoteId,
        name: `${person.firstName} ${person.lastName}`,
        tags: [...tags],
        mirrorTags: [...mirror.tags],
      })),
    );
  }

  /** The tags one candidate really carries. */
  tagsOf(candidateId: string): readonly string[] {
    const found = this.state().find((truth) => truth.id === candidateId);
    if (!found) throw new Error(`no candidate ${candidateId}`);
    return found.tags;
  }
}
