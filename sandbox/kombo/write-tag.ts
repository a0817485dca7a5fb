import type { CandidateState, Company } from "./company";
import type { Ctx } from "./env";
import { Refusal } from "./errors";
import { needsTagging } from "./guard";
import { usersOf } from "./users";
import type { World } from "./world";

interface Body {
  tag?: { name?: unknown };
  remote_fields?: {
    greenhouse?: { post_headers?: { "On-Behalf-Of"?: string | null } };
    workable?: { on_behalf_of_user_remote_id?: string };
  };
}

function tagName(body: Body | null): string {
  const name = body?.tag?.name;
  if (typeof name !== "string" || name.length < 1) {
    throw new Refusal("PLATFORM.INPUT_INVALID", "tag.name: a text of at least one character is needed.");
  }
  return name;
}

/** The ATS knows its own users only. */
function checkActingUser(company: Company, body: Body): void {
  const fields = body.remote_fields;
  const user = fields?.greenhouse?.post_headers?.["On-Behalf-Of"] ?? fields?.workable?.on_behalf_of_user_remote_id;
  if (user === undefined || user === null) return;
  if (!usersOf(company).some(({ remote_id }) => remote_id === user)) {
    throw new Refusal("REMOTE.INPUT_INVALID", `No user ${user}.`);
  }
}

function asTheAtsKeepsIt({ options }: Company, name: string): string {
  if (options.refuseCommas && name.includes(",")) {
    throw new Refusal("REMOTE.INPUT_INVALID", "A tag cannot contain a comma.");
  }
  return options.lowerCaseTags ? name.toLowerCase() : name;
}

function add(company: Company, { tags }: CandidateState, tag: string): { changed: boolean; createdTag: boolean } {
  const createdTag = company.tag(tag) === undefined;
  if (createdTag && company.options.refuseNewTags) {
    throw new Refusal("REMOTE.INPUT_INVALID", `There is no tag "${tag}".`);
  }
  if (createdTag) company.createTag(tag);
  const changed = !tags.includes(tag);
  if (changed) tags.push(tag);
  return { changed, createdTag };
}

function remove({ tags }: CandidateState, tag: string): { changed: boolean; createdTag: boolean } {
  const at = tags.indexOf(tag);
  if (at >= 0) tags.splice(at, 1);
  return { changed: at >= 0, createdTag: false };
}

/** Kombo looks its own copy up first: a candidate it never synced, or knows under another id, is unknown. */
function known(company: Company, id: string): CandidateState {
  const state = company.candidate(id);
  if (!state?.mirror.visible || company.options.onlyCreated) throw new Refusal(null, `No candidate ${id}.`, 404);
  return state;
}

/** Adds or removes one tag, after as long as this ATS takes. */
export function writeTag(world: World, operation: "add" | "remove") {
  return async (c: Ctx) => {
    const company = c.get("company");
    const entry = c.get("entry");
    const { generation } = world;
    needsTagging(company);
    const name = tagName(entry.body as Body | null);
    checkActingUser(company, entry.body as Body);
    const state = known(company, entry.candidateId ?? "");
    await world.timers.wait(company.options.writeMs);
    if (generation !== world.generation) throw new Refusal("PLATFORM.UNKNOWN_ERROR", "The sandbox was reset.");
    const tag = asTheAtsKeepsIt(company, name);
    const result = operation === "add" ? add(company, state, tag) : remove(state, tag);
    entry.applied = true;
    const integration = company.given.id;
    world.ledger.write({ request: entry.seq, integration, candidateId: state.id, operation, tag, ...result });
    const { mirrorDelayMs, warnings } = company.options;
    if (mirrorDelayMs !== null) world.timers.after(mirrorDelayMs, () => company.sync());
    return c.json({ status: "success", data: {}, warnings: warnings.map((message) => ({ message })) });
  };
}
