import { until } from "../harness/until";
import type { DevToolsPipe } from "./devtools-pipe";

interface Version {
  scriptURL: string;
  runningStatus: "stopped" | "starting" | "running" | "stopping";
}

interface ProcessInfo {
  type: string;
  id: number;
}

/** Many times what the slowest start takes. */
const LONG_MS = 10_000;

/** The workers of extensions in one browser: stopped and started by command, and timed. */
export class Workers {
  readonly #status = new Map<string, Version["runningStatus"]>();
  private constructor(
    private readonly browser: DevToolsPipe,
    private readonly session: string,
  ) {
    browser.on("ServiceWorker.workerVersionUpdated", ({ versions }: { versions: Version[] }) => {
      for (const { scriptURL, runningStatus } of versions) this.#status.set(originOf(scriptURL), runningStatus);
    });
  }

  static async watch(browser: DevToolsPipe): Promise<Workers> {
    const { targetId } = await browser.send<{ targetId: string }>("Target.createTarget", { url: "about:blank" });
    const attached = { targetId, flatten: true };
    const { sessionId } = await browser.send<{ sessionId: string }>("Target.attachToTarget", attached);
    const workers = new Workers(browser, sessionId);
    await browser.send("ServiceWorker.enable", {}, sessionId);
    return workers;
  }

  /** Resolves once the worker is known; its first run follows its installation. */
  async installed(id: string): Promise<void> {
    await until(`the worker of ${id}`, () => this.#status.has(`chrome-extension://${id}`));
  }

  /** Stops all workers; again and again, since one that was just installed is woken by what follows its installation. */
  async stopAll(): Promise<void> {
    await until("all workers to stop", async () => {
      if ([...this.#status.values()].every((status) => status === "stopped")) return true;
      await this.browser.send("ServiceWorker.stopAllWorkers", {}, this.session);
      return false;
    });
  }

  /** Starts a worker and gives the milliseconds until its script has run. One that an event woke first is stopped again. */
  async start(id: string): Promise<number> {
    for (let tries = 0; tries < 5; tries += 1) {
      await this.stopAll();
      const took = await this.#startStopped(`chrome-extension://${id}`);
      if (took !== null) return took;
    }
    throw new Error(`the worker of ${id} cannot be started by command`);
  }

  /** Null when nothing was heard for long: it was running already, and nothing changed. */
  async #startStopped(origin: string): Promise<number | null> {
    const running = new Promise<number | null>((resolve) => {
      const look = () => {
        if (this.#status.get(origin) === "running") settle(performance.now());
      };
      const settle = (at: number | null) => {
        clearTimeout(patience);
        this.browser.off("ServiceWorker.workerVersionUpdated", look);
        resolve(at);
      };
      const patience = setTimeout(() => settle(null), LONG_MS);
      this.browser.on("ServiceWorker.workerVersionUpdated", look);
    });
    const from = performance.now();
    await this.browser.send("ServiceWorker.startWorker", { scopeURL: `${origin}/` }, this.session);
    const at = await running;
    return at === null ? null : at - from;
  }

  /** The ids of all processes that run pages or workers. */
  async renderers(): Promise<Set<number>> {
    const { processInfo } = await this.browser.send<{ processInfo: ProcessInfo[] }>("SystemInfo.getProcessInfo");
    return new Set(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id));
  }

  /** Opens a page and gives what closes it again. */
  async open(url: string): Promise<() => Promise<void>> {
    const { targetId } = await this.browser.send<{ targetId: string }>("Target.createTarget", { url });
    return async () => {
      await this.browser.send("Target.closeTarget", { targetId });
    };
  }

  /** Closes the pages of extensions that opened by themselves. */
  async closePages(): Promise<void> {
    const { targetInfos } = await this.browser.send<{ targetInfos: { targetId: string; type: string; url: string }[] }>(
      "Target.getTargets",
    );
    for (const { targetId, type, url } of targetInfos) {
      if (type === "page" && url.startsWith("chrome-extension:"))
        await this.browser.send("Target.closeTarget", { targetId });
    }
  }
}

const originOf = (url: string): string => new URL(url).href.split("/").slice(0, 3).join("/");
