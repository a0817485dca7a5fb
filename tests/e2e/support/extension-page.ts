import type { BrowserContext, Page } from "@playwright/test";
import type { Page as OtherPage } from "puppeteer-core";
import type { Person, SandboxIntegration } from "../../../sandbox/data";
import type { ShownCandidate } from "../../../src/domain/find";
import type { Hold, Job } from "../../../src/domain/job";
import type { MessageName, RequestOf, ResponseOf } from "../../../src/messaging/protocol";
import type { FirefoxPage } from "../../harness/firefox-extension";
import { until } from "../../harness/until";

type Reply = { ok: true; response: unknown } | { ok: false; error: string };

/** The parts of the extension API that tests call in a page of the extension. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void } };

/** A page of the extension: sends requests to the real background by the real protocol, and reads the database. */
export class ExtensionPage {
  private readonly page: Page;

  /** The page may come from either driver, or be Firefox's; all evaluate alike. */
  constructor(page: Page | OtherPage | FirefoxPage) {
    this.page = page as Page;
  }

  static async open(context: BrowserContext, extensionId: string): Promise<ExtensionPage> {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/src/options/index.html?test`);
    return new ExtensionPage(page);
  }

  /** Opens the page in a new window. */
  static async openInWindow(context: BrowserContext, extensionId: string): Promise<ExtensionPage> {
    const session = await context.newCDPSession(context.pages()[0] as Page);
    const opening = context.waitForEvent("page");
    const url = `chrome-extension://${extensionId}/src/options/index.html?test`;
    await session.send("Target.createTarget", { url, newWindow: true });
    const page = await opening;
    await page.waitForLoadState();
    await session.detach();
    return new ExtensionPage(page);
  }

  close(): Promise<void> {
    return this.page.close();
  }

  /** Sends a request to the background; rejects if the background stops before it answers. */
  async request<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
    const reply = (await this.page.evaluate((message) => chrome.runtime.sendMessage(message), {
      quicktag: name,
      request,
    })) as Reply;
    if (!reply?.ok) throw new Error(`${name}: ${reply?.error ?? "no answer"}`);
    return reply.response as ResponseOf<N>;
  }

  /** Adds tags as a popup does that found the candidate by the ATS's ID. Returns the IDs of the jobs. */
  async add(of: SandboxIntegration, person: Person, ...tags: string[]): Promise<string[]> {
    const answer = await this.request("tags.apply", {
      shown: shownAs(of, person),
      tags: tags.map((name) => ({ name, create: !of.tags.includes(name) })),
    });
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
    return [...answer.jobs];
  }

  /** Reloads the extension, which closes this page. */
  async reload(): Promise<void> {
    await this.page.evaluate(() => setTimeout(() => chrome.runtime.reload()));
  }

  /** Starts the background if it is not running, as any use of Quicktag does. */
  async wake(): Promise<void> {
    await this.request("jobs.discard", { jobId: "nobody's" });
  }

  /** Everything in a store of the database. */
  read(store: string): Promise<unknown[]> {
    return this.page.evaluate(readStore, store);
  }

  jobs(): Promise<Job[]> {
    return this.read("jobs") as Promise<Job[]>;
  }

  holds(): Promise<Hold[]> {
    return this.read("holds") as Promise<Hold[]>;
  }

  /** Waits until the job fits, and returns it; fails with the job as it is. */
  async job(id: string, fits: (job: Job) => boolean = isOver, timeoutMs?: number): Promise<Job> {
    let last: Job | undefined;
    const look = async () => {
      last = (await this.jobs()).find((one) => one.id === id);
      return last && fits(last) ? last : null;
    };
    return until(`job ${id}`, look, timeoutMs).catch((error: Error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(last)}`);
    });
  }

  /** Puts records into a store past the background, as another version or damage leaves them. */
  async put(store: string, records: readonly object[]): Promise<void> {
    await this.page.evaluate(putRecords, { store, records });
  }

  /** Empties these stores. The background must not be running. */
  async clear(...stores: string[]): Promise<void> {
    await this.page.evaluate(clearStores, stores);
  }
}

export const isOver = ({ state }: Job): boolean => state !== "queued" && state !== "sending";

/** The candidate as a popup would have shown it. */
export function shownAs(of: SandboxIntegration, person: Person): ShownCandidate {
  const { komboId: id, remoteId, firstName, lastName, tags } = person;
  return {
    candidate: { id, remoteId, name: `${firstName} ${lastName}`, tags: [...tags] },
    integrationId: of.id,
    matchedBy: "hand",
    reference: { ats: null, tenant: null, lookups: [{ by: "candidate", value: remoteId }] },
    certainty: { level: "sure", reason: "confirmed" },
    asOf: Date.now(),
    tabId: null,
    pageUrl: null,
    page: null,
  };
}

/** Runs in the page. */
function readStore(store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("quicktag");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction(store).objectStore(store).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        db.close();
        resolve(reading.result);
      };
    };
  });
}

/** Runs in the page. */
function clearStores(stores: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("quicktag");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(stores, "readwrite");
      for (const store of stores) tx.objectStore(store).clear();
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

/** Runs in the page. */
function putRecords({ store, records }: { store: string; records: readonly object[] }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("quicktag");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(store, "readwrite");
      for (const record of records) tx.objectStore(store).put(record);
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}
