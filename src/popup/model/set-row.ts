import { existing } from "../../domain/picker";
import type { TagSet } from "../../domain/tag-set";
import type { Notice, PopupState } from "../state";
import { stateOf } from "./known";
import type { Given, Row } from "./row";

/** The row of a tag set: what it would add to the candidate, and which of its tags the list lacks. */
export function setRow({ id, name, tags }: TagSet, { index, known }: Pick<Given, "index" | "known">): Row {
  const exact = tags.flatMap((tag) => existing(index, tag) ?? []);
  const missing = tags.filter((tag) => existing(index, tag) === null);
  const adds = exact.filter((tag) => !stateOf(known, tag));
  return { name, kind: "set", marks: [], set: { id, tags, adds, missing } };
}

/** Why nothing of a set is sent: tags that the list does not confirm, or nothing that the candidate lacks. */
export function whyNotSet(
  name: string,
  { adds, tags, missing }: NonNullable<Row["set"]>,
  { listFailed }: { listFailed: PopupState["listFailed"] },
): Notice | null {
  // A list that could not be brought up to date confirms nothing.
  const unconfirmed = listFailed === null ? missing : tags;
  if (unconfirmed.length > 0) return { kind: "set-missing", set: name, tags: unconfirmed };
  return adds.length > 0 ? null : { kind: "already-there", name };
}
