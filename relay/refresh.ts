import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instance, RelayConfig } from "./config";
import { type Inputs, instanceFiles } from "./files";
import { currentGeneration, writeGeneration } from "./folder";
import { fetchKeys } from "./keys/fetch";
import type { VerifyingKey } from "./keys/jwks";
import { fetchUsers } from "./users";

export interface Place {
  config: RelayConfig;
  instance: Instance;
  /** Where the instance's files lie; best in memory, for one holds the API key. */
  folder: string;
}

export interface Refreshed {
  /** Whether there is a new generation that HAProxy has to be told of. */
  changed: boolean;
  /** What to tell the administrator, a line each. */
  notes: string[];
}

/**
 * Brings an instance's files up to date: the identity provider's keys, the API key, the ATS users. What cannot be asked for
 * stays as it was, so that sessions go on until they end; only the very first time there has to be an answer.
 */
export async function refresh({ config, instance, folder }: Place): Promise<Refreshed> {
  const notes: string[] = [];
  const kept = await readKept(folder);
  const apiKey = (await readFile(config.kombo.keyFile, "utf8")).trim();
  const keys = await orKept("identity provider", kept?.keys, notes, async () => {
    const set = await fetchKeys(config.signIn);
    notes.push(...set.leftOut.map((why) => `key left out: ${why}`));
    return set.keys;
  });
  const users = config.onBehalfOf
    ? await orKept("Kombo's list of users", kept && [...kept.users], notes, async () => [
        ...(await fetchUsers(config, apiKey)),
      ])
    : [];
  const inputs: Inputs = { apiKey, keys, users: new Map(users) };
  const files = instanceFiles(config, instance, inputs, ANYWHERE);
  const digest = digestOf(files);
  if (kept?.digest === digest) return { changed: false, notes };
  await writeGeneration(folder, (generation) => {
    const placed = [...files].map(([name, text]) => [name, text.replaceAll(ANYWHERE, generation)] as const);
    return new Map([...placed, ["kept.json", JSON.stringify({ digest, keys, users } satisfies Kept)]]);
  });
  return { changed: true, notes };
}

/** Stands for the folder of a generation until there is one. No setting may hold such a path. */
const ANYWHERE = "/::generation::";

/** What the next refresh falls back on, and compares with. */
interface Kept {
  digest: string;
  keys: VerifyingKey[];
  users: [who: string, id: string][];
}

async function readKept(folder: string): Promise<Kept | null> {
  const generation = await currentGeneration(folder);
  if (generation === null) return null;
  // Our own file in our own folder; a broken one is as good as none.
  return readFile(join(generation, "kept.json"), "utf8").then(JSON.parse, () => null);
}

async function orKept<T>(whom: string, kept: T | undefined | null, notes: string[], ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const why = error instanceof Error ? causeOf(error) : String(error);
    if (kept === undefined || kept === null) throw new Error(`${whom}: ${why}`);
    notes.push(`${whom}: ${why}; what was known before stays in force`);
    return kept;
  }
}

/** `fetch` hides why behind "fetch failed". */
const causeOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);

const digestOf = (files: ReadonlyMap<string, string>): string => {
  const hash = createHash("sha256");
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex");
};
