// The relay's command. It makes HAProxy's configuration and keeps it up to date; HAProxy does the work.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isBoundTo } from "../src/domain/sign-in";
import { ConfigError, type Instance, type RelayConfig, readConfig } from "./config";
import { instanceFiles } from "./files";
import { check, writeGeneration } from "./folder";
import { frontConfig } from "./haproxy/front";
import { readKeySet } from "./keys/jwks";
import { reload } from "./master";
import { redirectsOf } from "./redirects";
import { refresh } from "./refresh";

const USAGE = `quicktag-relay check   --config FILE
               prepare --config FILE --instance NAME --folder FOLDER
               refresh --config FILE --instance NAME --folder FOLDER --socket SOCKET [--every SECONDS]
               front   --config FILE --out FILE

check    reads the configuration, has HAProxy check what would be made of it, and asks nobody;
         names the redirect addresses to register at the identity provider
prepare  asks for the identity provider's keys and writes an instance's files; before HAProxy starts
refresh  the same, and has the running HAProxy reload if something changed; once, or every so many seconds
front    writes the configuration of the TCP front before several instances

--key-file FILE takes the API key from another file than the configuration names
`;

const OPTIONS = {
  config: { type: "string" },
  instance: { type: "string" },
  folder: { type: "string" },
  "key-file": { type: "string" },
  socket: { type: "string" },
  every: { type: "string" },
  out: { type: "string" },
} as const;

class UsageError extends Error {}

try {
  const { positionals, values } = parseArgs({ options: OPTIONS, allowPositionals: true });
  await run(positionals[0], values);
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else if (error instanceof ConfigError) for (const fault of error.faults) say("config", fault);
  else say("failed", error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function run(command: string | undefined, given: Partial<Record<keyof typeof OPTIONS, string>>): Promise<void> {
  const need = (name: keyof typeof OPTIONS): string => {
    const value = given[name];
    if (value === undefined) throw new UsageError(`--${name} is missing`);
    return value;
  };
  const read = async (): Promise<RelayConfig> => readConfig(JSON.parse(await readFile(need("config"), "utf8")));
  if (command === "check") return checkAll(await read());
  if (command === "front") return writeFront(await read(), need("out"));
  if (command !== "prepare" && command !== "refresh") throw new UsageError("what to do?");
  const config = await read();
  // systemd hands each unit its own copy of the key.
  if (given["key-file"] !== undefined) config.kombo.keyFile = given["key-file"];
  const place = { config, instance: instanceOf(config, need("instance")), folder: need("folder") };
  const once = async (): Promise<void> => {
    const { changed, notes } = await refresh(place);
    for (const note of notes) say("note", note);
    if (command === "prepare") return;
    if (changed) await reload(need("socket"));
    if (changed) say("reloaded", "something changed");
  };
  const every = Number(given.every ?? 0);
  if (!(every >= 0)) throw new UsageError("--every must be a number of seconds");
  if (every === 0 || command === "prepare") return once();
  for (;;) {
    await once().catch((error: Error) => say("failed", error.message));
    await pause(every * 1000);
  }
}

function instanceOf({ instances }: RelayConfig, name: string): Instance {
  const found = instances.find((one) => one.name === name);
  if (!found) throw new Error(`there is no instance ${name}, only ${instances.map((one) => one.name).join(", ")}`);
  return found;
}

/** With a key pair nobody uses, in a folder that goes away: HAProxy wants to see a key to check the rest. */
async function checkAll(config: RelayConfig): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "quicktag-relay-check-"));
  const { generateKeyPairSync } = await import("node:crypto");
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { keys } = readKeySet({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "check" }] });
  const inputs = { apiKey: "only-for-the-check", keys, users: new Map<string, string>() };
  try {
    for (const instance of config.instances)
      await writeGeneration(join(folder, instance.name), (generation) =>
        instanceFiles(config, instance, inputs, generation),
      );
    if (config.front) await writeFront(config, join(folder, "front.cfg"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { access, instances, front, signIn } = config;
  say("fine", `${instances.length} instance(s)${front ? " behind a front" : ""} at ${config.origin}`);
  for (const address of redirectsOf(signIn.issuer, config.extensions)) say("redirect", address);
  if (!isBoundTo(config.origin, signIn))
    say(
      "note",
      "signIn is not bound to this relay's origin: browsers need a policy that names the relay (docs/sign-in)",
    );
  say("fine", `${access.everyone.length} integration(s) for everybody, ${Object.keys(access.groups).length} group(s)`);
}

async function writeFront(config: RelayConfig, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, frontConfig(config));
  await check(file);
}

/** One line of JSON on stderr, beside HAProxy's audit lines on stdout. */
function say(relay: "fine" | "redirect" | "note" | "config" | "failed" | "reloaded", message: string): void {
  console.error(JSON.stringify({ time: new Date().toISOString(), relay, message }));
}
