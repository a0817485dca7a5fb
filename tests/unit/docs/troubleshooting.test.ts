import { describe, expect, it } from "vitest";
import { FAILURE_KINDS, FAILURE_POLICY } from "../../../src/domain/failure";
import { cellsOf, json, read } from "./read";

type Messages = Record<string, { message: string }>;

const messages = json<Messages>("public/_locales/en/messages.json");
const lines = read("docs/troubleshooting.md").split("\n");
const said = (kind: string) => messages[`failure_${kind.replaceAll("-", "_")}_what`]!.message;

/** Heading of the section the line stands in. */
function sectionOf(at: number): string {
  return lines.slice(0, at).findLast((line) => line.startsWith("#")) ?? "";
}

describe("docs/troubleshooting.md", () => {
  it.each(FAILURE_KINDS)("explains %s in the words people see, under what becomes of it", (kind) => {
    const words = said(kind).replaceAll("$ATS$", "your ATS");
    const at = lines.findIndex((line) => cellsOf(line)?.[0] === words);
    expect(at, `no row begins with "${words}"`).toBeGreaterThan(0);
    const { retry, holds } = FAILURE_POLICY[kind];
    const wanted = retry !== "no" ? "goes on by itself" : holds !== "nothing" ? "stands still" : "needs a decision";
    expect(sectionOf(at)).toContain(wanted);
  });
});
