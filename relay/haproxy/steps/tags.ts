import type { RelayConfig } from "../../config";
import { withoutForbidden } from "../../patterns/forbidden";
import { formatPattern, prefixPattern, writablePattern } from "../../patterns/names";
import type { Rules } from "../rules";
import { quoted } from "../words";

/** What `src/domain/tag-rules` decides in the browser. Taking a tag away breaks no rule. */
export function tags(
  rules: Rules,
  { tagRules: { allowed, format, forbiddenWords, forbiddenParts } }: RelayConfig,
): void {
  const matches = (pattern: string): string => `{ var(txn.name) -m reg ${quoted(pattern)} }`;
  rules.refuse("tag-unwritable", `with_tag !${matches(writablePattern())}`);
  rules.push(
    "acl adds var(txn.endpoint) -m str add-tag",
    "acl listed var(txn.listed) -m found",
    "http-request set-var-fmt(txn.entry) =%[var(txn.name)] if !refused adds",
  );
  const names = quoted(`${rules.folder}/names.lst`);
  rules.set("listed", "bool(true)", `!refused adds { var(txn.entry) -m str -f ${names} }`);
  const beginnings = allowed?.prefixes ?? [];
  if (beginnings.length > 0) rules.refuse("tag-not-allowed", `adds !listed !${matches(prefixPattern(beginnings))}`);
  else if (allowed) rules.refuse("tag-not-allowed", "adds !listed");
  rules.refuse("tag-format", `adds !listed !${matches(formatPattern(format))}`);
  const clean = withoutForbidden(forbiddenWords, forbiddenParts);
  if (clean) rules.refuse("tag-forbidden", `adds !${matches(clean)}`);
  rules.refuse("tag-not-yours", "adds !listed !{ var(txn.creates) -m found }");
}
