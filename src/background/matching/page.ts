import script from "../../content/inject?script&iife";
import type { PageFacts, Reads } from "../../domain/facts";
import type { PageSide } from "../../messaging/page-side";
import { browser } from "../../platform/browser";

type InPage = typeof globalThis & { quicktag: PageSide };

/** Puts the page side into a tab. Needs the grant of a gesture; rejects without it. Doing it twice does no harm. */
async function inject(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [script.replace(/^\//, "")] });
}

/** The facts of the page open in a tab; null where the browser lets nobody read. */
export async function gatherFacts(tabId: number, reads: Reads): Promise<PageFacts | null> {
  try {
    await inject(tabId);
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: (wanted: Reads) => (globalThis as InPage).quicktag.gather(wanted),
      args: [reads],
    });
    return (frame?.result as PageFacts | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Calls a function of the page side with one argument; null where no page is left to call. */
export async function callPage<N extends "showToast" | "linkText">(
  tabId: number,
  name: N,
  argument: Parameters<PageSide[N]>[0],
): Promise<Awaited<ReturnType<PageSide[N]>> | null> {
  try {
    await inject(tabId);
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: (which: "showToast" | "linkText", given: never) => (globalThis as InPage).quicktag[which](given) as never,
      args: [name, argument as never],
    });
    return (frame?.result ?? null) as Awaited<ReturnType<PageSide[N]>> | null;
  } catch {
    return null;
  }
}

/** The address of a tab, as far as the browser tells (a gesture, or a page of ours); null otherwise. */
export async function tabUrl(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null;
  }
}
