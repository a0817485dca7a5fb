import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOf, filterEntries, isOver, NO_FILTER } from "../../../src/domain/activity/entry";
import { EXPORT_COLUMNS, exportCells, exportRecord } from "../../../src/domain/activity/export";
import { OUTCOMES } from "../../../src/domain/activity/outcome";
import {
  byCause,
  byOutcome,
  durations,
  peopleTagged,
  perDay,
  startOfDay,
  topTags,
} from "../../../src/domain/activity/statistics";
import { csvFile } from "../../../src/domain/csv";
import { isLive, JOB_STATES, type Job } from "../../../src/domain/job";
import { storedJob } from "../../../src/domain/stored-job";
import { job, NOW } from "../popup/made";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** People's names and tags as they are: ten scripts, marks, blanks, signs that spreadsheets run. */
const NAMES = [
  "Ada Example",
  "Zoë Müller-Lüdenscheidt",
  "Дарья Пример",
  "山田 花子",
  "محمد مثال",
  "עדה דוגמה",
  "Ἄδα",
  "‎ O’Neill",
];
const TAGS = ["Excellent Fit", "excellent  fit", "=1+1", "C++", "Führerschein", "要フォロー", "-", "🎉", "a;b\n=c"];

const madeJob = (id: string): fc.Arbitrary<Job> =>
  fc
    .record({
      name: fc.constantFrom(...NAMES),
      candidate: fc.integer({ min: 1, max: 5 }),
      tag: fc.constantFrom(...TAGS),
      state: fc.constantFrom(...JOB_STATES),
      operation: fc.constantFrom("add" as const, "remove" as const),
      createdAt: fc.integer({ min: NOW - 40 * DAY, max: NOW }),
      took: fc.integer({ min: -5, max: 90_000 }),
      alreadyPresent: fc.boolean(),
      unanswered: fc.boolean(),
      batch: fc.constantFrom("b1", "b2", "b3"),
    })
    .map(({ name, candidate, took, ...fields }) =>
      job({
        ...fields,
        id,
        target: { ...job().target, candidateId: `kombo-${candidate}`, name },
        updatedAt: fields.createdAt + took,
      }),
    );

const madeJobs = fc
  .integer({ min: 0, max: 40 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => madeJob(`job-${at}`))));

describe("Entries", () => {
  it("are all jobs, each once, the latest first, whatever they are", () => {
    fc.assert(
      fc.property(madeJobs, (jobs) => {
        const entries = entriesOf(jobs);
        expect(entries.map((one) => one.job.id).sort()).toEqual(jobs.map(({ id }) => id).sort());
        for (const [at, entry] of entries.entries()) {
          const next = entries[at + 1];
          if (next) expect(entry.at).toBeGreaterThanOrEqual(next.at);
          expect(OUTCOMES).toContain(entry.outcome);
          expect(entry.outcome === "waiting").toBe(isLive(entry.job));
          if (isOver(entry)) expect(["done", "cancelled"]).toContain(entry.job.state);
          if (entry.confirmedIn !== null) expect(entry.confirmedIn).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("of a damaged store are shown like any other", () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (stored) => {
        const entries = entriesOf(stored.map(storedJob));
        expect(entries).toHaveLength(stored.length);
        for (const entry of entries) exportCells(exportRecord(entry));
        perDay(entries, NOW, 30);
      }),
    );
  });

  it("say undone for an add that a removal took back, and only for that", () => {
    const add = job({ id: "add", state: "done" });
    const other = job({ id: "other", state: "done" });
    const removal = (state: Job["state"]) => job({ id: "removal", operation: "remove", undoes: "add", state });
    const outcomes = (jobs: Job[]) => Object.fromEntries(entriesOf(jobs).map((one) => [one.job.id, one.outcome]));
    expect(outcomes([add, other, removal("done")])).toEqual({ add: "undone", other: "added", removal: "removed" });
    expect(outcomes([add, removal("failed")])).toMatchObject({ add: "added" });
  });

  it("are not certain where nobody knows what the candidate carries", () => {
    const [entry] = entriesOf([job({ state: "failed", unanswered: true })]);
    expect(entry?.outcome).toBe("unknown");
  });
});

describe("The search", () => {
  it("finds an entry by any part of its words, in any case, with or without accents", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...TAGS),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (name, tag, from, length, upper) => {
          const entries = entriesOf([job({ tag, target: { ...job().target, name } })]);
          const words = `${name} ${tag}`.split(/\s+/).filter(Boolean);
          const word = words[from % words.length] ?? "";
          const part = word.slice(0, 1 + (length % word.length));
          // A letter cut in half is no letter.
          fc.pre(part === part.toWellFormed());
          const search = upper ? part.toUpperCase() : part;
          expect(filterEntries(entries, { ...NO_FILTER, search })).toHaveLength(1);
        },
      ),
    );
  });

  it("leaves out what does not fit each filter, and nothing else", () => {
    fc.assert(
      fc.property(
        madeJobs,
        fc.constantFrom(null, "attention" as const, ...OUTCOMES),
        fc.option(fc.integer({ min: NOW - 40 * DAY, max: NOW })),
        fc.option(fc.constantFrom("b1", "b2")),
        (jobs, outcome, since, batch) => {
          const entries = entriesOf(jobs);
          const shown = new Set(filterEntries(entries, { ...NO_FILTER, outcome, since, batch }));
          for (const entry of entries) {
            const needsLook = entry.outcome === "failed" || entry.outcome === "unknown";
            const fits =
              (outcome === null || (outcome === "attention" ? needsLook : entry.outcome === outcome)) &&
              (since === null || entry.at >= since) &&
              (batch === null || entry.job.batch === batch);
            expect(shown.has(entry)).toBe(fits);
          }
        },
      ),
    );
  });

  it("over 50,000 entries answers a key press in a few plain passes over the same texts", () => {
    const jobs = Array.from({ length: 50_000 }, (_, at) =>
      job({
        id: `job-${at}`,
        tag: TAGS[at % TAGS.length] as string,
        target: { ...job().target, name: `${NAMES[at % NAMES.length]} ${at}` },
      }),
    );
    const entries = entriesOf(jobs);
    const texts = jobs.map(({ target, tag }) => `${target.name}\n${tag}`.toLowerCase());
    filterEntries(entries, { ...NO_FILTER, search: "warm up" });
    const timed = (run: () => unknown) => {
      const start = performance.now();
      run();
      return performance.now() - start;
    };
    const turns = Array.from({ length: 7 }, () => [
      timed(() => filterEntries(entries, { ...NO_FILTER, search: "müller 499" })),
      timed(() => texts.filter((text) => text.includes("muller") && text.includes("499"))),
    ]);
    const least = (which: 0 | 1) => Math.min(...turns.map((turn) => turn[which] as number));
    expect(least(0)).toBeLessThan(least(1) * 12);
  });
});

