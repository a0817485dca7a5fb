import { type Evidence, evidenceOf } from "../../src/domain/identity/evidence";
import { poolOf, type ScriptId } from "./people";
import type { SeededRandom } from "./random";

/** Where a page says whom it shows. */
export const SURFACES = ["declared", "title", "text", "link"] as const;
export type Surface = (typeof SURFACES)[number];

/** What stands on a page besides the name in its place. */
export interface Around {
  /** Blocks below the candidate: lists, notes, neighbours. */
  below?: readonly string[];
  emails?: readonly string[];
  ownEmails?: readonly string[];
}

const SEPARATORS = [" - ", " | ", " · ", " – "];

/** Evidence that shows `name` on one surface, with the usual words of that script around it. */
export function onSurface(
  surface: Surface,
  name: string,
  script: ScriptId,
  random: SeededRandom,
  { below = [], emails = [], ownEmails = [] }: Around = {},
): Evidence {
  const { labels } = poolOf(script);
  const chrome = random.sample(labels, 2);
  const title = (first: string) => `${first}${random.pick(SEPARATORS)}Recruiting`;
  const text = (blocks: readonly string[]) => [...blocks, ...below].join("\n");
  const common = { emails, ownEmails };
  switch (surface) {
    case "declared":
      return evidenceOf({ ...common, names: [name], title: "Recruiting", text: text(chrome) });
    case "title":
      return evidenceOf({ ...common, title: title(name), text: text(chrome) });
    case "text":
      return evidenceOf({
        ...common,
        title: "Recruiting",
        text: text([chrome[0] as string, name, ...chrome.slice(1)]),
      });
    case "link":
      return evidenceOf({ ...common, kind: "link", text: name });
  }
}
