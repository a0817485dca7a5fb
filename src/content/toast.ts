import type { ToastAnswer, ToastContent } from "../messaging/page-side";
import { box, button, styled } from "./toastParts";

/** Where the toast that is shown is kept: this script is put into the page anew for each of them. */
const here = globalThis as typeof globalThis & { quicktagToast?: { end(answer: ToastAnswer): void } };

/**
 * Shows one outcome in the page and gives what the person did with it. Lives in a closed shadow root in the browser's top
 * layer; takes real clicks and keys only, so that a page cannot press Undo.
 */
export function showToast(content: ToastContent): Promise<ToastAnswer> {
  here.quicktagToast?.end("replaced");
  return new Promise((resolve) => {
    const host = document.createElement("div");
    host.setAttribute("popover", "manual");
    const toast = { end };
    let timer = setTimeout(() => end("closed"), content.stayMs);
    function end(answer: ToastAnswer) {
      clearTimeout(timer);
      host.remove();
      if (here.quicktagToast === toast) delete here.quicktagToast;
      resolve(answer);
    }
    here.quicktagToast = toast;
    // Somebody is reading: stay, and start counting again when they leave.
    const stay = ({ isTrusted }: Event) => isTrusted && clearTimeout(timer);
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
  const frame = styled("div", { display: "flex", gap: "12px", "align-items": "flex-start" });
  const words = styled("div", { flex: "1", "min-width": "0" });
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  words.append(status);
  frame.append(mark(content.tone, dark), words);
  if (content.undo) {
    const { label, meaning } = content.undo;
    frame.append(button(label, dark, (event) => event.isTrusted && end("undo"), { title: meaning }));
  }
  frame.append(button("×", dark, (event) => event.isTrusted && end("closed"), { "aria-label": content.close }));
  root.append(frame);
  host.lang = content.lang;
  place(host);
  // Filled after it is in the document, or screen readers do not announce it.
  status.append(styled("div", { "font-weight": "600" }, content.what));
  if (content.next) status.append(styled("div", { "margin-top": "2px", opacity: "0.85" }, content.next));
  if (content.warnings.length > 0) words.append(fold(content));
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
