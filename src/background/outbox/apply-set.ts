import type { ShownCandidate } from "../../domain/find";
import type { ApplySetAnswer } from "../../messaging/protocol";
import { findSet } from "../tags/find-set";
import { confirmTags } from "../tags/own-tags";
import { applyTags, pageOf } from "./apply";

/** Adds all tags of a set, or none: where one does not surely exist nothing is sent, and the answer names it. */
export async function applySet(
  shown: ShownCandidate,
  setId: string,
  anyway: boolean,
  page = pageOf(shown),
): Promise<ApplySetAnswer> {
  const set = await findSet(shown.integrationId, setId);
  if (!set) return { ok: false, because: "no-such-set" };
  const { names, missing } = await confirmTags(shown.integrationId, set.tags);
  if (missing.length > 0) return { ok: false, because: "missing-tags", missing };
  return applyTags(
    shown,
    names.map((name) => ({ name, create: false, set: set.name })),
    anyway,
    [],
    page,
  );
}
