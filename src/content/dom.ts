/**
 * The page's tree, read past what a page can put in the way: `<form><input name="parentElement"></form>` makes the
 * form's own `parentElement` that input, and `<img name="body">` the document's `body`, for this script too.
 */
function getter<O extends object, K extends keyof O>(prototype: O, name: K): (of: O) => O[K] {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) as { get: () => O[K] };
  return (of) => get.call(of);
}

export const firstChild = getter(Node.prototype, "firstChild");
export const nextSibling = getter(Node.prototype, "nextSibling");
export const parentNode = getter(Node.prototype, "parentNode");
const nodeType = getter(Node.prototype, "nodeType");
export const documentOf = getter(Node.prototype, "ownerDocument");
const slotOf = getter(Element.prototype, "assignedSlot");
const openRoot = getter(Element.prototype, "shadowRoot");
const localName = getter(Element.prototype, "localName");
export const bodyOf = getter(Document.prototype, "body");
export const rootOf = getter(Document.prototype, "documentElement");
export const windowOf = getter(Document.prototype, "defaultView");
export const stateOf = getter(Document.prototype, "readyState");
export const titleOf = getter(Document.prototype, "title");
const { closest, getAttribute, getBoundingClientRect, matches, checkVisibility } = Element.prototype;

export const attribute = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const rectOf = (element: Element): DOMRect => getBoundingClientRect.call(element);
export const fits = (element: Element, selector: string): boolean => matches.call(element, selector);
export const closestTo = (element: Element, selector: string): Element | null => closest.call(element, selector);
export const isRendered = (element: Element): boolean =>
  checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });

/** By kind of node, not by class: a frame's nodes are of the frame's own classes. */
const isKind = (node: Node | null, kind: number): boolean => node !== null && nodeType(node) === kind;
export const isElement = (node: Node | null): node is Element => isKind(node, Node.ELEMENT_NODE);
export const isText = (node: Node | null): node is Text => isKind(node, Node.TEXT_NODE);
const isShadowRoot = (node: Node | null): node is ShadowRoot => isKind(node, Node.DOCUMENT_FRAGMENT_NODE);
const isDocument = (node: Node | null): node is Document => isKind(node, Node.DOCUMENT_NODE);

/** The tag's name in lower case, in HTML, XHTML and SVG alike. */
export const nameOf = (element: Element): string => localName(element).toLowerCase();

/** The elements of HTML that may have a shadow root, beside custom ones. */
const MAY_HOST = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

type WithClosedRoots = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
declare const chrome: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;
const openOrClosed = typeof chrome === "undefined" ? undefined : chrome?.dom?.openOrClosedShadowRoot;

/** An element's shadow root, closed ones too (Chrome: `chrome.dom`; Firefox: a property that only extensions see). */
export function shadowOf(element: Element, name = localName(element)): ShadowRoot | null {
  if (!(MAY_HOST.has(name) || name.includes("-"))) return null;
  const closed = (element as WithClosedRoots).openOrClosedShadowRoot;
  return openRoot(element) ?? closed ?? openOrClosed?.(element) ?? null;
}

const FRAMES = new Set(["iframe", "frame", "object"]);

/** The document of a same-origin frame, or of an `object` that shows a page; null for every other element. */
export function frameDocument(element: Element, name = localName(element)): Document | null {
  if (!FRAMES.has(name)) return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The element around this one as it is laid out: out of shadow roots to their hosts, out of frames to the frame. */
export function parentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? parentNode(element);
  if (isElement(parent)) return parent;
  if (isShadowRoot(parent)) return parent.host;
  return isDocument(parent) ? (windowOf(parent)?.frameElement ?? null) : null;
}

/** The elements of one tree that fit a selector. */
export function query(root: Document | ShadowRoot, selector: string): NodeListOf<Element> {
  const { querySelectorAll } = isShadowRoot(root) ? DocumentFragment.prototype : Document.prototype;
  return querySelectorAll.call(root, selector);
}

/** All trees a page is made of. */
export interface Trees {
  /** The document, its shadow roots and its same-origin frames': where selectors are looked for. */
  roots: readonly (Document | ShadowRoot)[];
  /** Asked for once: it costs as much as reading the element. */
  shadows: ReadonlyMap<Element, ShadowRoot>;
}

/** The trees of a document, without what the given element holds. */
export function treesOf(document: Document, except: Element | null): Trees {
  const roots: (Document | ShadowRoot)[] = [document];
  const shadows = new Map<Element, ShadowRoot>();
  for (const root of roots) {
    for (const element of query(root, "*")) {
      if (element === except) continue;
      const name = localName(element);
      const shadow = shadowOf(element, name);
      if (shadow) shadows.set(element, shadow);
      const inner = shadow ?? frameDocument(element, name);
      if (inner) roots.push(inner);
    }
  }
  return { roots, shadows };
}
