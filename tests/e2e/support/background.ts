import type { BrowserContext, Worker } from "@playwright/test";
import { until } from "./until";

/** What the browser's own functions look like in the worker. */
declare const chrome: {
  action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
  };
};

/** The extension's worker as it runs, for what only it can tell. */
export class Background {
  constructor(
    private readonly context: BrowserContext,
    private readonly extensionId: string,
  ) {}

  /** From now on every write to the database is refused as a full disk refuses it, or no longer. */
  async refuseToStore(refuse: boolean): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate((full) => {
      const own = IDBObjectStore.prototype as IDBObjectStore & { rightPut?: IDBObjectStore["put"] };
      own.rightPut ??= own.put;
      own.put = full
        ? () => {
            throw new DOMException("no room (from the test)", "QuotaExceededError");
          }
        : own.rightPut;
    }, refuse);
  }

  private async button(): Promise<{ badge: string; tooltip: string }> {
    const worker = await this.worker();
    return worker.evaluate(async () => ({
      badge: await chrome.action.getBadgeText({}),
      tooltip: await chrome.action.getTitle({}),
    }));
  }

  /** Waits until the toolbar button shows this badge and says this when the mouse rests on it. */
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

  /** The computer's clock is set forward (or back, below zero) while the worker runs. A new worker has the true time again. */
  async shiftClock(ms: number): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate((shift) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + shift;
    }, ms);
  }

  private worker(): Promise<Worker> {
    return until("the worker", () => this.context.serviceWorkers().find((one) => one.url().includes(this.extensionId)));
  }
}
