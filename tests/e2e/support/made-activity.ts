import type { Job } from "../../../src/domain/job";
import { SeededRandom } from "../../harness/seeded-random";
import { birch, heron, northwind } from "./shared-app";

const FIRST = ["Ada", "Zoë", "Jean-Luc", "Дарья", "花子", "محمد", "עדה", "Ἄδα", "Nguyễn", "María José"];
const LAST = ["Example", "Müller-Lüdenscheidt", "Пример", "山田", "O’Neill", "de la Cruz", "Sample", "Placeholder"];
const TAGS = ["Excellent Fit", "Career Fair 2026", "Führerschein", "C++", "要フォロー", "Do not contact", "Berlin"];
const DAY_MS = 24 * 60 * 60_000;

/** Made-up jobs of the last 40 days in every state, people in ten scripts, the latest now; the same for the same seed. */
export function madeActivity(count: number, now: number, seed = 20261128): Job[] {
  const random = new SeededRandom(seed);
  const of = [northwind, heron, birch];
  return Array.from({ length: count }, (_, at) => {
    const company = random.pick(of);
    const createdAt = now - Math.floor((40 * DAY_MS * at) / count) - 1;
    const dice = random.below(100);
    const state = dice < 88 ? "done" : dice < 94 ? "failed" : dice < 97 ? "cancelled" : "queued";
    const kind = random.pick(["permission-missing", "input-refused", "too-old", "candidate-gone"] as const);
    return {
      id: `made-${at}`,
      seq: count - at,
      batch: `batch-${Math.floor(at / 4)}`,
      operation: dice < 80 || dice >= 88 ? "add" : "remove",
      target: {
        integrationId: company.id,
        candidateId: `kombo-made-${at % 9000}`,
        remoteId: String(4000 + (at % 9000)),
        name: `${random.pick(FIRST)} ${random.pick(LAST)}`,
        reference: null,
      },
      tag: random.pick(TAGS),
      state,
      createdAt,
      updatedAt: createdAt + 400 + random.below(4000),
      attempts: 1,
      // Not due as long as a test looks at them.
      nextTryAt: now + DAY_MS,
      failure:
        state === "failed"
          ? { kind, code: null, message: "Made-up message of the ATS", logUrl: null, retryAfterMs: null }
          : null,
      unanswered: state === "failed" && dice % 3 === 0,
      warnings: dice === 5 ? ["The tag was created in the ATS."] : [],
      unreadable: false,
      alreadyPresent: dice < 6,
      createsTag: false,
      undoes: null,
      tabId: null,
    };
  });
}
