import { bodyOf, documentOf, isRendered, nameOf, parentOf, rectOf, rootOf, windowOf } from "./dom";

/** A part of the window, in its coordinates; sides may be infinite. */
interface Region {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Everything in the normal flow lies inside: a document, or a box that scrolls. */
  open?: boolean;
}

/** Where content inside an element can be seen: in the normal flow, and positioned out of it. */
export interface Box {
  flow: Region;
  absolute: Region;
  fixed: Region;
}

const FAR = Number.POSITIVE_INFINITY;
const EVERYWHERE: Region = { left: -FAR, right: FAR, top: -FAR, bottom: FAR };
const NOWHERE: Region = { left: FAR, right: -FAR, top: FAR, bottom: -FAR };

/** A document as a whole: everything its scroll bars reach. */
export function documentBox(document: Document): Box {
  const window = windowOf(document);
  const root = rootOf(document);
  if (!window || !root) return { flow: EVERYWHERE, absolute: EVERYWHERE, fixed: EVERYWHERE };
  const { scrollX, scrollY, innerWidth, innerHeight } = window;
  // Where the page cuts off what is too wide, there is no way to it.
  const cut = [root, bodyOf(document)].some((one) => one && /hidden|clip/.test(getComputedStyle(one).overflowX));
  const more = cut ? 0 : Math.max(0, root.scrollWidth - innerWidth);
  const [left, right] = getComputedStyle(root).direction === "rtl" ? [-more, innerWidth] : [0, innerWidth + more];
  const flow = { left: left - scrollX, right: right - scrollX, top: -scrollY, bottom: FAR, open: true };
  return { flow, absolute: flow, fixed: { left: 0, right: innerWidth, top: 0, bottom: innerHeight } };
}

/** The box of an element that is no inline one, inside its parent's; null when nothing in it can be seen. */
export function boxIn(parent: Box, element: Element, style: CSSStyleDeclaration): Box | null {
  const { position, overflowX } = style;
  if (style.contentVisibility === "hidden") return null;
  const clips = (overflowX !== "visible" || style.overflowY !== "visible") && nameOf(element) !== "body";
  if (position === "static" && !clips) return parent;
  const out = position === "fixed" || position === "absolute";
  if (out && isCutAway(style)) return null;
  // A fixed box with an offset parent is fixed to that one: something around it is transformed or contains its layout.
  const around = position === "fixed" && (element as HTMLElement).offsetParent ? "flow" : out ? position : "flow";
  const flow = out || clips ? inside(element, style, parent[around], clips) : parent.flow;
  return { ...parent, flow, absolute: position === "static" ? parent.absolute : flow };
}

/** `clip` and `clip-path` as they are used to keep text for screen readers only. */
function isCutAway({ clip, clipPath }: CSSStyleDeclaration): boolean {
  return /^rect\(([01]px)(?:,? \1){3}\)$/.test(clip) || /^inset\((?:50|100)%/.test(clipPath);
}

/**
 * Where the content of a box can be seen that is positioned, or that clips. One that scrolls shows all it holds, sooner or
 * later; one that cuts off shows what is as wide as itself.
 */
function inside(element: Element, style: CSSStyleDeclaration, around: Region, clips: boolean): Region {
  const { position, overflowX, direction } = style;
  const rect = rectOf(element);
  if (position === "fixed" && !touches(rect, around)) return NOWHERE;
  // What sticks out of a fixed box at top or bottom is cut off by the window, but not hidden on purpose.
  if (!clips) return position === "fixed" ? { ...around, top: -FAR, bottom: FAR } : { ...around, open: false };
  if (rect.width <= 1 || rect.height <= 1 || !touches(rect, around)) return NOWHERE;
  if (overflowX === "auto" || overflowX === "scroll") {
    const left = direction === "rtl" ? -FAR : rect.left - element.scrollLeft;
    return { left, right: FAR, top: rect.top - element.scrollTop, bottom: FAR, open: true };
  }
  const { left, right } = overflowX === "visible" ? around : rect;
  return { left: Math.max(around.left, left), right: Math.min(around.right, right), top: -FAR, bottom: FAR };
}

/** Whether any of a rectangle lies in a region. Without any size there is nothing to see. */
export function touches(rect: DOMRect, region: Region): boolean {
  if (rect.width === 0 && rect.height === 0) return false;
  return (
    overlap(rect.left, rect.right, region.left, region.right) &&
    overlap(rect.top, rect.bottom, region.top, region.bottom)
  );
}

/** A box that is only as wide as a line (all it holds is positioned) lies where the line does. */
function overlap(start: number, end: number, from: number, to: number): boolean {
  return start === end ? start >= from && start <= to : end > from && start < to;
}

/**
 * What counts as visible: what a person sees or can scroll to. Not what CSS hides (`display`, `visibility`, `opacity: 0`,
 * `content-visibility`, a closed `details`), not what lies where nobody can scroll (a drawer pushed out of the window, a
 * text at -9999 px), not what a box of no size cuts off (a folded panel, text for screen readers only). What is cut off
 * at the bottom of a box counts, because it can be opened; so does `aria-hidden`, which only screen readers heed, and
 * what a dialog covers.
 *
 * Lives for one reading: it remembers the boxes of elements.
 */
export class Visibility {
  readonly #boxes = new Map<Element, Box | null>();

  /** Whether an element that a selector found can be seen. */
  shows(element: Element): boolean {
    if (getComputedStyle(element).display === "contents") {
      const parent = parentOf(element);
      return parent !== null && this.shows(parent);
    }
    const box = isRendered(element) ? this.around(element) : null;
    return box !== null && touches(rectOf(element), box.flow);
  }

  /** The box of an element, worked out from its document down; null when it cannot be seen. */
  around(element: Element): Box | null {
    const known = this.#boxes.get(element);
    if (known !== undefined) return known;
    const box = this.#aroundOf(element);
    this.#boxes.set(element, box);
    return box;
  }

  #aroundOf(element: Element): Box | null {
    const parent = parentOf(element);
    const document = documentOf(element) as Document;
    if (parent && documentOf(parent) === document) return this.#in(this.around(parent), element);
    // The top of a tree: of a frame that can be seen, or of the page.
    return parent && !this.shows(parent) ? null : documentBox(document);
  }

  #in(parent: Box | null, element: Element): Box | null {
    const style = getComputedStyle(element);
    return parent && !isInline(style.display) ? boxIn(parent, element, style) : parent;
  }
}

/** Elements whose text runs on in the line they stand in. */
export const isInline = (display: string): boolean => /^(?:inline|ruby|contents)/.test(display);
