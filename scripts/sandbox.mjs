// Starts the sandbox alone: Kombo's API and the stand-in ATS sites, until Ctrl+C. `--http=PORT --https=PORT` fix the ports.
import { register } from "tsx/esm/api";

register();
const { startSandbox } = await import("../sandbox/server.ts");
const { API_KEY, INTEGRATIONS } = await import("../sandbox/data.ts");

function port(name) {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given ? Number(given.split("=")[1]) : 0;
}

const sandbox = await startSandbox({ httpPort: port("http"), httpsPort: port("https") });
const hosts = [...new Set(INTEGRATIONS.flatMap(({ host }) => host ?? []))];
const mapped = ["api.kombo.dev", "api.us.kombo.dev", ...hosts];
const width = Math.max(...INTEGRATIONS.map(({ id }) => id.length));

console.log(`Quicktag sandbox. Everything in it is made up; Ctrl+C stops it.

Kombo's API   ${sandbox.httpUrl}/v1   (in Quicktag's options: own server)
  with TLS    ${sandbox.httpsUrl}/v1
API key       ${API_KEY}
Controls      ${sandbox.httpUrl}/__sandbox/log, /state, /faults, /options, /sync, /reset

Integrations
${INTEGRATIONS.map(({ id, organisation, host }) => `  ${id.padEnd(width)}  ${organisation}${host ? `, ${host}` : ""}`).join("\n")}

A browser meets all of it under the real names with
  --ignore-certificate-errors --host-resolver-rules="${mapped.map((host) => `MAP ${host} 127.0.0.1:${sandbox.httpsPort}`).join(", ")}"
`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    await sandbox.stop();
    process.exit(0);
  });
}
