import type { Connector } from "../connector";
import { lookUp } from "./existing";
import { type BadName, badName, cleanName } from "./name";
import { nearNames } from "./near";
import type { Index } from "./prepare";

/** What a typed text is when the whole of it is meant as a tag. */
export type TagName =
  /** The tag is there. `create`: the text spells it without its accents or blanks; the tag that would be new, or null. */
  | { kind: "existing"; name: string; create: string | null }
  /** Existing tags it may be a slip of; `create` is the name a second, deliberate step would make. */
  | { kind: "near"; names: string[]; create: string }
  | { kind: "new"; name: string }
  /** Nothing can be sent. `names`: existing tags that may have been meant. */
  | { kind: "bad"; reason: BadName | "may-not-create"; names: string[] };

/** As many as are offered where several tags may be meant. */
const MOST = 3;

/** Whether a text is an existing tag (given back in its stored spelling), a slip of one, a new tag, or no tag at all. */
export function classifyTagName(
  text: string,
  index: Index,
  { connector, mayCreate }: { connector: Connector; mayCreate: boolean },
): TagName {
  const found = lookUp(index, text);
  if (found.kind === "same") return { kind: "existing", name: found.name, create: null };
  const name = cleanName(text);
  const bad = badName(name, connector);
  const [only, ...others] = found.kind === "alike" ? found.names : [];
  if (only !== undefined && others.length === 0) {
    return { kind: "existing", name: only, create: mayCreate && !bad ? name : null };
  }
  if (bad) return { kind: "bad", reason: bad, names: [] };
  const names = only === undefined ? nearNames(index, name) : [only, ...others].slice(0, MOST);
  if (!mayCreate) return { kind: "bad", reason: "may-not-create", names };
  return names.length > 0 ? { kind: "near", names, create: name } : { kind: "new", name };
}
