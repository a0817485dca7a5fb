import type { Browser, Page } from "puppeteer-core";

const ID = "quicktag@quicktag.example";

/** WebDriver BiDi itself, for the commands puppeteer does not offer. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** The extension as the browser's own code sees it. */
export const EXTENSION = `WebExtensionPolicy.getByID("${ID}").extension`;

interface Tree {
  contexts: readonly { context: string; url: string }[];
}
interface Evaluated {
  type: "success" | "exception";
  result: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** Reads what the driver cannot reach. It only reads: whatever a person does, tests do by real keys and clicks. */
export class FirefoxInspector {
  private readonly connection: Connection;

  constructor(browser: Browser) {
    this.connection = (browser as unknown as { connection: Connection }).connection;
  }

  /** Evaluates in the browser's own window, which knows its menus, its prompts and the extension's background. */
  async evaluateInBrowser<T>(expression: string): Promise<T> {
    const { contexts } = (await this.send("browsingContext.getTree", { "moz:scope": "chrome" })) as Tree;
    const context = contexts.find(({ url }) => url.endsWith("browser.xhtml"))?.context;
    if (!context) throw new Error("The browser has no window");
    // As JSON, because the protocol's own form of objects is hard to read back.
    const wrapped = `(async () => JSON.stringify((await (${expression})) ?? null))()`;
    return JSON.parse(String((await this.evaluate(context, wrapped)).value)) as T;
  }

  /** Evaluates `read`, an expression of `shadow`, a closed shadow root, in a tab; null if there is no such root. */
  async evaluateInShadowRoot<T>(page: Page, selector: string, read: string): Promise<T | null> {
    const { contexts } = (await this.send("browsingContext.getTree", {})) as Tree;
    const context = contexts.find(({ url }) => url === page.url())?.context;
    if (!context) return null;
    const serializationOptions = { includeShadowTree: "all", maxDomDepth: 1 };
    const host = await this.evaluate(
      context,
      `document.querySelector(${JSON.stringify(selector)})`,
      serializationOptions,
    );
    const root = (host.value as { shadowRoot?: { sharedId: string } } | undefined)?.shadowRoot;
    if (!root) return null;
    const answer = (await this.send("script.callFunction", {
      functionDeclaration: `(shadow) => JSON.stringify((${read}) ?? null)`,
      arguments: [{ sharedId: root.sharedId }],
      target: { context },
      awaitPromise: false,
    })) as Evaluated;
    return answer.type === "success" ? (JSON.parse(String(answer.result.value)) as T) : null;
  }

  private async evaluate(context: string, expression: string, serializationOptions = {}): Promise<Evaluated["result"]> {
    const answer = (await this.send("script.evaluate", {
      expression,
      target: { context },
      awaitPromise: true,
      serializationOptions,
    })) as Evaluated;
    if (answer.type === "exception") throw new Error(`${answer.exceptionDetails?.text} in ${expression}`);
    return answer.result;
  }

  private async send(method: string, params: object): Promise<unknown> {
    return (await this.connection.send(method, params)).result;
  }
}
