import { connectorOf } from "../../domain/connector";
import { failure } from "../../domain/failure";
import { type Integration, type Server, serverOrigin, serverUrl } from "../../domain/settings";
import { type Ability, checkApiKey, getIntegration, type IntegrationDetails } from "../../kombo/check";
import type { Access } from "../../kombo/client";
import { probe } from "../../kombo/probe";
import type { ConnectionCheck, IntegrationCheck } from "../../messaging/protocol";
import { missingOrigins } from "./access";
import { accessOf, readCredentials } from "./credentials";

type Problem = IntegrationCheck["problems"][number];

export interface CheckRequest {
  server: Server;
  /** What stands in the form; absent = the stored key. */
  key?: string;
  integrations: readonly Integration[];
}

/** Is the key good, and is each integration ready to tag? What is missing is named, so that somebody can mend it. */
export async function checkConnection({ server, key, integrations }: CheckRequest): Promise<ConnectionCheck> {
  const access =
    key === undefined
      ? await storedAccess(server)
      : { apiKey: key, apiOrigin: serverOrigin(server), serverUrl: serverUrl(server) };
  const problem =
    access === null
      ? server.kind === "relay"
        ? "signed-out"
        : "key-missing"
      : (await missingOrigins({ server })).length > 0
        ? "access-missing"
        : null;
  if (access === null || problem)
    return { key: { ok: false, failure: failure(problem ?? "key-missing") }, integrations: [] };
  const answer = await checkApiKey(access);
  if (!answer.ok) return { key: { ok: false, failure: answer.failure }, integrations: [] };
  return {
    key: { ok: true, environmentId: answer.value },
    integrations: await Promise.all(integrations.map((one) => checkIntegration(access, one.id))),
  };
}

/** With the stored key, if it was given for this server. */
async function storedAccess(server: Server): Promise<Access | null> {
  const credentials = await readCredentials();
  return serverUrl(credentials.settings.server) === serverUrl(server) ? accessOf(credentials) : null;
}

async function checkIntegration(access: Access, id: string): Promise<IntegrationCheck> {
  const nothing = { id, organisation: null, ats: null, problems: [] };
  if (connectorOf(id) === null) return { ...nothing, status: "unusable", failure: failure("integration-not-found") };
  const answer = await getIntegration(access, id);
  if (!answer.ok) return { ...nothing, status: "unusable", failure: answer.failure };
  const details = answer.value;
  const problems = problemsOf(details);
  const reading = await probe({ ...access, integrationId: id });
  if (reading.onlyCreated) problems.push("only-created");
  const blocking = problems.some((one) => one !== "tags-unavailable");
  const { organisation, ats } = details;
  const status = blocking || reading.failure ? "unusable" : "usable";
  return { id, organisation, ats, status, problems, failure: blocking ? null : reading.failure };
}

function problemsOf({ status, setupStatus, models, actions }: IntegrationDetails): Problem[] {
  const problems: Problem[] = [];
  if (status === "INACTIVE") problems.push("inactive");
  if (status === "INVALID") problems.push("invalid");
  if (setupStatus === "INCOMPLETE") problems.push("setup-incomplete");
  if (setupStatus === "FINAL_SYNC_PENDING") problems.push("sync-pending");
  if (missing(models, "candidate")) problems.push("candidates-unavailable");
  if (missing(models, "tag")) problems.push("tags-unavailable");
  if (missing(actions, "tag")) problems.push("tagging-disabled");
  return problems;
}

/** Kombo does not publish these ids: match leniently, and never call something missing that is only not found. */
function missing(abilities: readonly Ability[], word: string): boolean {
  const matching = abilities.filter(({ id, label }) => `${id} ${label}`.toLowerCase().includes(word));
  const own = matching.filter(({ id }) => !/candidate.*tag|tag.*candidate/i.test(id) || word !== "candidate");
  return own.length > 0 && own.every((one) => !one.is_available || one.opted_out_by_customer);
}
