import type { CDPSession } from "@playwright/test";
import type { LinkFacts, PageFacts, Reads } from "../../../src/domain/facts";
import { until } from "../../harness/until";
import { type App, company } from "./app";

/** The script Quicktag put into a page, in the world of its own in which it runs: the page's scripts cannot see it. */
export class PageSideWorld {
  private constructor(
    private readonly app: App,
    private readonly session: CDPSession,
    private readonly contextId: number,
  ) {}

  /** Has Quicktag read a page, as a recruiter does, so that its script is there. */
  static async open(app: App): Promise<PageSideWorld> {
    const northwind = company("Northwind Example");
    await app.connect(northwind);
    await app.openCandidate(northwind);
    const session = await app.browser.context.newCDPSession(app.tab);
    const contexts: { id: number; origin: string }[] = [];
    session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
    await session.send("Runtime.enable");
    const popup = await app.openPopup();
    await popup.shows("Ada Example");
    await popup.close();
    const ours = () => contexts.find(({ origin }) => origin.includes(app.browser.extensionId));
    return new PageSideWorld(app, session, (await until("the script in the page", ours)).id);
  }

  gather(reads: Reads = {}): Promise<PageFacts> {
    return this.evaluate(`quicktag.gather(${JSON.stringify(reads)})`);
  }

  linkFacts(href: string): Promise<LinkFacts> {
    return this.evaluate(`quicktag.linkFacts(${JSON.stringify(href)})`);
  }

  async evaluate<T>(expression: string): Promise<T> {
    const call = { expression, contextId: this.contextId, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await this.session.send("Runtime.evaluate", call);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value as T;
  }

  /** Puts this into the page's body, declarative shadow roots and frames too, and waits until all frames are there. */
  async show(html: string): Promise<void> {
    await this.app.tab.evaluate(async (text) => {
      (document.body as HTMLElement & { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(text);
      // A reader sees a page that was painted: `content-visibility: auto` shows nothing before.
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    }, html);
    // From the extension's world, which sees into closed roots.
    await until("all frames", () =>
      this.evaluate<boolean>(`(function ready(root) {
        return [...root.querySelectorAll("*")].every((one) => {
          const shadow = one instanceof HTMLElement && chrome.dom.openOrClosedShadowRoot(one);
          if (shadow && !ready(shadow)) return false;
          if (one.localName !== "iframe" && one.localName !== "frame") return true;
          const inner = one.contentDocument;
          return inner?.readyState === "complete" && inner.URL === (one.src || "about:srcdoc") && ready(inner);
        });
      })(document)`),
    );
  }
}
