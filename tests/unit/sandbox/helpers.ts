import { KomboCore } from "@kombo-api/sdk/core.js";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { API_KEY, INTEGRATIONS, type Person, type SandboxIntegration } from "../../../sandbox/data";
import type { FaultRule } from "../../../sandbox/kombo/fault";
import { type Sandbox, startSandbox } from "../../../sandbox/server";

/** One sandbox for a test file, as new before each test. */
export function sandboxForTests(): { readonly it: Sandbox } {
  let running: Sandbox | undefined;
  beforeAll(async () => {
    running = await startSandbox({ sites: (request) => new Response(`site ${request.url}`) });
  });
  beforeEach(() => running?.control.reset());
  afterAll(() => running?.stop());
  return {
    get it() {
      if (!running) throw new Error("not started");
      return running;
    },
  };
}

/** The official client, as the extension sets it up: nothing retried behind our back. */
export function client(sandbox: Sandbox, integration_id: string | undefined, api_key = API_KEY): KomboCore {
  return new KomboCore({
    server_url: `${sandbox.httpUrl}/v1`,
    api_key,
    integration_id,
    retry_config: { strategy: "none" },
    timeout_ms: 5000,
  });
}

/** The company of this name; the tests read better with names than with ids. */
export function companyNamed(organisation: string): SandboxIntegration {
  const found = INTEGRATIONS.find((each) => each.organisation === organisation);
  if (!found) throw new Error(`no company ${organisation}`);
  return found;
}

export function personAt(company: SandboxIntegration, index: number): Person {
  const found = company.people[index];
  if (!found) throw new Error(`no person ${index} at ${company.organisation}`);
  return found;
}

export const northwind = companyNamed("Northwind Example");
export const contoso = companyNamed("Contoso Sample");
export const larkspur = companyNamed("Larkspur Example");
export const ada = personAt(northwind, 0);

/** A request without the client, for what it would not send. */
export function raw(sandbox: Sandbox, path: string, init: RequestInit = {}, integration = northwind.id) {
  return fetch(`${sandbox.httpUrl}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${API_KEY}`, "X-Integration-Id": integration, ...init.headers },
  });
}

/** Adds a tag by hand and gives the whole HTTP answer, for looking at headers. */
export function addRaw(sandbox: Sandbox, candidateId: string, name: string, integration = northwind.id) {
  const init = {
    method: "POST",
    body: JSON.stringify({ tag: { name } }),
    headers: { "Content-Type": "application/json" },
  };
  return raw(sandbox, `/v1/ats/candidates/${candidateId}/tags`, init, integration);
}

/** Gives an order over HTTP, as a test in a browser does. */
export function put(sandbox: Sandbox, what: string, order: unknown) {
  return fetch(`${sandbox.httpUrl}/__sandbox/${what}`, { method: "PUT", body: JSON.stringify(order) });
}

/** Puts fault rules in force. */
export function orderFaults(sandbox: Sandbox, ...rules: FaultRule[]) {
  return put(sandbox, "faults", rules);
}
