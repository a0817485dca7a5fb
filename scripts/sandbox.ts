// Starts the sandbox alone: Kombo's API and the stand-in ATS sites, until Ctrl+C. `--http=PORT --https=PORT` fix the
// ports, `--latency=human` makes it as slow as the real service.
import { API_KEY, INTEGRATIONS } from "../sandbox/data";
import { startSandbox } from "../sandbox/server";

function option(name: string): string | undefined {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split("=")[1];
}

const sandbox = await startSandbox({
  httpPort: Number(option("http") ?? 0),
  httpsPort: Number(option("https") ?? 0),
  latency: option("latency") === "human" ? "human" : "off",
});
const hosts = [...new Set(INTEGRATIONS.flatMap(({ host }) => host ?? []))];
const mapped = ["api.kombo.dev", "api.us.kombo.dev", ...hosts];
const width = Math.max(...INTEGRATIONS.map(({ id }) => id.length));

console.log(`Quicktag sandbox. Everything in it is made up; Ctrl+C stops it.

Kombo's API   ${sandbox.httpUrl}/v1   (in Quicktag's options: own server)
  with TLS    ${sandbox.httpsUrl}/v1
API key       ${API_KEY}
Controls      ${sandbox.httpUrl}/__sandbox/log, /truth, /faults, /latency, /options, /sync, /reset

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
