import { describe, expect, it } from "vitest";
import type { Job } from "../../../src/domain/job";
import { isSameAgain, ROW_MS } from "../../../src/popup/model/same-again";
import { job, NOW } from "./made";

const bobs = (over: Partial<Job> = {}) => job({ target: { ...job().target, candidateId: "kombo-bob" }, ...over });
const said = (...jobs: Job[]) => isSameAgain(jobs, new Set(jobs.slice(-1).map(({ id }) => id)));

describe("the same tag for the second person in a row", () => {
  it("is noticed, in any case of letters", () => {
    expect(said(bobs(), job())).toBe(true);
    expect(said(bobs({ tag: "Excellent Fit" }), job({ tag: "excellent fit" }))).toBe(true);
  });

  it("is none for the first person, for another tag, or for the same person", () => {
    expect(said(job())).toBe(false);
    expect(said(bobs({ tag: "Freelance" }), job())).toBe(false);
    expect(said(job(), job())).toBe(false);
  });

  it("is none where the last tag of the other person was another one, or was cancelled", () => {
    expect(said(bobs(), bobs({ tag: "Freelance" }), job())).toBe(false);
    expect(said(bobs({ state: "cancelled" }), job())).toBe(false);
  });

  it("is none after a long while, in another integration, or when another popup added it", () => {
    expect(said(bobs({ createdAt: NOW - ROW_MS - 1 }), job())).toBe(false);
    const elsewhere = { ...job().target, integrationId: "lever:made-up", candidateId: "kombo-bob" };
    expect(said(job({ target: elsewhere }), job())).toBe(false);
    expect(isSameAgain([bobs(), job()], new Set())).toBe(false);
  });
});
