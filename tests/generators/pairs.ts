import type { Evidence } from "../../src/domain/identity/evidence";
import { DIFFERENT, type Drawn } from "./nearness";
import { address, type Person, pageName, person, recordName, type ScriptId } from "./people";
import type { SeededRandom } from "./random";
import { onSurface, type Surface } from "./surfaces";
import { VARIANTS } from "./variants";

/** Whether the page shows Kombo's candidate; two people of one name cannot be told apart. */
export type Truth = "same" | "different" | "undecidable";

export interface LabelledPair {
  kind: string;
  script: ScriptId;
  surface: Surface;
  truth: Truth;
  subject: { name: string; emails: readonly string[] };
  evidence: Evidence;
}

const SAME_KINDS = Object.keys(VARIANTS).map((name) => `same: ${name}`);
const OTHER_KINDS = Object.keys(DIFFERENT);
export const KINDS: readonly string[] = [...SAME_KINDS, ...OTHER_KINDS, "identical name"];

function same(kind: string, one: Person, random: SeededRandom): Drawn | null {
  const shown = VARIANTS[kind.slice("same: ".length)]?.(one, random) ?? null;
  return shown === null ? null : { record: recordName(one), shown };
}

function draw(kind: string, one: Person, random: SeededRandom): Drawn | null {
  if (kind === "identical name") return { record: recordName(one), shown: pageName(one) };
  return kind.startsWith("same: ") ? same(kind, one, random) : (DIFFERENT[kind]?.(one, random) ?? null);
}

function truthOf(kind: string): Truth {
  if (kind === "identical name") return "undecidable";
  return kind.startsWith("same: ") ? "same" : "different";
}

/** One labelled pair; null where this script or this surface has no such pair. */
export function drawPair(kind: string, script: ScriptId, surface: Surface, random: SeededRandom): LabelledPair | null {
  const drawn = draw(kind, person(random, script), random);
  if (drawn === null) return null;
  const { record, shown, also = [], around = {}, emails } = drawn;
  const evidence = onSurface(surface, shown, script, random, around);
  if (also.length > 0 && surface !== "declared") return null;
  return {
    kind,
    script,
    surface,
    truth: truthOf(kind),
    subject: { name: record, emails: emails ?? [address(random)] },
    evidence: { ...evidence, names: [...evidence.names, ...also] },
  };
}
