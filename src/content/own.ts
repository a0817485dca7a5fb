/**
 * What this script keeps between injections, in the isolated world's own scope. Under a symbol and asked for as an own
 * property: `<div id="quicktagToast">` in a page gives every world's window a property of that name.
 */
const KEY = Symbol.for("quicktag.toast");

/** The toast that is shown. */
export interface ShownToast {
  host: HTMLElement;
  at: number;
  end(answer: "replaced"): void;
}

type World = typeof globalThis & { [KEY]?: ShownToast };

export const shownToast = (): ShownToast | undefined =>
  Object.hasOwn(globalThis, KEY) ? (globalThis as World)[KEY] : undefined;

export function keepToast(toast: ShownToast | undefined): void {
  Object.defineProperty(globalThis, KEY, { value: toast, configurable: true });
}

/** The element our own toast lives in, which is no part of the page. */
export const ownHost = (): HTMLElement | null => shownToast()?.host ?? null;
