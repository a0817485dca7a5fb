import type { Page } from "@playwright/test";
import type { App } from "./app";

/** The page object for the page "Tag many". */
export class TagManyPage {
  constructor(
    readonly page: Page,
    private readonly app: App,
  ) {}

  static async open(app: App): Promise<TagManyPage> {
    const page = await app.browser.context.newPage();
    await page.goto(`chrome-extension://${app.browser.extensionId}/src/batch/index.html`);
    await page.bringToFront();
    return new TagManyPage(page, app);
  }

  /** Pastes a list with the real keys, and has it looked up. */
  async paste(list: string): Promise<void> {
    const field = this.page.getByLabel("Paste a list, or drop a file here");
    await field.focus();
    await this.page.evaluate((text) => {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }, list);
    await field.focus();
    await this.app.keys.press("ctrl+v");
    await this.app.keys.press("ctrl+Return");
  }

  /** The state of each row, in their order. */
  async states(): Promise<string[]> {
    await this.page.getByRole("listbox").waitFor();
    return this.page.locator(".state").allTextContents();
  }

  button(name: string | RegExp) {
    return this.page.getByRole("button", { name });
  }

  /** Presses a button by the keyboard. */
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).focus();
    await this.app.keys.press("Return");
  }

  async tag(name: string): Promise<void> {
    await this.page.getByLabel("Tag", { exact: true }).focus();
    await this.app.keys.type(name);
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The report as it is saved, line by line. */
  async report(): Promise<string[]> {
    const saving = this.page.waitForEvent("download");
    await this.press("Save the report");
    const stream = await (await saving).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8").replace("\ufeff", "").trim().split("\r\n");
  }
}
