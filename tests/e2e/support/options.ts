import type { BrowserContext, Page } from "@playwright/test";

export interface Connection {
  key: string;
  integrations: readonly { id: string; label: string }[];
  /** The company's own server, by its URL; Kombo's EU server unless given. */
  ownServer?: string;
}

/** The page object for the options page. It finds fields by their accessible names. */
export class OptionsPage {
  private constructor(readonly page: Page) {}

  static async open(context: BrowserContext, extensionId: string): Promise<OptionsPage> {
    const url = `chrome-extension://${extensionId}/src/options/index.html`;
    // Not the page of an `ExtensionPage`, which must stay open when this one is closed.
    const free = (one: Page) => one.url().startsWith(url) && !one.url().endsWith("?test");
    const page = context.pages().find(free) ?? (await context.newPage());
    await page.goto(url);
    await page.bringToFront();
    return new OptionsPage(page);
  }

  /** Types key, server and integrations, and saves. */
  async connect(connection: Connection): Promise<void> {
    await this.fill(connection);
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await this.page.getByRole("button", { name: "Replace key" }).waitFor();
  }

  async fill({ key, integrations, ownServer }: Connection): Promise<void> {
    const replace = this.page.getByRole("button", { name: "Replace key" });
    const field = this.page.getByLabel("API key", { exact: true });
    await field.or(replace).first().waitFor();
    if (await replace.isVisible()) await replace.click();
    await field.fill(key);
    if (ownServer) {
      await this.page.getByLabel("Server", { exact: true }).selectOption({ label: "Own server" });
      await this.page.getByLabel("Server URL").fill(ownServer);
    }
    for (const [index, { id, label }] of integrations.entries()) {
      const ids = this.page.getByLabel("Integration ID", { exact: true });
      if ((await ids.count()) <= index) await this.page.getByRole("button", { name: "Add integration" }).click();
      await ids.nth(index).fill(id);
      await this.page.getByLabel("Label", { exact: true }).nth(index).fill(label);
    }
  }

  async check(): Promise<void> {
    await this.page.getByRole("button", { name: "Check connection" }).click();
  }
}
