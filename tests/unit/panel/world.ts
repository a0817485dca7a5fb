import { vi } from "vitest";
import type { FindResult, ShownCandidate } from "../../../src/domain/find";
import type { MessageName, RequestOf } from "../../../src/messaging/protocol";
import { shown } from "../popup/made";

class TextField extends EventTarget {
  value = "";
}

interface Tab {
  id: number;
  windowId: number;
  url: string;
  title: string;
  status: "loading" | "complete";
}

export interface Written {
  to: string;
  tag: string;
  anyway: boolean;
}

type Listener = (...args: never[]) => void;
const event = () => {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    emit: (...args: unknown[]) => {
      for (const listener of listeners) (listener as (...all: unknown[]) => void)(...args);
    },
  };
};

export const HOST = "https://ats.example.com/c/";
export const personAt = (url: string): string => url.slice(HOST.length);

/** How long (ms) the background takes to read a page, and Kombo to answer. */
export interface Delays {
  read: number;
  answer: number;
}

/**
 * A window of a browser with tabs, the background behind it, and the real panel without its drawing. The background reads
 * a page some time after it was asked, and answers later; it refuses a tag for somebody the tab does not show any more.
 */
export async function openPanel() {
  vi.resetModules();
  const field = new TextField();
  const document = Object.assign(new EventTarget(), {
    visibilityState: "visible",
    querySelector: () => null,
    querySelectorAll: () => [],
  });
  vi.stubGlobal("document", document);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("HTMLInputElement", TextField);
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run));
  const tabs: Tab[] = [1, 2, 3].map((id) => ({
    id,
    windowId: 9,
    url: `${HOST}p${id}`,
    title: `p${id} · ATS`,
    status: "complete",
  }));
  let active = 1;
  const session = new Map<string, unknown>([["numbers:greenhouse:made-up", ["Alpha", "Beta"]]]);
  const onActivated = event();
  const onUpdated = event();
  const written: Written[] = [];
  /** What lies with the background, to be carried out should the panel be closed. */
  const given = new Set<string>();
  const asked: RequestOf<"candidate.find">[] = [];
  const delays: Delays = { read: 10, answer: 700 };
  let certainty: ShownCandidate["certainty"] = { level: "sure", reason: "agrees" };
  const tab = () => tabs.find(({ id }) => id === active) as Tab;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const shownAt = (url: string, tabId: number): ShownCandidate =>
    shown({
      candidate: { id: personAt(url), remoteId: personAt(url), name: personAt(url), tags: [] },
      tabId,
      pageUrl: url,
      certainty,
    });

  async function find({ tabId }: { tabId: number }): Promise<FindResult> {
    const { read, answer } = delays;
    await wait(read);
    const { url } = tabs.find(({ id }) => id === tabId) as Tab;
    await wait(answer);
    return { kind: "found", shown: shownAt(url, tabId) };
  }

  async function apply({ shown: to, tags, anyway, intentionIds = [] }: RequestOf<"tags.apply">) {
    await wait(delays.read);
    const now = tabs.find(({ id }) => id === to.tabId) as Tab;
    if (!anyway && now.url !== to.pageUrl) {
      return { ok: false, because: "candidate-changed", now: { kind: "found", shown: shownAt(now.url, now.id) } };
    }
    for (const id of intentionIds) given.delete(id);
    for (const { name } of tags) written.push({ to: to.candidate.id, tag: name, anyway: anyway === true });
    return { ok: true, jobs: [] };
  }

  let focused = 0;
  const focusField = () => {
    focused += 1;
  };
  vi.doMock("../../../src/popup/field", () => ({ field, focusField, restoreFocus: () => {} }));
  vi.doMock("../../../src/platform/browser", () => ({
    browser: {
      tabs: { onActivated, onUpdated, query: async () => [{ ...tab() }] },
      permissions: { contains: async () => false, onAdded: event(), onRemoved: event() },
      commands: { getAll: async () => [] },
      runtime: { connect: () => ({ onDisconnect: event() }) },
      storage: {
        onChanged: event(),
        local: { get: async () => ({}) },
        session: {
          get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
          set: async (values: object) => {
            for (const [key, value] of Object.entries(values)) session.set(key, value);
          },
          remove: async (key: string) => void session.delete(key),
        },
      },
    },
  }));
  vi.doMock("../../../src/storage/changes", () => ({ onStoreChange: () => () => {}, broadcastChange: () => {} }));
  vi.doMock("../../../src/storage/read", () => ({
    readJobsByHand: async () => ({ jobs: [], cleared: [] }),
    readHolds: async () => [],
    readUses: async () => [],
    readTagList: async () => ({ syncedAt: 1, tags: [] }),
    readKnownOnPage: async () => [],
  }));
  vi.doMock("../../../src/domain/tag-list", () => ({ offeredNames: () => ["Alpha", "Beta"] }));
  vi.doMock("../../../src/messaging/call", () => ({
    call: async (name: MessageName, request: never) => {
      if (name === "candidate.find") {
        asked.push(request);
        return find(request);
      }
      if (name === "tags.apply") return apply(request);
      if (name === "intentions.add") given.add((request as RequestOf<"intentions.add">).id);
      if (name === "intentions.end") for (const id of (request as RequestOf<"intentions.end">).ids) given.delete(id);
      if (name === "intentions.take") return { entries: [] };
      if (name === "page.text") return null;
      if (name === "panel.site") return { origin: null };
      return { ok: true, failure: null };
    },
  }));
  const { setSurface } = await import("../../../src/popup/surface");
  const { defer } = await import("../../../src/panel/deferred");
  const { hasLeft, tellKept } = await import("../../../src/panel/leave");
  setSurface({ stays: true, screens: {}, defer, hasLeft, onKept: tellKept });
  const state = await import("../../../src/popup/state");
  const { bindField } = await import("../../../src/popup/keys");
  const { shownCandidate } = await import("../../../src/popup/selectors");
  const { startPanel } = await import("../../../src/panel/start");
  const { usePanel } = await import("../../../src/panel/state");
  const follow = await import("../../../src/panel/follow");
  const { bindPanelKeys } = await import("../../../src/panel/keys");
  bindField();
  bindPanelKeys();
  void startPanel();

  const key = (name: string, more: object = {}) =>
    field.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key: name, code: name, ...more }));
  return {
    ...follow,
    get: state.get,
    panel: usePanel.getState,
    shown: () => shownCandidate(state.get())?.candidate.id ?? null,
    written,
    given,
    asked,
    delays,
    session,
    field,
    focused: () => focused,
    document,
    url: () => tab().url,
    /** From now on people found so have to be confirmed. */
    doubt: () => {
      certainty = { level: "ask", reason: "nothing-to-compare" };
    },
    /** The page goes to somebody; the browser tells it a moment later, with or without the address. */
    go: (person: string, { tells = true, loads = false, latency = 0 } = {}) => {
      const now = tab();
      now.url = `${HOST}${person}`;
      now.status = loads ? "loading" : "complete";
      const { id, url } = now;
      setTimeout(() => onUpdated.emit(id, { ...(tells && { url }), status: now.status }), latency);
      if (loads) {
        setTimeout(() => {
          now.status = "complete";
          onUpdated.emit(id, { status: "complete" });
        }, latency + 250);
      }
      setTimeout(() => {
        now.title = `${person} · ATS`;
        onUpdated.emit(id, { title: now.title });
      }, latency + 60);
    },
    /** The browser tells something about the tab. */
    sign: (change: object) => onUpdated.emit(active, change),
    retitle: (title: string) => {
      tab().title = title;
      onUpdated.emit(active, { title });
    },
    switchTo: (id: number, latency = 0) => {
      active = id;
      setTimeout(() => onActivated.emit({ tabId: id, windowId: 9 }), latency);
    },
    alt: (digit: number) => key(`${digit}`, { code: `Digit${digit}`, altKey: true }),
    type: (text: string) => {
      field.value = text;
      field.dispatchEvent(Object.assign(new Event("input"), { isComposing: false }));
    },
    enter: () => key("Enter"),
  };
}
