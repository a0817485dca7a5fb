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

  /** The toolbar button as a person sees it: the badge, and the tooltip. */
  async button(): Promise<{ badge: string; tooltip: string }> {
    const worker = await this.worker();
    return worker.evaluate(async () => ({
      badge: await chrome.action.getBadgeText({}),
      tooltip: await chrome.action.getTitle({}),
    }));
  }

  /** Waits until the badge is this. Gives the tooltip. */
  async showsBadge(badge: string): Promise<string> {
    let last = "";
    return until(`the badge to be "${badge}"`, async () => {
      const button = await this.button();
      last = button.badge;
      return button.badge === badge && { tooltip: button.tooltip };
    }).then(
      ({ tooltip }) => tooltip,
      (error: Error) => {
        throw new Error(`${error.message}; it is "${last}"`);
      },
    );
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
