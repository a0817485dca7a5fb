import type { BrowserContext, Worker } from "@playwright/test";
import { until } from "../../harness/until";

/** The parts of the extension API that tests call in the worker. */
declare const chrome: {
  action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
  };
};

/** The running worker of the extension. */
export class Background {
  constructor(
    private readonly context: BrowserContext,
    private readonly extensionId: string,
  ) {}

  /** Makes every write to the database fail as on a full disk, or work again. */
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
