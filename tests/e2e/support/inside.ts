import type { BrowserContext, Page } from "@playwright/test";
import type { Page as OtherPage } from "puppeteer-core";
import type { Person, SandboxIntegration } from "../../../sandbox/data";
import type { ShownCandidate } from "../../../src/domain/find";
import type { Hold, Job } from "../../../src/domain/job";
import type { MessageName, RequestOf, ResponseOf } from "../../../src/messaging/protocol";
import { until } from "./until";

type Reply = { ok: true; response: unknown } | { ok: false; error: string };

/** What the browser's own functions look like in a page of the extension. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void } };

/** A page of Quicktag's own: asks the real background by the real protocol, and reads what is stored. */
export class Inside {
  private readonly page: Page;

  /** A page of either driver: they evaluate alike. */
  constructor(page: Page | OtherPage) {
    this.page = page as Page;
  }

  static async open(context: BrowserContext, extensionId: string): Promise<Inside> {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/src/options/index.html?inside`);
    return new Inside(page);
  }

  /** The same in a window of its own. */
  static async openInWindow(context: BrowserContext, extensionId: string): Promise<Inside> {
    const session = await context.newCDPSession(context.pages()[0] as Page);
    const opening = context.waitForEvent("page");
    const url = `chrome-extension://${extensionId}/src/options/index.html?inside`;
    await session.send("Target.createTarget", { url, newWindow: true });
    const page = await opening;
    await page.waitForLoadState();
    await session.detach();
    return new Inside(page);
  }

  /** Closes the page. */
  close(): Promise<void> {
    return this.page.close();
  }

  /** Asks the background; rejects when it died before it answered. */
  async ask<N extends MessageName>(name: N, ask: RequestOf<N>): Promise<ResponseOf<N>> {
    const reply = (await this.page.evaluate((message) => chrome.runtime.sendMessage(message), {
      quicktag: name,
      request: ask,
    })) as Reply;
    if (!reply?.ok) throw new Error(`${name}: ${reply?.error ?? "no answer"}`);
    return reply.response as ResponseOf<N>;
  }

  /** Asks for tags for a candidate as a popup does that found the candidate by the ATS's id; gives the jobs. */
  async add(of: SandboxIntegration, person: Person, ...tags: string[]): Promise<string[]> {
    const answer = await this.ask("tags.apply", {
      shown: shownAs(of, person),
      tags: tags.map((name) => ({ name, create: !of.tags.includes(name) })),
    });
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
    return [...answer.jobs];
  }

  /** Reloads the whole extension; this page goes with it. */
  async reload(): Promise<void> {
    await this.page.evaluate(() => setTimeout(() => chrome.runtime.reload()));
  }

  /** Starts the background if it is not running, as anything a recruiter does with Quicktag would. */
  async wake(): Promise<void> {
    await this.ask("jobs.discard", { jobId: "nobody's" });
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

  /** The job once it fits; fails with what it is instead. */
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

  /** Empties the stores, as on the first day. The background must not be running. */
  async forget(...stores: string[]): Promise<void> {
    await this.page.evaluate(clearStores, stores);
  }
}

export const isOver = ({ state }: Job): boolean => state !== "queued" && state !== "sending";

/** The candidate as the popup had it on its screen. */
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
