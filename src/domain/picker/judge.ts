import type { Connector } from "../connector";
import { type BadName, badName, cleanName } from "./name";
import { nearNames } from "./near";
import { existing, type Index } from "./prepare";

/** What a typed text would do if it were committed. */
export type Judgement =
  /** The tag is there, perhaps in another spelling: this one is used. */
  | { kind: "existing"; name: string }
  /** Existing tags it may be a slip of; `create` is the name a second, deliberate step would make. */
  | { kind: "near"; names: string[]; create: string }
  | { kind: "new"; name: string }
  /** Nothing can be sent. `names`: existing tags that may have been meant. */
  | { kind: "bad"; reason: BadName | "may-not-create"; names: string[] };

/** Whether a text is an existing tag, probably a slip of one, a new tag, or nothing that may be sent. */
export function judge(text: string, index: Index, rules: { connector: Connector; mayCreate: boolean }): Judgement {
  const name = cleanName(text);
  const known = existing(index, name);
  if (known !== null) return { kind: "existing", name: known };
  const bad = badName(name, rules.connector);
  if (bad) return { kind: "bad", reason: bad, names: [] };
  const names = nearNames(index, name);
  if (!rules.mayCreate) return { kind: "bad", reason: "may-not-create", names };
  return names.length > 0 ? { kind: "near", names, create: name } : { kind: "new", name };
}
