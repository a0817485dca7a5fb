import type { Page } from "@playwright/test";
import { API_KEY, type Person, type SandboxIntegration } from "../../../sandbox/data";
import { shownAs } from "./extension-page";
import { unpacked } from "./recorded-profile";

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

type Reply = { ok: true; give: unknown } | { ok: false; error: string };

/** A new folder with the build of 1.0.0, as it was released; see tests/fixtures/README.md. */
export const unpackBuildOf100 = (): string => unpacked("build-1.0.0.zip");

/** A page of 1.0.0: speaks to its background in the words of that time. */
export class PageOf100 {
  constructor(private readonly page: Page) {}

  async connect(...companies: SandboxIntegration[]): Promise<void> {
    const integrations = companies.map(({ id, connector, organisation }) => ({ id, connector, label: organisation }));
    await this.ask("settings.save", { server: { kind: "eu" }, key: API_KEY, integrations });
  }

  /** Adds tags, as its popup did. Gives the ids of the jobs. */
  async add(of: SandboxIntegration, person: Person, ...tags: string[]): Promise<string[]> {
    const { page: _, ...shown } = shownAs(of, person);
    const answer = await this.ask("tags.apply", { shown, tags: tags.map((name) => ({ name, create: false })) });
    const { jobs } = answer as { jobs?: string[] };
    if (!jobs) throw new Error(`refused: ${JSON.stringify(answer)}`);
    return jobs;
  }

  async ask(name: string, ask: object): Promise<unknown> {
    const send = (message: object) => chrome.runtime.sendMessage(message) as Promise<Reply | undefined>;
    const reply = await this.page.evaluate(send, { quicktag: name, ask });
    if (!reply?.ok) throw new Error(`${name}: ${reply?.error ?? "no answer"}`);
    return reply.give;
  }
}
