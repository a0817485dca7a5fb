import { vi } from "vitest";
import { prepare } from "../../../src/domain/picker";
import type { MessageName, RequestOf, TagChoice } from "../../../src/messaging/protocol";

/** The static page's field, as far as the popup's keys need it. */
class TextField extends EventTarget {
  value = "";
}

export interface Sent {
  to: string;
  tags: readonly TagChoice[];
}

/**
 * The popup's keys and state without its drawing: real key events on a field, and what is sent to the background. What the
 * browser stores for the session outlives a popup when the same map is handed on.
 */
export async function openPopup(
  session = new Map<string, unknown>(),
  onSent: (to: string, tags: readonly TagChoice[]) => void = () => {},
) {
  vi.resetModules();
  const field = new TextField();
  const sent: Sent[] = [];
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("HTMLInputElement", TextField);
  vi.doMock("../../../src/popup/field", () => ({ field, focusField: () => {}, restoreFocus: () => {} }));
  vi.doMock("../../../src/platform/browser", () => ({ browser: { storage: { session: area(session) } } }));
  vi.doMock("../../../src/storage/read", () => ({
    readJobsByHand: async () => ({ jobs: [], cleared: [] }),
    readHolds: async () => [],
    readUses: async () => [],
    readTagList: async () => undefined,
  }));
  vi.doMock("../../../src/messaging/call", () => ({
    call: async (name: MessageName, request: unknown) => {
      if (name === "candidate.confirm") {
        const { shown } = request as RequestOf<"candidate.confirm">;
        return { ...shown, certainty: { level: "sure", reason: "confirmed" } };
      }
      const { shown, tags } = request as RequestOf<"tags.apply">;
      sent.push({ to: shown.candidate.id, tags });
      onSent(shown.candidate.id, tags);
      return { ok: true, jobs: ["job"] };
    },
  }));
  const { get, set, usePopup } = await import("../../../src/popup/state");
  const { resolvePendingEntries } = await import("../../../src/popup/pending-entries");
  const { keepHighlight, highlightedRow } = await import("../../../src/popup/highlight");
  const { bindField } = await import("../../../src/popup/keys");
  keepHighlight();
  usePopup.subscribe(resolvePendingEntries);
  bindField();

  const press = (key: string, more: Partial<KeyboardEvent> = {}): boolean => {
    const event = Object.assign(new Event("keydown", { cancelable: true }), { key, code: key, ...more });
    return !field.dispatchEvent(event);
  };
  const input = (text: string, isComposing = false) => {
    field.value = text;
    field.dispatchEvent(Object.assign(new Event("input"), { isComposing }));
  };
  return {
    get,
    set,
    field,
    sent,
    press,
    input,
    /** Letter by letter. */
    type: (text: string) => {
      for (const letter of text) input(field.value + letter);
    },
    alt: (digit: number) => press(`${digit}`, { code: `Digit${digit}`, altKey: true }),
    paste: (text: string) =>
      field.dispatchEvent(
        Object.assign(new Event("paste", { cancelable: true }), { clipboardData: { getData: () => text } }),
      ),
    list: (...names: string[]) => set({ index: prepare(names), listSettled: true }),
    highlightedRow,
    highlighted: () => highlightedRow(get())?.name,
    ...(await import("../../../src/popup/submit")),
    names: () => sent.flatMap(({ tags }) => tags.map(({ name }) => name)),
  };
}

function area(items: Map<string, unknown>) {
  return {
    get: async (key: string) => (items.has(key) ? { [key]: items.get(key) } : {}),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) items.set(key, value);
    },
    remove: async (key: string) => void items.delete(key),
  };
}
