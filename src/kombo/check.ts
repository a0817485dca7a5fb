import type { Answer } from "./answer";
import { type Access, call, READ_TIMEOUT_MS } from "./client";
import type { ForceSyncBody } from "./contract";
import { environmentOf, type IntegrationDetails, integrationOf } from "./details";

export type { Ability, IntegrationDetails } from "./details";

/** Is the key good? Gives the id of the environment it belongs to. */
export function checkApiKey(access: Access): Promise<Answer<string>> {
  return call(access, {
    method: "GET",
    path: ["check-api-key"],
    keyOnly: true,
    timeoutMs: READ_TIMEOUT_MS,
    read: environmentOf,
  });
}

/** What Kombo says of an integration: asked at run time, never hard-coded per connector. */
export function getIntegration(access: Access, id: string): Promise<Answer<IntegrationDetails>> {
  return call(access, {
    method: "GET",
    path: ["integrations", id],
    keyOnly: true,
    timeoutMs: READ_TIMEOUT_MS,
    notFound: "integration-not-found",
    read: (answer) => integrationOf(answer, id),
  });
}

/** Asks Kombo to copy changes from the ATS now. Only on a person's click. */
export function triggerSync(access: Access): Promise<Answer<true>> {
  return call(access, {
    method: "POST",
    path: ["force-sync"],
    body: { type: "DELTA" } satisfies ForceSyncBody,
    timeoutMs: READ_TIMEOUT_MS,
    read: ({ body }) => body.kind !== "foreign" || null,
  });
}
