import { describe, expect, it } from "vitest";
import { REFUSALS, type Reason, refusalBody } from "../../relay/refusals";
import { FAILURE_POLICY } from "../../src/domain/failure";
import { failureOfAnswer } from "../../src/kombo/failures";

const answerOf = (reason: string, status: number, body: string) => ({
  status,
  headers: new Headers({ "X-Quicktag-Relay": reason }),
  body: { kind: "object" as const, json: JSON.parse(body) },
});

describe.each(Object.entries(REFUSALS))("the refusal %s", (reason, refusal) => {
  const { failure, answered } = failureOfAnswer(
    answerOf(reason, refusal.status, refusalBody(refusal)),
    "unknown",
    true,
  );

  it("is a failure that says what happened and who can do something", () => {
    expect(failure.kind).not.toBe("unknown");
    expect(failure.message).toBe(refusal.message);
    const { fixer, retry } = FAILURE_POLICY[failure.kind];
    expect(fixer === "nobody").toBe(retry !== "no");
  });

  it("was answered: Kombo got nothing", () => expect(answered).toBe(true));

  it("keeps what waits, if the session or a right is the cause", () => {
    const holds = /^token-|^too-many-groups$/.test(reason)
      ? "key"
      : reason === "integration-foreign"
        ? "integration"
        : "nothing";
    expect(FAILURE_POLICY[failure.kind].holds).toBe(holds);
  });
});

it("a key that Kombo refuses is the relay's only behind a relay", () => {
  const json = { status: "error", error: { code: "PLATFORM.AUTHENTICATION_INVALID" } };
  const answer = { status: 401, headers: new Headers(), body: { kind: "object" as const, json } };
  expect(failureOfAnswer(answer, "unknown", true).failure.kind).toBe("relay-key-invalid");
  expect(failureOfAnswer(answer).failure.kind).toBe("key-invalid");
});

it("a reason of a newer relay goes by its code", () => {
  const refusal = REFUSALS["tag-format" satisfies Reason];
  const answer = answerOf("something-new", 400, refusalBody(refusal));
  expect(failureOfAnswer(answer).failure.kind).toBe("input-refused");
});
