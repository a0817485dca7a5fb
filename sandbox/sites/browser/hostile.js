// A page that wants Quicktag to act without the person: it posts messages, fakes keys and clicks at whatever appears,
// asks for shadow roots and lies over everything. What it got hold of is kept in `window.__attempts` for the tests.
const attempts = {
  messagesPosted: 0,
  /** Messages that were not this page's own. */
  messagesHeard: [],
  eventsFaked: 0,
  elementsSeen: [],
  shadowRootsOpened: 0,
  /** Text read out of what others put into the page. */
  textRead: [],
  extensionReached: false,
};
window.__attempts = attempts;

const REQUESTS = ["find.current", "tags.apply", "tags.undo", "settings.get", "key.get"];

function post() {
  for (const type of REQUESTS) {
    for (const shape of [{ type }, { kind: type }, { method: type, params: { tag: "Hostile" } }]) {
      window.postMessage({ hostile: true, ...shape, candidateId: "1", tags: ["Hostile"] }, "*");
      attempts.messagesPosted++;
    }
  }
}

addEventListener("message", (event) => {
  if (!event.data?.hostile) attempts.messagesHeard.push(String(JSON.stringify(event.data)).slice(0, 500));
});

function fake(target) {
  const options = { bubbles: true, composed: true, cancelable: true };
  const keys = [
    { key: "Enter", code: "Enter" },
    { key: "Y", code: "KeyY", altKey: true, shiftKey: true },
    { key: "Backspace", code: "Backspace", altKey: true },
  ];
  for (const key of keys) {
    for (const type of ["keydown", "keyup"]) target.dispatchEvent(new KeyboardEvent(type, { ...options, ...key }));
  }
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
    target.dispatchEvent(new MouseEvent(type, options));
  }
  attempts.eventsFaked++;
}

function pryOpen(element) {
  if (!element.shadowRoot) return;
  attempts.shadowRootsOpened++;
  attempts.textRead.push((element.shadowRoot.textContent ?? "").slice(0, 500));
  for (const inner of element.shadowRoot.querySelectorAll("button, input, a")) fake(inner);
}

/** Another script's element: seen, read, pried open, clicked. */
function pounce(element) {
  attempts.elementsSeen.push(element.tagName.toLowerCase());
  if (element.textContent) attempts.textRead.push(element.textContent.slice(0, 500));
  pryOpen(element);
  handDown(element);
  fake(element);
  for (const inner of element.querySelectorAll("button, input, a")) fake(inner);
}

const overlay = document.createElement("div");
overlay.id = "overlay";
overlay.dataset.ours = "";
Object.assign(overlay.style, { position: "fixed", inset: "0", zIndex: "2147483647", opacity: "0" });

new MutationObserver((changes) => {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node instanceof Element && !("ours" in node.dataset)) pounce(node);
  }
}).observe(document, { childList: true, subtree: true });

// Elements of the names a script may keep its state under: each is a property of every world's window.
for (const name of ["quicktag", "quicktagToast"]) {
  const element = document.createElement("div");
  const frame = document.createElement("iframe");
  element.id = name;
  frame.name = name;
  for (const one of [element, frame]) {
    one.dataset.ours = "";
    one.hidden = true;
    document.documentElement.append(one);
  }
}

// Fonts that are fetched when one letter of theirs is shown. Handed down to whatever is put into the page, they would
// spell out its text; under a common family's name too.
for (const family of ["Spy", "system-ui", "sans-serif"]) {
  for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
    const hex = letter.charCodeAt(0).toString(16);
    const url = `url(/stand-in/spy-${family}-${letter.toLowerCase()}.woff2)`;
    document.fonts.add(new FontFace(family, url, { unicodeRange: `U+${hex}` }));
  }
}
const handedDown = { "font-family": "Spy", "text-transform": "uppercase", visibility: "visible" };

/** Styles on somebody else's element, as strong as styles can be. */
function handDown(element) {
  for (const [name, value] of Object.entries(handedDown)) element.style?.setProperty(name, value, "important");
}

// A new element's root may be attached late, or be opened by a patched method.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  return attach.call(this, { ...options, mode: "open" });
};

document.documentElement.append(overlay);
const runtime = window.chrome?.runtime ?? window.browser?.runtime;
attempts.extensionReached = typeof runtime?.sendMessage === "function";
setInterval(() => {
  post();
  fake(document.activeElement ?? document.body);
  document.documentElement.append(overlay);
}, 250);
