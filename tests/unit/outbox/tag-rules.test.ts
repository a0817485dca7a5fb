import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { problemOf, TagRefused } from "../../../src/background/outbox/tag-refused";
import { tagRuleProblem } from "../../../src/domain/tag-rules/check";
import { tagRules } from "../../generators/tag-rules";
import { World } from "./fake-worker";
import { draft } from "./make";

const name = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
  fc.constantFrom("qt-a", "Silver medal", "ä", "😀"),
);

it("nothing the company's rules refuse gets into the outbox, and nothing beside it either", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(tagRules, { nil: null }),
      fc.boolean(),
      fc.array(fc.record({ tag: name, createsTag: fc.boolean() }), { minLength: 1, maxLength: 4 }),
      async (rules, mayCreateTags, asked) => {
        const world = await World.open();
        world.rules = { tagRules: rules, mayCreateTags, requester: null };
        const drafts = asked.map((one, at) => draft({ ...one, candidate: `c${at}` }));
        const refused = (one: (typeof asked)[number]) =>
          rules === null
            ? one.createsTag && !mayCreateTags
            : tagRuleProblem(rules, one.tag, { mayCreate: mayCreateTags, exists: !one.createsTag }) !== null;
        const outcome = await world.outbox.append(drafts).then(
          () => null,
          (error: unknown) => error,
        );
        const onDisk = (await world.outbox.all()).map(({ tag }) => tag);
        if (asked.some(refused)) {
          expect(outcome).toBeInstanceOf(TagRefused);
          expect(onDisk).toEqual([]);
        } else {
          expect(outcome).toBeNull();
          expect(onDisk).toEqual(asked.map(({ tag }) => tag));
        }
      },
    ),
    { numRuns: 60 },
  );
});

it("taking a tag away breaks no rule", () => {
  fc.assert(
    fc.property(tagRules, name, (rules, tag) => {
      expect(problemOf({ tagRules: rules, mayCreateTags: false }, draft({ operation: "remove", tag }))).toBeNull();
    }),
  );
});

it("whoever makes jobs out of what is asked for asks the company's rules", () => {
  const files = readdirSync("src/background", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  const calling = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, "utf8"))).toSorted();
  const makers = calling(/\b(?:createJob|newBatchJobs)\(/);
  expect(makers).toEqual(["src/background/batch/batches.ts", "src/background/outbox/outbox.ts"]);
  expect(calling(/\brefuseAgainst\(rules, \w+\)/)).toEqual(makers);
});
