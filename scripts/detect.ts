import { createInterface } from "node:readline";
import { type Detection, detect } from "../src/ats/detect";
import { RULES } from "../src/ats/index";
import type { LookUp } from "../src/domain/candidate";

// What the rules make of addresses alone: `npm run -s detect -- URL…`, or one URL a line on standard input.

const lookUp = ({ by, value, needsPageMatch }: LookUp) => ({
  by,
  remoteId: value,
  ...(needsPageMatch && { check: true }),
});

function line(url: string, detection: Detection): string {
  const known = "rule" in detection ? detection.rule.id : null;
  const reference = detection.kind === "candidate" ? detection.reference : null;
  return JSON.stringify({
    url,
    ats: known,
    tenant: detection.kind === "no-candidate" ? detection.tenant : (reference?.tenant ?? null),
    candidate: reference && reference.lookups.length > 0 ? { lookups: reference.lookups.map(lookUp) } : null,
    needsPage: detection.kind === "candidate" && detection.needsPage,
  });
}

const print = (url: string) => console.log(line(url, detect(RULES, url)));

const given = process.argv.slice(2);
for (const url of given) print(url);
if (given.length === 0) {
  for await (const url of createInterface({ input: process.stdin })) if (url.trim()) print(url.trim());
}
