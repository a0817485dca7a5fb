import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Generations that stay: the one in use, and the one before for a process that has not reloaded yet. */
const KEPT = 2;

/**
 * Puts a new generation of an instance's files into its folder, has `haproxy -c` check it, and only then makes it the one
 * that counts: `haproxy.cfg` is a link that changes in one step. Gives the path of that link.
 */
export async function writeGeneration(
  folder: string,
  make: (generation: string) => ReadonlyMap<string, string>,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const generation = join(folder, `generation-${await nextNumber(folder)}`);
  for (const [name, text] of make(generation)) {
    const path = join(generation, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, text, { mode: 0o600 });
  }
  await chmod(generation, 0o700);
  await check(join(generation, "haproxy.cfg")).catch(async (error) => {
    await rm(generation, { recursive: true, force: true });
    throw error;
  });
  const link = join(folder, "haproxy.cfg");
  await rm(`${link}.new`, { force: true });
  await symlink(join(generation, "haproxy.cfg"), `${link}.new`);
  await rename(`${link}.new`, link);
  await removeOld(folder);
  return link;
}

/** Has HAProxy check a configuration without starting it; rejects with what HAProxy says. */
export async function check(file: string): Promise<void> {
  try {
    await run("haproxy", ["-c", "-f", file]);
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT") throw new Error("HAProxy is not installed (Debian: apt-get install haproxy)");
    throw new Error(`HAProxy refuses the configuration:\n${stderr ?? ""}`);
  }
}

async function nextNumber(folder: string): Promise<number> {
  return Math.max(0, ...(await generations(folder))) + 1;
}

async function generations(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => /^generation-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

async function removeOld(folder: string): Promise<void> {
  const old = (await generations(folder)).sort((a, b) => b - a).slice(KEPT);
  await Promise.all(old.map((number) => rm(join(folder, `generation-${number}`), { recursive: true, force: true })));
}

/** The generation that counts; null before the first. */
export async function currentGeneration(folder: string): Promise<string | null> {
  const target = await readlink(join(folder, "haproxy.cfg")).catch(() => null);
  return target === null ? null : dirname(target);
}
