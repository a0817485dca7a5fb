import {
  attribute,
  bodyOf,
  firstChild,
  frameDocument,
  isElement,
  isText,
  nameOf,
  nextSibling,
  rectOf,
  rootOf,
} from "./dom";
import { fieldText } from "./fields";
import { Gaps } from "./gap";
import { Lines, type OnLine } from "./lines";
import type { Place } from "./place";
import { type Box, boxIn, documentBox, isInline, touches } from "./visibility";

/** Elements whose text nobody sees, and readings above ideographs: they would stand in the middle of the name. */
const SILENT = new Set("script style template noscript head title desc defs metadata datalist option rt rp".split(" "));
/** Shown as a picture: what they hold is for browsers that cannot show them. */
const PICTURES = new Set(["img", "canvas", "video", "audio", "svg", "math"]);
const PRESERVES_LINES = /^(?:pre|break)/;
/** Deeper than any page a person made; further down the stack might not do. */
const MAX_DEPTH = 1500;
const MAX_MEASURED = 10_000;

export interface WalkOptions {
  onLine: OnLine<Element>;
  /** Called with each visible element. */
  onElement?: (element: Element, box: Box) => void;
  /** Left out with all it holds. */
  skip?: (element: Element) => boolean;
  /** When to stop, by `performance.now()`. */
  deadline?: number;
}

/**
 * Reads what a person sees, in the order of the page as it is laid out: shadow roots with the text slotted into them and
 * same-origin frames. Block elements, table cells, list items, line breaks and controls separate lines; inline elements
 * do not.
 */
export class Walk {
  /** Whether something was left out because there was too much of it. */
  cut = false;
  readonly #lines: Lines<Element>;
  readonly #gaps = new Gaps();
  readonly #range = new Range();
  #last: Text | null = null;
  #seen = 0;
  #measured = 0;
  #late = false;

  constructor(
    private readonly shadows: Place["shadows"],
    private readonly options: WalkOptions,
  ) {
    this.#lines = new Lines(options.onLine);
  }

  /** Reads an element and all it holds; `around` is the box of what it stands in. */
  read(element: Element, around: Box): void {
    this.#enter(element, around, 0);
    this.#lines.break();
  }

  #enter(element: Element, around: Box, depth: number): void {
    const name = nameOf(element);
    if (SILENT.has(name) || this.options.skip?.(element) || this.#isLate(depth)) return;
    const style = getComputedStyle(element);
    const { display } = style;
    if (display === "none" || style.opacity === "0") return;
    if (name === "br") this.#break();
    const inline = isInline(display);
    const box = inline ? around : boxIn(around, element, style);
    if (!box) return;
    const visible = style.visibility === "visible";
    if (visible) this.options.onElement?.(element, box);
    const apart = !inline || name === "button";
    if (apart) this.#break();
    if (PICTURES.has(name)) this.#lines.blank();
    const field = fieldText(element);
    if (field !== null) this.#field(element, visible ? field : "", box);
    else if (!this.#frame(element, depth)) this.#children(element, box, visible, style, depth);
    if (PICTURES.has(name)) this.#lines.blank();
    if (apart) this.#break();
  }

  #children(element: Element, box: Box, visible: boolean, style: CSSStyleDeclaration, depth: number): void {
    const visit = (node: Node) => {
      if (isElement(node)) this.#enter(node, box, depth + 1);
      else if (visible && isText(node)) this.#text(node, element, box, style);
    };
    const slotted = nameOf(element) === "slot" ? HTMLSlotElement.prototype.assignedNodes.call(element) : [];
    for (const node of slotted) visit(node);
    if (slotted.length > 0) return;
    const folded = nameOf(element) === "details" && attribute(element, "open") === null;
    const first = folded ? element.querySelector("summary") : firstChild(this.shadows.get(element) ?? element);
    for (let node: Node | null = first; node; node = folded ? null : nextSibling(node)) visit(node);
  }

  #text(text: Text, parent: Element, box: Box, style: CSSStyleDeclaration): void {
    const { data } = text;
    if (!/\S/.test(data)) {
      this.#lines.addBlank(data);
      return;
    }
    if (!this.#isOnScreen(text, box)) return;
    const gap = this.#last && this.#lines.touchesNext && /^\S/.test(data) ? this.#gaps.between(this.#last, text) : "";
    if (gap === "\n") this.#break();
    else if (gap === " ") this.#lines.blank();
    const rows = /\S\s*\n\s*\S/.test(data) && PRESERVES_LINES.test(style.whiteSpace) ? data.split("\n") : [data];
    for (const [at, row] of rows.entries()) {
      if (at > 0) this.#break();
      this.#lines.add(row, parent);
    }
    this.#last = text;
  }

  /** In a large page only texts are measured that something could have put out of sight. */
  #isOnScreen(text: Text, { flow }: Box): boolean {
    if (flow.open && ++this.#measured > MAX_MEASURED) return true;
    this.#range.selectNodeContents(text);
    return touches(this.#range.getBoundingClientRect(), flow);
  }

  #field(element: Element, value: string, box: Box): void {
    this.#break();
    if (value !== "" && touches(rectOf(element), box.flow)) {
      for (const line of value.split("\n")) {
        this.#lines.add(line, element);
        this.#break();
      }
    }
  }

  #frame(element: Element, depth: number): boolean {
    const document = frameDocument(element);
    const body = document && (bodyOf(document) ?? rootOf(document));
    if (!body) return false;
    const { width, height } = rectOf(element);
    this.#break();
    if (width > 1 && height > 1) this.#enter(body, documentBox(document), depth + 1);
    this.#break();
    return true;
  }

  #break(): void {
    this.#lines.break();
    this.#last = null;
  }

  #isLate(depth: number): boolean {
    const { deadline = Number.POSITIVE_INFINITY } = this.options;
    this.#seen++;
    if (this.#seen % 256 === 0 && performance.now() > deadline) this.#late = true;
    if (this.#late || depth > MAX_DEPTH) this.cut = true;
    return this.#late || depth > MAX_DEPTH;
  }
}

/** The visible text of one element, lines separated by "\n". */
export function visibleText(element: Element, { shadows, visibility }: Place): string {
  const around = visibility.around(element);
  const lines: string[] = [];
  if (around) new Walk(shadows, { onLine: (line) => lines.push(line) }).read(element, around);
  return lines.join("\n");
}
