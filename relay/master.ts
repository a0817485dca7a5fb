import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 30_000;
/** The master process answers at once, or it is just starting anew and will not answer this connection at all. */
const ANSWER_MS = 2000;

/**
 * Has HAProxy's master process start a new worker with the configuration as it is now. Requests in flight stay with the
 * old worker until they are answered. Rejects when the new worker did not start; then the old one goes on.
 */
export async function reload(socket: string): Promise<void> {
  const before = await firstState(socket);
  // This very connection ends with it, answered or not.
  await say(socket, "reload").catch(() => undefined);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const now = await state(socket).catch(() => null);
    if (now && now.failed > 0) throw new Error("HAProxy did not take the new configuration; the old one goes on");
    if (now && now.reloads > before.reloads && now.workers > 0) return;
    await pause(50);
  }
  throw new Error("HAProxy did not reload in time");
}

/** The master process starts itself anew right after its first worker, and then for a moment nobody listens. */
async function firstState(socket: string): Promise<State> {
  for (const deadline = Date.now() + PATIENCE_MS / 3; ; ) {
    try {
      return await state(socket);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

interface State {
  reloads: number;
  /** Reloads that failed since the last that did not. */
  failed: number;
  /** Workers that take new requests. */
  workers: number;
}

async function state(socket: string): Promise<State> {
  const text = await say(socket, "show proc");
  const master = /^\d+\s+master\s+(\d+)(?: \[failed: (\d+)\])?/m.exec(text);
  if (!master) throw new Error("this is not HAProxy's master process");
  const current = text.split("# old workers")[0]!;
  return {
    reloads: Number(master[1]),
    failed: Number(master[2] ?? 0),
    workers: [...current.matchAll(/^\d+\s+worker\s/gm)].length,
  };
}

/** One command to the master process, and its whole answer. */
function say(socket: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const connection = connect(socket, () => connection.end(`${command}\n`));
    connection.setTimeout(ANSWER_MS, () => connection.destroy(new Error("HAProxy's master process is silent")));
    connection.on("data", (data) => {
      text += data;
    });
    connection.once("error", reject);
    connection.once("close", () => resolve(text));
  });
}