describe("The figures", () => {
  it("count each entry once, in its day and its outcome", () => {
    fc.assert(
      fc.property(madeJobs, (jobs) => {
        const entries = entriesOf(jobs);
        const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
        expect(sum(byOutcome(entries))).toBe(entries.length);
        const failed = entries.filter(({ outcome }) => outcome === "failed" || outcome === "unknown");
        expect(sum(byCause(entries))).toBe(failed.length);
        const days = perDay(entries, NOW, 60);
        expect(days).toHaveLength(60);
        const confirmed = entries.filter(({ job: { state }, outcome }) => state === "done" && outcome !== "unknown");
        expect(days.reduce((all, day) => all + day.confirmed, 0)).toBe(confirmed.length);
        expect(days.reduce((all, day) => all + day.failed, 0)).toBe(failed.length);
      }),
    );
  });

  it("begin each day at midnight here, on days of 23 and 25 hours too", () => {
    for (const time of [NOW, Date.UTC(2026, 2, 29, 10), Date.UTC(2026, 9, 25, 10)]) {
      for (const { day } of perDay([], time, 40)) {
        const date = new Date(day);
        expect([date.getHours(), date.getMinutes()]).toEqual([0, 0]);
      }
      expect(new Set(perDay([], time, 40).map(({ day }) => day)).size).toBe(40);
    }
  });

  it("count a person with three tags once, and a colleague of the same id elsewhere apart", () => {
    const at = startOfDay(NOW) + 1;
    const one = (over: Partial<Job>) => job({ state: "done", createdAt: at, updatedAt: at + 5, ...over });
    const target = job().target;
    const entries = entriesOf([
      one({ id: "a", tag: "A" }),
      one({ id: "b", tag: "B" }),
      one({ id: "c", target: { ...target, integrationId: "lever:other" } }),
      one({ id: "d", operation: "remove", target: { ...target, candidateId: "kombo-removed" } }),
      one({ id: "e", createdAt: at - DAY, target: { ...target, candidateId: "kombo-yesterday" } }),
    ]);
    expect(peopleTagged(entries, startOfDay(NOW))).toBe(2);
  });

  it("call spellings of one tag one tag", () => {
    const tags = ["Excellent Fit", "EXCELLENT  fit", "C++"].map((tag, at) => job({ id: `${at}`, tag, state: "done" }));
    expect(topTags(entriesOf(tags), 5).map(({ count }) => count)).toEqual([2, 1]);
  });

  it("give the middle and the 95th of a hundred confirmations", () => {
    const jobs = Array.from({ length: 100 }, (_, at) =>
      job({ id: `${at}`, state: "done", createdAt: NOW, updatedAt: NOW + at + 1 }),
    );
    expect(durations(entriesOf(jobs))).toEqual({ count: 100, median: 50, p95: 95 });
    expect(durations([])).toBeNull();
  });

  it("do not count the time until a person asked again", () => {
    const [entry] = entriesOf([job({ state: "done", requestedAt: NOW + HOUR, updatedAt: NOW + HOUR })]);
    expect(entry?.confirmedIn).toBeNull();
  });
});

describe("An export", () => {
  it("has every column, and no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(madeJobs, (jobs) => {
        const entries = entriesOf(jobs);
        const rows = entries.map((entry) => exportCells(exportRecord(entry)));
        for (const row of rows) expect(row).toHaveLength(EXPORT_COLUMNS.length);
        const cells = csvFile(rows)
          .slice(1)
          .split(/[,\r\n]+/)
          .map((cell) => cell.replace(/^"/, ""));
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+@]/);
      }),
    );
  });
});
