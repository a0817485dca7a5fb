import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { type LocalRelay, type LocalSettings, startLocalRelay } from "../../../relay/local/relay";
import { API_KEY, INTEGRATIONS, type SandboxIntegration } from "../../../sandbox/data";
import { type Sandbox, startSandbox } from "../../../sandbox/server";

// Real processes on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

/** Chrome's id of an extension; only its shape counts. */
export const EXTENSION = "abcdefghijklmnopabcdefghijklmnop";

export const ADA = { id: "user-ada", email: "ada@example.com", groups: ["recruiting"] };
export const BEN = { id: "user-ben", email: "ben@example.com", groups: ["sourcing"] };

export const companyOf = (connector: string): SandboxIntegration =>
  INTEGRATIONS.find((one) => one.connector === connector)!;

/** The company tests tag in, and one more. */
export const greenhouse = companyOf("greenhouse");
export const lever = companyOf("lever");

export interface AuditLine {
  instance: string;
  text: string;
}

export interface Running extends LocalRelay {
  sandbox: Sandbox;
  /** Every line HAProxy has logged so far. */
  audit: AuditLine[];
  /** The line of the audit log that passes, as soon as there is one. */
  audited(passes: (line: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
}

/** Starts sandbox, identity provider and relay. With one instance unless told otherwise. */
export async function startRelay(settings: Partial<LocalSettings> = {}): Promise<Running> {
  const sandbox = await startSandbox({ sites: () => new Response("none") });
  const audit: AuditLine[] = [];
  const relay = await startLocalRelay({
    komboOrigin: sandbox.httpUrl,
    apiKey: API_KEY,
    integrations: [greenhouse.id],
    accounts: [ADA, BEN],
    extensionIds: [EXTENSION],
    instances: 1,
    onAudit: (text, instance) => audit.push({ text, instance }),
    ...settings,
    configure: (config) => {
      // Tests ask more in a minute than anybody does by hand.
      config.requestsPerMinute = 100_000;
      settings.configure?.(config);
    },
  });
  return {
    ...relay,
    sandbox,
    audit,
    async audited(passes) {
      const deadline = Date.now() + 5000;
      for (;;) {
        const found = audit.map(({ text }) => JSON.parse(text) as Record<string, unknown>).find(passes);
        if (found) return found;
        if (Date.now() > deadline) throw new Error(`no such line:\n${audit.map(({ text }) => text).join("\n")}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      await relay.stop();
      await sandbox.stop();
    },
  };
}

/** One relay for a test file; its sandbox as new before each test. */
export function relayForTests(settings: Partial<LocalSettings> = {}): { readonly it: Running } {
  let running: Running | undefined;
  beforeAll(async () => {
    running = await startRelay(settings);
  });
  beforeEach(() => {
    running?.sandbox.control.reset();
    running?.audit.splice(0);
  });
  afterAll(() => running?.stop());
  return {
    get it() {
      if (!running) throw new Error("not started");
      return running;
    },
  };
}
