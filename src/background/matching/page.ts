import script from "../../content/inject?script&iife";
import type { PageFacts, Reads } from "../../domain/facts";
import type { PageSide } from "../../messaging/page-side";
import { browser } from "../../platform/browser";

type InPage = typeof globalThis & { quicktag: PageSide };

/** Longer than this nobody waits for what a page controls: it may be busy, or never come to its end. */
const PATIENCE_MS = 2000;
/** A page that is still filling is read once more after this. */
const FILLING_MS = 600;

const TIMED_OUT = "timed out";

/** A frame of a tab; the tab's own page without `frameId`. */
interface Where {
  tabId: number;
  frameId?: number;
}

/** What came of reading a page. */
export interface PageReading {
  /** Null where the browser lets nobody read, or the page did not answer in time. */
  facts: PageFacts | null;
  /** The page did not answer within two seconds: go on with the address, and say so. */
  timedOut: boolean;
}

const target = ({ tabId, frameId }: Where) => ({ tabId, ...(frameId !== undefined && { frameIds: [frameId] }) });

/** Puts the page side into a page, finished or not. Needs the grant of a gesture; rejects without it. Twice does no harm. */
async function inject(where: Where): Promise<void> {
  const files = [script.replace(/^\//, "")];
  await browser.scripting.executeScript({ target: target(where), files, injectImmediately: true });
}

/**
 * The facts of the page open in a tab, or in the frame of it where a menu was used. Answers within two seconds, whatever
 * the page does; a page that is still filling is read a second time before that.
 */
export async function gatherFacts(tabId: number, reads: Reads, frameId?: number): Promise<PageReading> {
  const where = frameId === undefined ? { tabId } : { tabId, frameId };
  let first: PageFacts | null = null;
  const reading = readOnce(where, reads).then(async (facts) => {
    first = facts;
    if (!facts?.filling || hasDeclared(facts, reads)) return facts;
    await wait(FILLING_MS);
    return (await readOnce(where, reads)) ?? facts;
  });
  const inTime = await inPatience(reading);
  const facts = inTime === TIMED_OUT ? first : inTime;
  return { facts, timedOut: inTime === TIMED_OUT && facts === null };
}

async function readOnce(where: Where, reads: Reads): Promise<PageFacts | null> {
  try {
    await inject(where);
    const [frame] = await browser.scripting.executeScript({
      target: target(where),
      func: (wanted: Reads) => (globalThis as InPage).quicktag.gather(wanted),
      args: [reads],
      injectImmediately: true,
    });
    return (frame?.result as PageFacts | undefined) ?? null;
  } catch {
    return null;
  }
}

/** What the rule wants from the page's elements is there: nothing is gained by waiting for the rest. */
function hasDeclared({ declared }: PageFacts, reads: Reads): boolean {
  return Object.entries(reads).some(([name, { kind }]) => kind === "elements" && (declared[name]?.length ?? 0) > 0);
}

export interface CallOptions {
  frameId?: number;
  /** Asked with the tab's address at the last moment: false, and nothing is put into the page. */
  isExpected?: (url: string) => boolean | Promise<boolean>;
}

/**
 * Calls a function of the page side with one argument. Null where no page is left to call, where it is not the expected
 * one (compared in the page once more, so that none can slip in between), and where the page does not answer in time.
 */
export async function callPage<N extends "showToast" | "linkFacts" | "pageLinks">(
  tabId: number,
  name: N,
  argument: Parameters<PageSide[N]>[0],
  { frameId, isExpected }: CallOptions = {},
): Promise<Awaited<ReturnType<PageSide[N]>> | null> {
  const where = frameId === undefined ? { tabId } : { tabId, frameId };
  const call = async () => {
    const url = isExpected ? await tabUrl(tabId) : null;
    if (isExpected && (url === null || !(await isExpected(url)))) return null;
    if ((await inPatience(inject(where))) === TIMED_OUT) return null;
    const [frame] = await browser.scripting.executeScript({
      target: target(where),
      func: (which: "showToast" | "linkFacts" | "pageLinks", given: never, only: string | null) =>
        only === null || only === location.href ? ((globalThis as InPage).quicktag[which](given) as never) : null,
      args: [name, argument as never, url],
      injectImmediately: true,
    });
    return frame?.result ?? null;
  };
  // A toast's answer is the person's, who may take their time.
  const answer = await (name === "showToast" ? call() : inPatience(call())).catch(() => null);
  return (answer === TIMED_OUT ? null : answer) as Awaited<ReturnType<PageSide[N]>> | null;
}

/** The address of a tab, as far as the browser tells (a gesture, or a page of ours); null otherwise. */
export async function tabUrl(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null;
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a promise gives, or `TIMED_OUT` after two seconds. */
function inPatience<T>(promise: Promise<T>): Promise<T | typeof TIMED_OUT> {
  return Promise.race([promise, wait(PATIENCE_MS).then((): typeof TIMED_OUT => TIMED_OUT)]);
}
