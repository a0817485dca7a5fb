import { cpSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where Debian's Chromium looks for policies of the machine. */
const CHROMIUM_FOLDER = "/etc/chromium/policies/managed";

/** A policy of this machine for one extension in Chromium, until it is taken away. */
export interface MachinePolicy {
  set(values: object): void;
  remove(): void;
}

/** Gives one extension a policy; the folders that were not there before go with it. */
export function chromiumPolicy(extensionId: string): MachinePolicy {
  const file = join(CHROMIUM_FOLDER, `quicktag-test-${process.pid}.json`);
  const made = [CHROMIUM_FOLDER, dirname(CHROMIUM_FOLDER)].filter((folder) => !existsSync(folder));
  const remove = () => {
    rmSync(file, { force: true });
    for (const folder of made) {
      try {
        rmdirSync(folder);
      } catch {
        // Somebody else's policy is in it by now.
      }
    }
    process.off("exit", remove);
  };
  // Also when the run is broken off.
  process.once("exit", remove);
  return {
    set(values) {
      mkdirSync(CHROMIUM_FOLDER, { recursive: true });
      writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [extensionId]: values } } }));
    },
    remove,
  };
}

/** A copy of Firefox's program folder with a policy of its own: nothing of the machine is changed. Gives its program. */
export function firefoxWithPolicy(program: string, policies: object): { program: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "quicktag-firefox-"));
  cpSync(dirname(program), folder, { recursive: true, dereference: true });
  const distribution = join(folder, "distribution");
  rmSync(distribution, { recursive: true, force: true });
  mkdirSync(distribution);
  writeFileSync(join(distribution, "policies.json"), JSON.stringify({ policies }));
  return { program: join(folder, "firefox-esr"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
