import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";
import { type ChromiumOptions, chromiumArgs } from "../harness/chromium";
import { createProfile, removeProfile } from "../harness/profile-folder";

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

/**
 * A Chromium with nobody attached to its workers, driven over the DevTools pipe. Playwright and puppeteer attach to each
 * worker while it starts and hold it for a round trip, which hides how long it takes by itself.
 */
export class DevToolsPipe extends EventEmitter {
  #last = 0;
  #rest = "";
  readonly #waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  private constructor(
    private readonly program: ChildProcess,
    private readonly profile: string,
  ) {
    super();
    (program.stdio[4] as Readable).setEncoding("utf8").on("data", (text: string) => this.#read(text));
  }

  static launch(options: ChromiumOptions): DevToolsPipe {
    const profile = createProfile("worker-bench");
    const args = chromiumArgs(options).filter((arg) => !arg.startsWith("--remote-debugging-port"));
    const program = spawn(
      options.executablePath,
      [...args, "--remote-debugging-pipe", `--user-data-dir=${profile}`, "--no-sandbox"],
      {
        stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
        env: { ...process.env, ...(options.display ? { DISPLAY: options.display } : {}) },
      },
    );
    return new DevToolsPipe(program, profile);
  }

  /** Sends a command, to the browser or to the session of a target. */
  send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    (this.program.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise<T>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.program.once("exit", resolve));
    await this.send("Browser.close");
    await ended;
    removeProfile(this.profile);
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split("\0");
    this.#rest = parts.pop() ?? "";
    for (const part of parts) this.#take(JSON.parse(part) as Message);
  }

  #take({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      if (method) this.emit(method, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result as never);
  }
}
