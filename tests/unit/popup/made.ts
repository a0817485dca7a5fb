import type { ShownCandidate } from "../../../src/domain/find";
import type { Job } from "../../../src/domain/job";

export const NOW = Date.UTC(2026, 0, 15, 12);

export const shown = (over: Partial<ShownCandidate> = {}): ShownCandidate => ({
  candidate: { id: "kombo-ada", remoteId: "42", name: "Ada Example", tags: ["Berlin"] },
  integrationId: "greenhouse:made-up",
  matchedBy: "candidate",
  reference: null,
  certainty: { level: "sure", reason: "agrees" },
  asOf: NOW,
  tabId: 7,
  page: null,
  pageUrl: null,
  ...over,
});

let seq = 0;

export const job = (over: Partial<Job> = {}): Job => ({
  id: `job-${++seq}`,
  seq,
  batch: "batch",
  operation: "add",
  target: {
    integrationId: "greenhouse:made-up",
    candidateId: "kombo-ada",
    remoteId: "42",
    name: "Ada Example",
    reference: null,
  },
  tag: "Excellent Fit",
  state: "done",
  createdAt: NOW,
  updatedAt: NOW,
  attempts: 1,
  nextTryAt: NOW,
  failure: null,
  unanswered: false,
  warnings: [],
  unreadable: false,
  alreadyPresent: false,
  createsTag: false,
  undoes: null,
  tabId: 7,
  ...over,
});
