import type { FailureKind } from "../../domain/failure";
import type { Access } from "../../kombo/client";
import { readCredentials } from "../account/credentials";
import { dispatcher, outbox } from "./index";

/** Holds that a successful read disproves: it needs the key, the network's permission and the integration. */
const DISPROVED: readonly FailureKind[] = [
  "key-invalid",
  "key-missing",
  "signed-out",
  "sign-in-refused",
  "relay-key-invalid",
  "ip-not-allowed",
  "access-missing",
  "redirected",
  "integration-not-found",
];

/** Resumes what is held for a cause that is gone, if the read was made with the key that is stored now. */
export async function resumeWorking({ apiKey, integrationId }: Access): Promise<void> {
  const holds = await outbox.holds();
  const over = holds.filter(
    ({ scope, failure }) => DISPROVED.includes(failure.kind) && (scope === "key" || scope === integrationId),
  );
  if (over.length === 0 || (await readCredentials()).apiKey !== apiKey) return;
  for (const { scope } of over) await outbox.resume(scope);
  void dispatcher.run();
}
