import { INTEGRATIONS } from "../../sandbox/data";
import type { LatencyMode } from "../../sandbox/kombo/latency";
import { type Sandbox, startSandbox } from "../../sandbox/server";
import { HOSTILE_URL } from "../../sandbox/sites";
import { bootstrap } from "../../scripts/bootstrap.mjs";
import { BUILD, program } from "./builds";
import { type Chromium, type ChromiumOptions, launchChromium } from "./chromium";
import { type Display, startDisplay } from "./display";

/** Everything about the browser that is not the same wherever Quicktag is launched. */
export type BrowserOptions = Partial<Omit<ChromiumOptions, "hosts" | "display" | "executablePath">>;

/** What a browser is connected to. */
export interface Surroundings {
  display?: Display | null;
  /** The sandbox, or a proxy to it. */
  httpsPort: number;
  /** `all`: no request leaves this machine. `sandbox`: only the sandbox's hosts lead to it. */
  hosts?: "all" | "sandbox";
}

/** Command-line options for Chromium with the built extension and the sandbox behind real host names. */
export function chromiumOptions(surroundings: Surroundings, options: BrowserOptions = {}): ChromiumOptions {
  const names = surroundings.hosts === "sandbox" ? sandboxHosts() : ["*"];
  return {
    extension: BUILD.chrome,
    executablePath: program("CHROMIUM_PATH"),
    display: surroundings.display?.name,
    hosts: new Map(names.map((name) => [name, surroundings.httpsPort])),
    ...options,
  };
}

/** Starts Chromium with the built extension and the sandbox behind real host names. */
export function launchBrowser(surroundings: Surroundings, options?: BrowserOptions): Promise<Chromium> {
  return launchChromium(chromiumOptions(surroundings, options));
}

/** Every host that the sandbox stands in for. */
export function sandboxHosts(): string[] {
  const sites = INTEGRATIONS.flatMap(({ host }) => host ?? []);
  return [...new Set(["api.kombo.dev", "api.us.kombo.dev", new URL(HOSTILE_URL).host, ...sites])];
}

export interface SessionOptions extends BrowserOptions {
  /** Size of a virtual screen, such as `1280x900`; null for the desktop's own screen. */
  screen: string | null;
  hosts?: Surroundings["hosts"];
  latency?: LatencyMode;
}

export interface Session {
  display: Display | null;
  sandbox: Sandbox;
  browser: Chromium;
}

/** Finds the browser, starts screen, sandbox and browser, runs `use`, and stops them all, even after Ctrl+C. */
export async function withSession(
  { screen, hosts, latency, ...options }: SessionOptions,
  use: (session: Session) => Promise<void>,
): Promise<void> {
  await bootstrap({ screen: screen !== null });
  const stops: (() => Promise<void>)[] = [];
  const interrupted = interruption();
  try {
    const display = screen === null ? null : await startDisplay(screen);
    if (display) stops.unshift(display.stop);
    const sandbox = await startSandbox({ latency });
    stops.unshift(sandbox.stop);
    const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort, hosts }, options);
    stops.unshift(browser.close);
    await Promise.race([use({ display, sandbox, browser }), interrupted]);
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Resolves on Ctrl+C or when the process is told to end, and sets the exit code that says so. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        process.exitCode = 130;
        resolve();
      });
    }
  });
}
