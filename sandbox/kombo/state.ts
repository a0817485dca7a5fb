import { INTEGRATIONS } from "../data";
import { manyPeople } from "../data/many-people";
import { seededTags } from "../data/tags";
import { Company, type TagChange } from "./company";
import { type CreatedTag, createdTags } from "./created-tags";
import { FaultQueue } from "./fault-queue";
import { Latency, type LatencyMode } from "./latency";
import { GLOBAL_DEFAULTS, type GlobalOptions, type OptionsPatch } from "./options";
import { Recorder } from "./recorder";
import { RequestLog } from "./request-log";
import { Timers } from "./timers";

/** The truth about one candidate's tags, for tests to compare with. */
export interface CandidateTruth {
  integration: string;
  id: string;
  remoteId: string;
  name: string;
  tags: readonly string[];
  mirrorTags: readonly string[];
}

/** How many made-up tags and candidates to add to a company. */
export interface Growth {
  tags?: number;
  candidates?: number;
  seed?: number;
}

/** Sets what `patch` names; a misspelt setting throws, since it would make a test pass for the wrong reason. */
function change<T extends object>(settings: T, patch: Partial<T> = {}): void {
  const unknown = Object.keys(patch).filter((name) => !(name in settings));
  if (unknown.length > 0) throw new Error(`no such setting: ${unknown.join(", ")}`);
  Object.assign(settings, patch);
}

/** Everything one running sandbox knows, and everything tests can order. */
export class SandboxState {
  readonly log = new RequestLog();
  readonly faults = new FaultQueue();
  readonly timers = new Timers();
  readonly recorder = new Recorder();
  global: GlobalOptions = { ...GLOBAL_DEFAULTS };
  companies = new Map<string, Company>();
  /** Goes up with every reset: a request that waited across one must not touch the new state. */
  generation = 0;
  latency: Latency;
  readonly #firstLatency: LatencyMode;

  constructor(latency: LatencyMode = "off") {
    this.#firstLatency = latency;
    this.latency = new Latency(latency);
    this.#createCompanies();
  }

  #createCompanies(): void {
    this.companies = new Map(INTEGRATIONS.map((integration) => [integration.id, new Company(integration)]));
  }

  /** As at the start: no faults, no writes, default settings. Held answers are cut without being applied. */
  reset(): void {
    this.generation += 1;
    this.timers.clear();
    this.faults.clear();
    this.log.clear();
    this.recorder.clear();
    this.global = { ...GLOBAL_DEFAULTS };
    this.latency = new Latency(this.#firstLatency);
    this.#createCompanies();
  }

  set(patch: OptionsPatch): void {
    change(this.global, patch.global);
    for (const company of this.companies.values()) change(company.options, patch.all);
    for (const [id, options] of Object.entries(patch.integrations ?? {})) change(this.company(id).options, options);
  }

  /** How long requests take from now on; the draws begin anew. */
  setLatency(mode: LatencyMode): void {
    this.latency = new Latency(mode);
  }

  /** The company of this integration; throws when there is none. */
  company(id: string): Company {
    const company = this.companies.get(id);
    if (!company) throw new Error(`no integration ${id}`);
    return company;
  }

  /** The company that knows this Kombo candidate id; throws when none does. */
  companyOf(candidateId: string): Company {
    const company = [...this.companies.values()].find((each) => each.candidate(candidateId));
    if (!company) throw new Error(`no candidate ${candidateId}`);
    return company;
  }

  /** Kombo's mirror catches up, for one integration or all, as if it were `now`. */
  sync(id?: string, now?: Date): void {
    const which = id ? [this.company(id)] : [...this.companies.values()];
    for (const company of which) company.sync(now);
  }

  /** Somebody else changes an ATS's tags; with `sync` Kombo knows at once. */
  changeTags(integration: string, tags: TagChange, sync = false): void {
    const company = this.company(integration);
    company.changeTags(tags);
    if (sync) company.sync();
  }

  /** Adds made-up tags and candidates that Kombo knows already; the same for the same seed. */
  grow(integration: string, { tags = 0, candidates = 0, seed = 1 }: Growth): void {
    const company = this.company(integration);
    for (const name of seededTags(tags, seed)) {
      if (!company.tag(name)) company.createTag(name, { mirrored: true });
    }
    for (const person of manyPeople(company.integration, company.candidates.length, candidates, seed)) {
      company.addPerson(person);
    }
  }

  /** The tags each candidate really carries, in the order they were added. */
  truth(): CandidateTruth[] {
    return [...this.companies.values()].flatMap((company) =>
      company.candidates.map(({ person, id, tags, mirror }) => ({
        integration: company.integration.id,
        id,
        remoteId: person.remoteId,
        name: `${person.firstName} ${person.lastName}`.trim(),
        tags: [...tags],
        mirrorTags: [...mirror.tags],
      })),
    );
  }

  /** The tags one candidate really carries. */
  tagsOf(candidateId: string): readonly string[] {
    return [...(this.companyOf(candidateId).candidate(candidateId)?.tags ?? [])];
  }

  /** Every tag that writes created since the last reset. */
  createdTags(): CreatedTag[] {
    return createdTags(this.log, this.companies);
  }
}
