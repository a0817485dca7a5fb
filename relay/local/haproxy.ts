import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A HAProxy on this machine, with its master process. */
export interface RunningHaproxy {
  /** Where its master process takes commands. */
  socket: string;
  pid: number;
  /** Ends it at once, in whatever it is doing. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) killGroup(child);
});

/** Starts HAProxy and waits until it takes requests. Each line of its log goes to `onLine`, what it complains of to `onProblem`. */
export async function startHaproxy(
  file: string,
  socket: string,
  onLine: (line: string) => void = () => {},
  onProblem: (line: string) => void = () => {},
): Promise<RunningHaproxy> {
  const child = spawn("haproxy", ["-W", "-S", `unix@${socket}`, "-f", file], {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that its workers end with it.
    detached: true,
  });
  running.add(child);
  createInterface({ input: child.stdout! }).on("line", onLine);
  const ready = new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    createInterface({ input: child.stderr! }).on("line", (line) => {
      said.push(line);
      onProblem(line);
      if (/Loading success/.test(line)) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`HAProxy did not start:\n${said.join("\n")}`)));
  });
  await ready;
  return {
    socket,
    pid: child.pid!,
    async kill() {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
      killGroup(child);
      running.delete(child);
      await gone;
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
