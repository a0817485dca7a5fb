import { EXTENSION, type FirefoxInspector } from "./firefox-inspector";
import { until } from "./until";

type Answer = { ok: true; value?: string } | { ok: false; error: string };

/** A page of the extension in Firefox. It evaluates as the drivers' pages do, by Firefox's own way into a page. */
export class FirefoxPage {
  private static opened = 0;

  private constructor(
    private readonly inspector: FirefoxInspector,
    /** Part of its address, which no other page has. */
    private readonly mark: string,
  ) {}

  /** Opens the settings in a new tab, or in a new window. */
  static async open(inspector: FirefoxInspector, where: "tab" | "window" = "tab"): Promise<FirefoxPage> {
    const mark = `?test=${++FirefoxPage.opened}`;
    const url = `${EXTENSION}.baseURL + "src/options/index.html${mark}"`;
    const how = "{ triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }";
    await inspector.evaluateInBrowser(
      where === "tab"
        ? `void gBrowser.addTab(${url}, ${how})`
        : `void openTrustedLinkIn(${url}, "window", { forceForeground: false })`,
    );
    const page = new FirefoxPage(inspector, mark);
    await until("the page of the extension", () =>
      page.evaluate(() => document.readyState === "complete").catch(() => false),
    );
    return page;
  }

  /** Runs a function in the page, which has of the test only `arg`, and gives its value. */
  evaluate<T, A>(run: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    return evaluateIn(this.inspector, this.browser(), run, arg);
  }

  async close(): Promise<void> {
    const tab = `${this.browser()}.getTabBrowser().getTabForBrowser(${this.browser()})`;
    await this.inspector.evaluateInBrowser(`void ${this.browser()}.getTabBrowser().removeTab(${tab})`);
  }

  private browser(): string {
    return `[...Services.wm.getEnumerator("navigator:browser")].flatMap((one) => one.gBrowser.browsers)
      .find((one) => one.currentURI.spec.endsWith("${this.mark}"))`;
  }
}

/** The event page of the extension in Firefox, which the browser stops and starts. */
export class FirefoxEventPage {
  constructor(private readonly inspector: FirefoxInspector) {}

  /** Such as `running` or `stopped`. */
  state(): Promise<string> {
    return this.inspector.evaluateInBrowser(`${EXTENSION}.backgroundState`);
  }

  /** Stops it whatever it does, as the browser does where it has been idle. */
  async stop(): Promise<void> {
    const how = "{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }";
    await until("the event page to stop", async () => {
      await this.inspector.evaluateInBrowser(`${EXTENSION}.terminateBackground(${how})`);
      return (await this.state()) === "stopped";
    });
  }

  /** Runs a function in it; it must be running. */
  evaluate<T, A>(run: (arg: A) => T | Promise<T>, arg?: A): Promise<T> {
    const browser = `[...${EXTENSION}.views].find(({ viewType }) => viewType === "background").xulBrowser`;
    return evaluateIn(this.inspector, browser, run, arg);
  }
}

/** Evaluates in the page of a `<browser>`, in a sandbox with the page's own rights. */
async function evaluateIn<T, A>(
  inspector: FirefoxInspector,
  browser: string,
  run: (arg: A) => T | Promise<T>,
  arg?: A,
): Promise<T> {
  const code = `(async () => JSON.stringify(await (${run})(${JSON.stringify(arg)})))()`;
  const answer = await inspector.evaluateInBrowser<Answer>(`(${throughFrame})(${browser}, ${JSON.stringify(code)})`);
  if (!answer.ok) throw new Error(answer.error);
  return (answer.value === undefined ? undefined : JSON.parse(answer.value)) as T;
}

interface Message {
  data: Answer;
}
interface FrameBrowser {
  messageManager: {
    addMessageListener(name: string, listener: (message: Message) => void): void;
    removeMessageListener(name: string, listener: (message: Message) => void): void;
    loadFrameScript(url: string, delayed: boolean): void;
  };
}

/** Runs in the browser's own window. What has no answer in ten seconds was in a page that is gone. */
function throughFrame(browser: FrameBrowser | undefined, code: string): Promise<Answer> {
  if (!browser) return Promise.resolve({ ok: false, error: "There is no such page" });
  const name = `quicktag-test:${Math.random()}`;
  const script = `(async () => {
    let answer;
    try {
      const box = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      answer = { ok: true, value: await Cu.evalInSandbox(${JSON.stringify(code)}, box) };
    } catch (error) {
      answer = { ok: false, error: String(error?.message ?? error) };
    }
    sendAsyncMessage(${JSON.stringify(name)}, answer);
  })()`;
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      browser.messageManager.removeMessageListener(name, listener);
      clearTimeout(timer);
      resolve(answer);
    };
    const listener = ({ data }: Message) => end(data);
    const timer = setTimeout(() => end({ ok: false, error: "The page did not answer" }), 10_000);
    browser.messageManager.addMessageListener(name, listener);
    browser.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}
