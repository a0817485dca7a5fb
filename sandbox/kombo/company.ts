import type { Person, SandboxIntegration } from "../data/types";
import { defaultsFor, type IntegrationOptions } from "./options";

/** Any date will do; one that does not move makes answers comparable. */
const START = new Date("2026-01-05T08:00:00.000Z");

/** One candidate: what is true in the ATS, and what Kombo's mirror shows of it. */
export interface CandidateState {
  person: Person;
  /** Kombo's id; may be replaced, then the old one is gone. */
  id: string;
  tags: string[];
  mirror: { visible: boolean; tags: string[]; changedAt: Date };
}

/** One tag of the company; `mirrored` false until a sync has seen it. */
export interface TagState {
  id: string;
  name: string;
  changedAt: Date;
  deletedAt: Date | null;
  mirrored: boolean;
  deletionMirrored: boolean;
}

/** One made-up company as it is now: the ATS's truth, Kombo's mirror, and the settings. */
export class Company {
  readonly given: SandboxIntegration;
  readonly options: IntegrationOptions;
  readonly candidates: CandidateState[];
  readonly tags: TagState[];
  inFlight = 0;
  lastSync: Date = START;
  #reissued = 0;

  constructor(given: SandboxIntegration) {
    this.given = given;
    this.options = defaultsFor(given.connector);
    this.candidates = given.people.map((person) => ({
      person,
      id: person.komboId,
      tags: [...person.tags],
      mirror: { visible: person.synced, tags: [...person.tags], changedAt: START },
    }));
    this.tags = given.tags.map((name, index) => this.#tag(name, index, START, true));
  }

  #tag(name: string, index: number, changedAt: Date, mirrored: boolean): TagState {
    const number = String(index + 1).padStart(5, "0");
    const id = `Tag${number}${this.given.id.split(":")[1]}`.slice(0, 24);
    return { id, name, changedAt, deletedAt: null, mirrored, deletionMirrored: false };
  }

  /** The candidate with this Kombo id, seen by Kombo or not. */
  candidate(id: string): CandidateState | undefined {
    return this.candidates.find((state) => state.id === id);
  }

  tag(name: string): TagState | undefined {
    return this.tags.find((tag) => tag.name === name && !tag.deletedAt);
  }

  /** A new tag in the ATS. The mirror learns of it at the next sync. */
  createTag(name: string): void {
    this.tags.push(this.#tag(name, this.tags.length, new Date(), false));
  }

  deleteTag(name: string): void {
    const tag = this.tag(name);
    if (tag) tag.deletedAt = new Date();
  }

  /** Gives a candidate another Kombo id, as happens after a merge or a fresh set-up; the old one is unknown from now on. */
  reissue(id: string): string {
    const state = this.candidate(id);
    if (!state) throw new Error(`no candidate ${id}`);
    this.#reissued += 1;
    state.id = `Again${this.#reissued}x${id}`.slice(0, 24);
    return state.id;
  }

  /** Copies the ATS's truth into Kombo's mirror. */
  sync(now = new Date()): void {
    for (const state of this.candidates) this.#syncCandidate(state, now);
    for (const tag of this.tags) {
      if (!tag.mirrored) tag.changedAt = now;
      if (tag.deletedAt && !tag.deletionMirrored) tag.changedAt = now;
      tag.mirrored = true;
      tag.deletionMirrored = tag.deletedAt !== null;
    }
    this.lastSync = now;
  }

  #syncCandidate({ mirror, tags }: CandidateState, now: Date): void {
    const same = mirror.visible && mirror.tags.join("\n") === tags.join("\n");
    if (same) return;
    mirror.visible = true;
    mirror.tags = [...tags];
    mirror.changedAt = now;
  }
}
