import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import puppeteer, { type Browser } from "puppeteer-core";
import { BrowserProcesses } from "./browser-processes";
import { createProfile, removeProfile } from "./profile-folder";
import { until } from "./until";

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Folder of a second extension, to compare with. */
  beside?: string;
  executablePath: string;
  /** Host names, mapped to ports on this machine; `*` is every name, so that nothing leaves it. */
  hosts: ReadonlyMap<string, number>;
  /** X display, such as `:99`; the desktop's own unless given. */
  display?: string | undefined;
  /** Browser language. */
  locale?: string;
  colorScheme?: "light" | "dark";
  /** A profile folder, kept after closing; a new one, removed after closing, unless given. */
  profile?: string;
  windowSize?: string;
  /** A file for everything the browser sends and gets, headers and bytes. */
  trafficLog?: string;
}

/** A running Chromium with the extension: Playwright for pages, puppeteer for the popup, which Playwright does not see. */
export interface Chromium {
  context: BrowserContext;
  popups: Browser;
  extensionId: string;
  /** The folder the browser keeps everything in. */
  profile: string;
  /** Stops the extension's worker as the browser does, whatever it is doing. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser with the unmodified build, and waits until the options page has opened by itself. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = options.profile ?? createProfile("chromium");
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    headless: false,
    viewport: null,
    // Whoever launched it closes it, with everything else that was started.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    // The bar "controlled by automated test software" would shift what real clicks aim at.
    ignoreDefaultArgs: ["--disable-extensions", "--enable-automation"],
    args: chromiumArgs(options),
    env: {
      ...(process.env as Record<string, string>),
      ...(options.display ? { DISPLAY: options.display } : {}),
      ...(options.locale ? { LANGUAGE: options.locale } : {}),
    },
  });
  const processes = new BrowserProcesses(profile);
  const popups = await connectToPages(profile);
  const extensionId = unpackedId(options.extension);
  // It would take the focus from whatever comes next.
  const isWelcome = (url: string) => url.startsWith(`chrome-extension://${extensionId}/src/options/`);
  await until("the options to open by themselves", () => context.pages().some((page) => isWelcome(page.url())));
  return {
    context,
    popups,
    extensionId,
    profile,
    killWorker: () => killWorker(context, extensionId),
    async close() {
      await popups.disconnect();
      await context.close();
      await processes.ended();
      if (!options.profile) removeProfile(profile);
    },
  };
}

/** Command line for a Chromium with the extension that calls nobody and finds local servers behind real host names. */
export function chromiumArgs(options: ChromiumOptions): string[] {
  const folders = [options.extension, options.beside].filter(Boolean).join(",");
  const rules = [...options.hosts].map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  rules.push("EXCLUDE 127.0.0.1", "EXCLUDE localhost");
  return [
    `--disable-extensions-except=${folders}`,
    `--load-extension=${folders}`,
    `--host-resolver-rules=${rules.join(", ")}`,
    "--ignore-certificate-errors",
    // Without it a bar warns of the switch above.
    "--test-type",
    "--remote-debugging-port=0",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-position=0,0",
    `--window-size=${options.windowSize ?? "1280,900"}`,
    ...(options.trafficLog ? [`--log-net-log=${options.trafficLog}`, "--net-log-capture-mode=Everything"] : []),
    ...(options.locale ? [`--lang=${options.locale}`] : []),
  ];
}

async function killWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const session = await context.newCDPSession(context.pages()[0]!);
  const stopped = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      const ours = versions.filter(({ scriptURL }) => scriptURL.includes(extensionId));
      if (ours.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}

/** Connects to the debugging port of the browser that runs on this profile. */
export async function connectToPages(profile: string): Promise<Browser> {
  const file = join(profile, "DevToolsActivePort");
  // The file is there before its text.
  const port = await until("the browser's debugging port", () =>
    existsSync(file) ? /^\d+(?=\n)/.exec(readFileSync(file, "utf8"))?.[0] : undefined,
  );
  return puppeteer.connect({
    browserURL: `http://127.0.0.1:${port}`,
    defaultViewport: null,
    // A worker that is attached to never sleeps.
    targetFilter: (target) => target.type() !== "service_worker",
  });
}

/**
 * The id Chromium gives an unpacked extension: the start of a hash in letters a to p. Of the manifest's `key` where it
 * has one (a build copied for a recorded profile), else of the folder.
 */
export function unpackedId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { key?: string };
  const hashed = createHash("sha256").update(key ? Buffer.from(key, "base64") : folder);
  const hex = hashed.digest("hex").slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}
