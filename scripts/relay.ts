// Starts the company relay as it would run in a company: two HAProxy instances behind a front, an identity provider, the
// sandbox as Kombo. Until Ctrl+C.
import { existsSync } from "node:fs";
import { startLocalRelay } from "../relay/local/relay";
import { API_KEY, INTEGRATIONS } from "../sandbox/data";
import { startSandbox } from "../sandbox/server";
import { BUILD } from "../tests/harness/builds";
import { unpackedId } from "../tests/harness/chromium";
import { bootstrap } from "./bootstrap.mjs";

const REFRESH_MS = 10_000;
const ACCOUNTS = [
  { id: "user-ada", email: "rita.recruiter@example.com", groups: ["recruiting"] },
  { id: "user-ben", email: "hal.manager@example.com", groups: ["sourcing"] },
];

await bootstrap({ browsers: false, relay: true });
const greenhouse = INTEGRATIONS.filter(({ connector }) => connector.startsWith("greenhouse")).map(({ id }) => id);
const others = INTEGRATIONS.map(({ id }) => id).filter((id) => !greenhouse.includes(id));
// Whose requests browsers let through; Firefox's id is random, so any of Firefox's is taken.
const extensionId = process.env.EXTENSION_ID ?? (existsSync(BUILD.chrome) ? unpackedId(BUILD.chrome) : "a".repeat(32));
const sandbox = await startSandbox();
const relay = await startLocalRelay({
  komboOrigin: sandbox.httpUrl,
  apiKey: API_KEY,
  integrations: greenhouse,
  accounts: ACCOUNTS,
  extensionIds: [extensionId],
  port: Number(process.env.RELAY_PORT ?? 8787),
  identityPort: Number(process.env.IDENTITY_PORT ?? 8788),
  configure: (config) => {
    config.access = {
      claim: { name: "groups", is: "list" },
      everyone: greenhouse,
      groups: { recruiting: others },
    };
    config.tagRules = { forbiddenWords: ["forbidden"] };
    config.onBehalfOf = { emailClaim: "email" };
  },
  onAudit: (line, instance) => console.log(`${instance} ${line}`),
  onProblem: (line) => /ALERT/.test(line) && console.error(line),
});

console.log(`Quicktag's company relay, on this machine. Everything is made up; Ctrl+C stops it.

Open           ${relay.origin}/.well-known/quicktag   what a browser learns of it
Relay          ${relay.origin}/v1   (two instances behind a front: ${relay.instances.map(({ origin }) => origin).join(", ")})
Sign-in        ${relay.identity.issuer}   any password
${ACCOUNTS.map(({ id, groups, email }) => `  ${id}     ${groups.join(", ")}, ${email}`).join("\n")}
Extension      ${extensionId}   (EXTENSION_ID=… for another)
Kombo          ${sandbox.httpUrl}/v1   (the sandbox; only the relay has its key)
Configuration  ${relay.folder}/a/haproxy.cfg

user-ada may use every integration, user-ben Greenhouse alone. A tag with the word "forbidden" is refused.
Each request is a line of the audit log:
`);

const timer = setInterval(async () => {
  for (const instance of relay.instances) {
    const { notes } = await instance.refresh().catch((error: Error) => ({ notes: [error.message] }));
    for (const note of notes) console.error(`${instance.name} ${note}`);
  }
}, REFRESH_MS);

// The terminal and npm both pass a Ctrl+C on: the second one must not end what the first one tidies up.
let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  clearInterval(timer);
  await relay.stop();
  await sandbox.stop();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => void stop());
}
