import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { App } from "./app";

/** The page object for the activity page. */
export class ActivityPage {
  constructor(readonly page: Page) {}

  static async open(app: App): Promise<ActivityPage> {
    const page = await app.browser.context.newPage();
    await page.goto(`chrome-extension://${app.browser.extensionId}/src/activity/index.html`);
    return new ActivityPage(page);
  }

  get rows() {
    return this.page.getByRole("listbox").getByRole("option");
  }

  async rowTexts(): Promise<string[]> {
    return (await this.rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
  }

  async shows(text: string, timeout = 15_000): Promise<void> {
    await this.page.getByText(text).first().waitFor({ timeout });
  }

  press(button: string): Promise<void> {
    return this.page.getByRole("button", { name: button, exact: true }).click();
  }

  /** Presses a button that saves a file, and returns what is in it. */
  async save(button: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press(button)]);
    return readFileSync(await download.path(), "utf8");
  }
}
