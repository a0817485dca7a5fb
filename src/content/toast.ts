import { NAME_HERE, type ToastAnswer, type ToastContent } from "../messaging/page-side";
import { keepToast, shownToast } from "./own";
import { box, button, shell, styled } from "./toast-parts";
import { writtenName } from "./written-name";

/**
 * Shows one outcome in the page and gives what the person did with it. Lives in a closed shadow root in the browser's top
 * layer; takes real clicks and keys only, so that a page cannot press Undo. A page can still guess its words one by one
 * (`window.find`): what must not be guessed must not be in the content.
 */
export function showToast(content: ToastContent): Promise<ToastAnswer> {
  const before = shownToast();
  if (before && before.at > content.at) return Promise.resolve("replaced");
  before?.end("replaced");
  if (!content.what) return Promise.resolve("closed");
  return new Promise((resolve) => {
    const host = document.createElement("div");
    host.setAttribute("popover", "manual");
    const toast = { host, at: content.at, end };
    const forgetKeys = content.undo ? onUndoKey(host, () => end("undo")) : () => undefined;
    let cameFrom: EventTarget | null = null;
    let timer = setTimeout(() => end("closed"), content.stayMs);
    function end(answer: ToastAnswer) {
      clearTimeout(timer);
      forgetKeys();
      // The keys go on where they were before the person came here.
      if (document.activeElement === host && cameFrom instanceof HTMLElement) cameFrom.focus();
      host.remove();
      if (shownToast() === toast) keepToast(undefined);
      resolve(answer);
    }
    keepToast(toast);
    // Somebody is reading: stay, and start counting again when they leave.
    const stay = (event: Event) => {
      if (!event.isTrusted) return;
      clearTimeout(timer);
      if (event instanceof FocusEvent && event.relatedTarget) cameFrom = event.relatedTarget;
    };
    const goSoon = ({ isTrusted }: Event) => {
      if (!isTrusted) return;
      clearTimeout(timer);
      timer = setTimeout(() => end("closed"), content.stayMs);
    };
    for (const type of ["pointerenter", "focusin"]) host.addEventListener(type, stay);
    for (const type of ["pointerleave", "focusout"]) host.addEventListener(type, goSoon);
    render(host, content, end);
  });
}

function render(host: HTMLElement, content: ToastContent, end: (answer: ToastAnswer) => void): void {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  box(host, dark);
  const root = host.attachShadow({ mode: "closed" });
  const frame = shell(dark);
  const words = styled("div", { flex: "1", "min-width": "0" });
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  words.append(status);
  frame.append(mark(content.tone, dark), words);
  if (content.undo) frame.append(undoButton(content.undo, dark, end));
  frame.append(button("×", dark, (event) => event.isTrusted && end("closed"), { "aria-label": content.close }));
  frame.addEventListener("keydown", (event) => event.isTrusted && event.key === "Escape" && end("closed"));
  root.append(frame);
  frame.lang = content.lang;
  place(host);
  // Filled after it is in the document, or screen readers do not announce it.
  status.append(styled("div", { "font-weight": "600" }, whatOf(content)));
  if (content.next) status.append(styled("div", { "margin-top": "2px", opacity: "0.85" }, content.next));
  if (content.warnings.length > 0) words.append(fold(content));
}

function whatOf({ what, named }: ToastContent): string {
  const written = named && writtenName(named.name);
  return written ? named.what.replace(NAME_HERE, () => written) : what;
}

/** The button, and below it the key that does the same from anywhere in the page. */
function undoButton(
  { label, meaning, key }: NonNullable<ToastContent["undo"]>,
  dark: boolean,
  end: (answer: ToastAnswer) => void,
): HTMLElement {
  const column = styled("div", { display: "flex", "flex-direction": "column", "align-items": "center" });
  const attributes = { title: meaning, "aria-keyshortcuts": "Alt+Backspace" };
  const hint = styled("div", { "font-size": "11px", opacity: "0.75", "white-space": "nowrap" }, key);
  hint.ariaHidden = "true";
  column.append(
    button(label, dark, (event) => event.isTrusted && end("undo"), attributes),
    hint,
  );
  return column;
}

/**
 * Alt+Backspace: on every keyboard layout, in no browser's own list, and read as "undo" since the first Windows. A field
 * of the page keeps it, because there it deletes a word or takes back what was typed. Gives what ends the listening.
 */
function onUndoKey(host: HTMLElement, undo: () => void): () => void {
  const heed = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey, key, repeat, isTrusted } = event;
    if (!isTrusted || repeat || key !== "Backspace" || !altKey || ctrlKey || metaKey || shiftKey) return;
    if (isEditable(event.composedPath()[0]) && document.activeElement !== host) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    undo();
  };
  addEventListener("keydown", heed, true);
  return () => removeEventListener("keydown", heed, true);
}

function isEditable(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Puts the toast where it can be clicked: everything outside an open modal dialog is dead, so then inside that one. */
function place(host: HTMLElement): void {
  const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
  (dialog ?? document.body ?? document.documentElement).append(host);
  // A closed dialog would hide it.
  dialog?.addEventListener("close", () => dialog.contains(host) && place(host), { once: true });
  try {
    host.showPopover();
  } catch {
    // No top layer (an old browser, an XML document): the fixed position alone will do.
  }
}

function mark(tone: ToastContent["tone"], dark: boolean): HTMLElement {
  const colour = {
    good: dark ? "#5fd39a" : "#0f7b4a",
    waiting: dark ? "#e6b455" : "#8a5a00",
    bad: dark ? "#ff8f86" : "#b3261e",
  }[tone];
  const sign = styled("span", { color: colour, "font-weight": "700" }, { good: "✓", waiting: "…", bad: "!" }[tone]);
  sign.ariaHidden = "true";
  return sign;
}

function fold(content: ToastContent): HTMLElement {
  const details = styled("details", { "margin-top": "6px", opacity: "0.85" });
  details.append(styled("summary", { cursor: "pointer" }, content.warningsLabel));
  for (const warning of content.warnings) details.append(styled("div", { "margin-top": "4px" }, warning));
  return details;
}
