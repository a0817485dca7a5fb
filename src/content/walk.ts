/** Elements whose text nobody sees. */
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "OBJECT", "svg"]);

export interface Visitor {
  /** Text a person can see, with the element it stands in. */
  text(value: string, parent: Element): void;
  element(element: Element): void;
}

/** Depth first through document, open shadow roots and same-origin frames; subtrees that are not shown are left out. */
export function walk(root: Element | ShadowRoot, visitor: Visitor): void {
  for (let node: Node | null = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) {
      const value = node.nodeValue ?? "";
      if (value.trim()) visitor.text(value, elementOf(root));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      enter(node as Element, visitor);
    }
  }
}

/** By kind of node, not by class: a frame's nodes are of the frame's own classes. */
function elementOf(root: Element | ShadowRoot): Element {
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : (root as Element);
}

function enter(element: Element, visitor: Visitor): void {
  if (SILENT.has(element.tagName) || !shown(element)) return;
  visitor.element(element);
  if (element.shadowRoot) walk(element.shadowRoot, visitor);
  if (element.tagName === "IFRAME" || element.tagName === "FRAME") {
    const inside = frameDocument(element as HTMLIFrameElement)?.body;
    if (inside) walk(inside, visitor);
  }
  walk(element, visitor);
}

/** Only elements that lay something out are asked; `display: contents` has no box of its own but shows its children. */
function shown(element: Element): boolean {
  if (element.childElementCount > 8) return true;
  return element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === "contents";
}

/** The document of a same-origin frame; null for every other frame. */
export function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** The document's own body, its open shadow roots' and its same-origin frames' roots: where selectors are looked for. */
export function* roots(document: Document): Generator<Document | ShadowRoot> {
  const waiting: (Document | ShadowRoot)[] = [document];
  for (let root = waiting.pop(); root; root = waiting.pop()) {
    yield root;
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) waiting.push(element.shadowRoot);
      const inner = element.tagName === "IFRAME" ? frameDocument(element as HTMLIFrameElement) : null;
      if (inner) waiting.push(inner);
    }
  }
}
