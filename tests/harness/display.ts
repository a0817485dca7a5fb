import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { until } from "./until";

/** A virtual screen with a small window manager. */
export interface Display {
  /** Such as `:99`; the browser gets it as `DISPLAY`. */
  name: string;
  /** Writes the screen into a PNG file. */
  screenshot(path: string): void;
  /** The same, once nothing moves any more. */
  stillScreenshot(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Xvfb on a free display number, and openbox in it. */
export async function startDisplay(size = "1280x900"): Promise<Display> {
  // Xvfb picks a free number itself and writes it to this descriptor, so two runs never collide.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    // Ctrl+C in the terminal must not end the screen before the browser on it.
    detached: true,
  });
  const name = `:${await firstLine(server)}`;
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn("openbox", [], { env, stdio: "ignore", detached: true });
  const screenshot = (path: string) => {
    const { status } = spawnSync("import", ["-display", name, "-window", "root", "-strip", path]);
    if (status !== 0) throw new Error(`No screenshot of display ${name}`);
  };
  return {
    name,
    screenshot,
    async stillScreenshot(path) {
      let before: Buffer | undefined;
      await until("the screen to be still", () => {
        screenshot(path);
        const now = readFileSync(path);
        const same = before?.equals(now);
        before = now;
        return same;
      });
    },
    async stop() {
      await end(manager);
      await end(server);
    },
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3] as NodeJS.ReadableStream;
  const failed = once(server, "exit").then(() => Promise.reject(new Error("Xvfb did not start")));
  failed.catch(() => undefined);
  const [chunk] = await Promise.race([once(pipe, "data"), failed]);
  return String(chunk).trim();
}

/** Ends a process we started and waits until it has exited. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
