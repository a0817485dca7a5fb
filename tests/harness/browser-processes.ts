import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { until } from "./until";

interface Process {
  pid: number;
  group: number;
  command: string;
}

/** The processes of a browser that runs on one profile folder, so that a test can wait until all of them have ended. */
export class BrowserProcesses {
  private readonly groups: ReadonlySet<number>;

  /**
   * Call this while the browser runs. Only some of its processes name the profile; the others, such as the one that
   * writes cookies, are known by their process group. Playwright and puppeteer give each browser a group of its own.
   */
  constructor(private readonly profile: string) {
    const all = runningProcesses();
    const own = all.find(({ pid }) => pid === process.pid)?.group;
    this.groups = new Set(all.filter((one) => this.namesProfile(one)).map(({ group }) => group));
    if (own !== undefined && this.groups.has(own)) throw new Error("The browser shares this process's group");
  }

  /** Waits until none of them is left; only then does nothing write into the profile any more. */
  async ended(): Promise<void> {
    await until(`the browser on ${this.profile} to end`, () => this.alive().length === 0, 30_000);
  }

  private alive(): Process[] {
    return runningProcesses().filter((one) => this.groups.has(one.group) || this.namesProfile(one));
  }

  private namesProfile({ command }: Process): boolean {
    return command.includes(this.profile);
  }
}

/** Every process that has not ended. A zombie has: it writes nothing, and only its parent can clear it away. */
function runningProcesses(): Process[] {
  if (process.platform === "win32") return [];
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

function fromProc(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // "pid (name) state parent group …"; the name may contain spaces and brackets.
      const [state, , group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (state === "Z" || state === "X") return [];
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(name), group: Number(group), command }];
    } catch {
      // It ended while we were reading.
      return [];
    }
  });
}

function fromPs(): Process[] {
  const table = execFileSync("ps", ["-axo", "pid=,pgid=,stat=,command="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const [, pid, group, state, command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid && !state?.startsWith("Z") ? [{ pid: Number(pid), group: Number(group), command }] : [];
  });
}
