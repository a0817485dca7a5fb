import { expect, it } from "vitest";
import { coversHost, coversPage } from "../../../src/ats/match-pattern";

it.each([
  ["https://*.greenhouse.io/*", "app.greenhouse.io", true],
  ["https://*.greenhouse.io/*", "greenhouse.io", true],
  ["https://*.greenhouse.io/*", "evilgreenhouse.io", false],
  ["*://ats.example.org/*", "ats.example.org", true],
  ["*://ats.example.org/*", "x.ats.example.org", false],
  ["*://*/*", "anything.example", true],
  ["<all_urls>", "anything.example", false],
])("%s covers the host %s: %s", (pattern, host, covers) => {
  expect(coversHost(pattern, host)).toBe(covers);
});

it.each([
  ["https://hire.lever.co/*", "/candidates/1", true],
  ["https://hire.lever.co/candidates/*", "/candidates/1", true],
  ["https://hire.lever.co/candidates/*", "/jobs/1", false],
  ["https://hire.lever.co/*/profile.(x)", "/a/profile.(x)", true],
])("%s covers the path %s: %s", (pattern, path, covers) => {
  expect(coversPage(pattern, "hire.lever.co", path)).toBe(covers);
});
