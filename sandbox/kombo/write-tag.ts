import { ApiError } from "./api-error";
import { requireTagging } from "./auth";
import type { CandidateState, Company } from "./company";
import { type Ctx, isStale } from "./env";
import type { SandboxState } from "./state";
import { usersOf } from "./users";

interface Body {
  tag?: { name?: unknown };
  remote_fields?: {
    greenhouse?: { post_headers?: { "On-Behalf-Of"?: string | null } };
    workable?: { on_behalf_of_user_remote_id?: string };
  };
}

interface Outcome {
  changed: boolean;
  createdTag: boolean;
}

function tagName(body: Body | null): string {
  const name = body?.tag?.name;
  if (typeof name !== "string" || name.length < 1) {
    throw new ApiError("PLATFORM.INPUT_INVALID", "tag.name: a text of at least one character is needed.");
  }
  return name;
}

/** The ATS knows its own users only. */
function checkActingUser(company: Company, body: Body): void {
  const fields = body.remote_fields;
  const user = fields?.greenhouse?.post_headers?.["On-Behalf-Of"] ?? fields?.workable?.on_behalf_of_user_remote_id;
  if (user === undefined || user === null) return;
  if (!usersOf(company).some(({ remote_id }) => remote_id === user)) {
    throw new ApiError("REMOTE.INPUT_INVALID", `No user ${user}.`);
  }
}

function asTheAtsKeepsIt({ options }: Company, name: string): string {
  if (options.refuseCommas && name.includes(",")) {
    throw new ApiError("REMOTE.INPUT_INVALID", "A tag cannot contain a comma.");
  }
  return options.lowerCaseTags ? name.toLowerCase() : name;
}

function add(company: Company, { tags }: CandidateState, tag: string): Outcome {
  const createdTag = company.tag(tag) === undefined;
  if (createdTag && company.options.refuseNewTags) {
    throw new ApiError("REMOTE.INPUT_INVALID", `There is no tag "${tag}".`);
  }
  if (createdTag) company.createTag(tag);
  const changed = !tags.includes(tag);
  if (changed) tags.push(tag);
  return { changed, createdTag };
}

function remove({ tags }: CandidateState, tag: string): Outcome {
  const at = tags.indexOf(tag);
  if (at >= 0) tags.splice(at, 1);
  return { changed: at >= 0, createdTag: false };
}

/** Kombo looks into its own copy first: a candidate it never synced, or has under another id, is unknown. */
function knownCandidate(company: Company, id: string): CandidateState {
  const candidate = company.candidate(id);
  if (!candidate?.mirror.visible || company.options.onlyCreated) throw new ApiError(null, `No candidate ${id}.`, 404);
  return candidate;
}

function success(company: Company, tag: string): object {
  const { tagInData, warnings } = company.options;
  const data = tagInData ? { tag: { id: company.tag(tag)?.id ?? null, name: tag } } : {};
  return { status: "success", data, warnings: warnings.map((message) => ({ message })) };
}

/** Adds or removes one tag, its name taken byte for byte, after as long as this ATS takes. */
export function writeTag(state: SandboxState, operation: "add" | "remove") {
  return async (c: Ctx) => {
    const company = c.get("company");
    const entry = c.get("entry");
    requireTagging(company);
    const sent = tagName(entry.body as Body | null);
    checkActingUser(company, entry.body as Body);
    const candidate = knownCandidate(company, entry.candidateId ?? "");
    await state.timers.wait(company.options.writeMs);
    if (isStale(c, state)) throw new ApiError("PLATFORM.UNKNOWN_ERROR", "The sandbox was reset.");
    const tag = asTheAtsKeepsIt(company, sent);
    const outcome = operation === "add" ? add(company, candidate, tag) : remove(candidate, tag);
    entry.applied = true;
    const integration = company.integration.id;
    state.log.write({ request: entry.seq, integration, candidateId: candidate.id, operation, sent, tag, ...outcome });
    const { mirrorDelayMs } = company.options;
    if (mirrorDelayMs !== null) state.timers.after(mirrorDelayMs, () => company.sync());
    return c.json(success(company, tag));
  };
}
