import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAILURE_KINDS, FAILURE_POLICY } from "../../../src/domain/failure";
import {
  MAX_BACKOFF_MS,
  MAX_LIMITED_ATTEMPTS,
  MAX_WAIT_MS,
  retryDelay,
  SLOW_RETRY_MS,
} from "../../../src/domain/outbox/backoff";
import { failure } from "./make";

const most = () => 0.999999;
const least = () => 0;

describe("waitBefore", () => {
  it.each(FAILURE_KINDS)("%s follows the table", (kind) => {
    const first = retryDelay(failure(kind), { attempts: 1 }, least);
    const last = retryDelay(
      failure(kind),
      { attempts: MAX_LIMITED_ATTEMPTS, limitedAttempts: MAX_LIMITED_ATTEMPTS - 1 },
      least,
    );
    const { retry } = FAILURE_POLICY[kind];
    expect(first === null).toBe(retry === "no");
    expect(last === null).toBe(retry === "no" || retry === "few");
    if (retry === "slowly") expect([first, last]).toEqual([SLOW_RETRY_MS, SLOW_RETRY_MS]);
  });

  it("doubles, up to a limit", () => {
    const waits = [1, 2, 3, 4].map((attempts) => retryDelay(failure("offline"), { attempts }, least));
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(retryDelay(failure("offline"), { attempts: 500 }, most)).toBeLessThanOrEqual(MAX_BACKOFF_MS);
    expect(retryDelay(failure("offline"), { attempts: 500 }, least)).toBe(MAX_BACKOFF_MS / 2);
  });

  it("does not count other failures as one of the few tries", () => {
    expect(retryDelay(failure("timed-out"), { attempts: 20, limitedAttempts: 1 }, least)).not.toBeNull();
  });

  it("spreads the waits", () => {
    expect(retryDelay(failure("busy"), { attempts: 3 }, least)).toBe(2000);
    expect(retryDelay(failure("busy"), { attempts: 3 }, most)).toBe(4000);
  });

  it("waits at least as long as Retry-After asks, but never for ever", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (asked, attempts, random) => {
          const wait = retryDelay(failure("busy", asked), { attempts }, () => random)!;
          expect(wait).toBeGreaterThanOrEqual(Math.min(asked, MAX_WAIT_MS));
          expect(wait).toBeLessThanOrEqual(MAX_WAIT_MS);
        },
      ),
    );
  });
});
