/** Markup that is already escaped. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = string | number | Markup | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(render).join("");
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Template tag that escapes everything put into it, except other markup. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, piece, at) => text + render(parts[at - 1]) + piece));
}

/** A block of data for the page's script; `<` is escaped so that no value can close the element. */
export function data(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(/</g, "\\u003c");
  return new Markup(`<script type="application/json" id="${id}">${json}</script>`);
}
