import type { Person, SandboxIntegration } from "../data/types";
import { defaultsFor, type IntegrationOptions } from "./options";

/** A date that never moves keeps answers comparable. */
const START = new Date("2026-01-05T08:00:00.000Z");

/** One candidate: the truth in the ATS, and what Kombo's mirror shows of it. */
export interface CandidateState {
  person: Person;
  /** Kombo's id; `reissue` replaces it. */
  id: string;
  tags: string[];
  mirror: { visible: boolean; tags: string[]; changedAt: Date };
}

/** One tag of the company; `mirrored` is false until a sync has seen it. */
export interface TagState {
  id: string;
  name: string;
  /** When the ATS created or deleted it. */
  happenedAt: Date;
  /** When Kombo's copy of it changed. */
  changedAt: Date;
  deletedAt: Date | null;
  mirrored: boolean;
  deletionMirrored: boolean;
}

/** What somebody else does to the tags of an ATS; reads show it after a sync. */
export interface TagChange {
  addTags?: readonly string[];
  deleteTags?: readonly string[];
  /** Adds them at the beginning of the list, which moves all pages. */
  first?: boolean;
}

/** One made-up company as it is now: the ATS's truth, Kombo's mirror, and the settings. */
export class Company {
  readonly integration: SandboxIntegration;
  readonly options: IntegrationOptions;
  readonly candidates: CandidateState[] = [];
  readonly tags: TagState[] = [];
  inFlight = 0;
  readonly #byId = new Map<string, CandidateState>();
  readonly #byName = new Map<string, TagState>();
  #reissued = 0;

  constructor(integration: SandboxIntegration) {
    this.integration = integration;
    this.options = defaultsFor(integration.connector);
    for (const person of integration.people) this.addPerson(person);
    for (const name of integration.tags) this.createTag(name, { at: START, mirrored: true });
  }

  addPerson(person: Person): void {
    const mirror = { visible: person.synced, tags: [...person.tags], changedAt: START };
    const state = { person, id: person.komboId, tags: [...person.tags], mirror };
    this.candidates.push(state);
    this.#byId.set(state.id, state);
  }

  /** The candidate with this Kombo id, seen by Kombo or not. */
  candidate(id: string): CandidateState | undefined {
    return this.#byId.get(id);
  }

  /** The tag with exactly this name, unless it is deleted. */
  tag(name: string): TagState | undefined {
    return this.#byName.get(name);
  }

  /** A new tag in the ATS. Unless told otherwise, the mirror learns of it at the next sync. */
  createTag(name: string, { at = new Date(), mirrored = false, first = false } = {}): void {
    const id = `Tag${String(this.tags.length + 1).padStart(5, "0")}${this.integration.id.split(":")[1]}`.slice(0, 24);
    const times = { happenedAt: at, changedAt: at, deletedAt: null };
    const tag: TagState = { id, name, ...times, mirrored, deletionMirrored: false };
    if (first) this.tags.unshift(tag);
    else this.tags.push(tag);
    this.#byName.set(name, tag);
  }

  deleteTag(name: string): void {
    const tag = this.tag(name);
    if (!tag) return;
    tag.deletedAt = tag.happenedAt = new Date();
    this.#byName.delete(name);
  }

  /** Applies what somebody else did in the ATS. */
  changeTags({ addTags = [], deleteTags = [], first = false }: TagChange): void {
    for (const name of addTags) if (!this.tag(name)) this.createTag(name, { first });
    for (const name of deleteTags) this.deleteTag(name);
  }

  /** Replaces a candidate's Kombo id, as a merge or a fresh set-up does; the old id is unknown from now on. */
  reissue(id: string): string {
    const state = this.candidate(id);
    if (!state) throw new Error(`no candidate ${id}`);
    this.#reissued += 1;
    this.#byId.delete(id);
    state.id = `Again${this.#reissued}x${id}`.slice(0, 24);
    this.#byId.set(state.id, state);
    return state.id;
  }

  /** Copies the ATS's truth into Kombo's mirror; the tag list only as far as its lag allows. */
  sync(now = new Date()): void {
    for (const state of this.candidates) syncCandidate(state, now);
    const until = now.getTime() - this.options.tagListLagMs;
    for (const tag of this.tags) if (tag.happenedAt.getTime() <= until) syncTag(tag, now);
  }
}

function syncCandidate({ mirror, tags }: CandidateState, now: Date): void {
  const same = mirror.visible && mirror.tags.join("\n") === tags.join("\n");
  if (same) return;
  mirror.visible = true;
  mirror.tags = [...tags];
  mirror.changedAt = now;
}

function syncTag(tag: TagState, now: Date): void {
  const deleted = tag.deletedAt !== null;
  if (!tag.mirrored || deleted !== tag.deletionMirrored) tag.changedAt = now;
  tag.mirrored = true;
  tag.deletionMirrored = deleted;
}
