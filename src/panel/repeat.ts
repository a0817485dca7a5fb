import { existing } from "../domain/picker";
import { takeRow } from "../popup/enter";
import { stateOf } from "../popup/model/known";
import { givenNow } from "../popup/selectors";
import { get } from "../popup/state";

/** Adds the tag that was used last with this integration, unless it was taken back; false when there is none. */
export function repeatLast(): boolean {
  const { uses, index, listSettled } = get();
  const last = uses.find(({ lastUsedAt, undoneAt = 0 }) => undoneAt < lastUsedAt);
  if (!last) return false;
  const name = listSettled ? existing(index, last.name) : last.name;
  if (name === null) return false;
  takeRow({ name, kind: stateOf(givenNow(get()).known, name) ?? "recent", marks: [] });
  return true;
}
