import type { BrowserContext, Worker } from "@playwright/test";
import { until } from "../../harness/until";

/** The parts of the extension API that tests call in the worker. */
declare const chrome: {
  action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
  };
};

/** Runs in the background. */
export function refuseWrites(full: boolean): void {
  const own = IDBObjectStore.prototype as IDBObjectStore & { rightPut?: IDBObjectStore["put"] };
  own.rightPut ??= own.put;
  own.put = full
    ? () => {
        throw new DOMException("no room (from the test)", "QuotaExceededError");
      }
    : own.rightPut;
}

/** Runs in the background. */
export function shiftNow(ms: number): void {
  // By way of the global object, whose clock it is even where the caller's is another one.
  const clock = (self as unknown as typeof globalThis).Date;
  const now = clock.now.bind(clock);
  clock.now = () => now() + ms;
}

/** The running worker of the extension. */
export class Background {
  constructor(
    private readonly context: BrowserContext,
    private readonly extensionId: string,
  ) {}

  /** Makes every write to the database fail as on a full disk, or work again. */
  async refuseToStore(refuse: boolean): Promise<void> {
    await (await this.worker()).evaluate(refuseWrites, refuse);
  }

  private async button(): Promise<{ badge: string; tooltip: string }> {
    const worker = await this.worker();
    return worker.evaluate(async () => ({
      badge: await chrome.action.getBadgeText({}),
      tooltip: await chrome.action.getTitle({}),
    }));
  }

  /** Waits until the toolbar button has this badge and a tooltip that matches. */
  async shows(badge: string, tooltip: RegExp): Promise<void> {
    let last: unknown;
    await until(`the badge "${badge}" and the tooltip ${tooltip}`, async () => {
      const button = await this.button();
      last = button;
      return button.badge === badge && tooltip.test(button.tooltip);
    }).catch((error: Error) => {
      throw new Error(`${error.message}; they are ${JSON.stringify(last)}`);
    });
  }

  /** Sets the clock of the running worker forward, or back if `ms` is negative. A new worker has the real time again. */
  async shiftClock(ms: number): Promise<void> {
    await (await this.worker()).evaluate(shiftNow, ms);
  }

  private worker(): Promise<Worker> {
    return until("the worker", () => this.context.serviceWorkers().find((one) => one.url().includes(this.extensionId)));
  }
}
