import { MAX_TEXT, type PageFacts, type Read, type Reads } from "../domain/facts";
import { EmailCollector } from "./emails";
import { roots, walk } from "./walk";

/** Inputs whose value is shown to the person as text. */
const SHOWN_INPUTS = new Set(["text", "email", "search", "tel", "url"]);
const MAX_VALUES = 200;
const MAX_VALUE = 20_000;

/** Reads what any page gives and what the rules declared. Changes nothing, keeps nothing, decides nothing. */
export function gather(reads: Reads): PageFacts {
  const urlBefore = location.href;
  const emails = new EmailCollector();
  const text: string[] = [];
  let length = 0;
  const keep = (value: string) => {
    if (length < MAX_TEXT) text.push(value);
    length += value.length + 1;
  };
  if (document.body) {
    walk(document.body, {
      text(value, parent) {
        keep(value);
        emails.fromText(value, "text", parent);
      },
      element(element) {
        if (element.tagName === "A") emails.fromLink(element as HTMLAnchorElement);
        else if (element.tagName === "INPUT") fromInput(element as HTMLInputElement, emails, keep);
      },
    });
  }
  const declared = Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, perform(read)]));
  return {
    urlBefore,
    urlAfter: location.href,
    title: document.title,
    text: text.join(" ").slice(0, MAX_TEXT),
    emails: emails.all(),
    declared,
  };
}

function fromInput(input: HTMLInputElement, emails: EmailCollector, keep: (value: string) => void): void {
  if (!SHOWN_INPUTS.has(input.type) || !input.value) return;
  keep(input.value);
  emails.fromText(input.value, "input", input);
}

function perform(read: Read): string[] {
  if (read.kind === "elements") return readElements(read);
  try {
    const value = read.kind === "sessionStorage" ? sessionStorage.getItem(read.key) : JSON.stringify(history.state);
    return value ? [value.slice(0, MAX_VALUE)] : [];
  } catch {
    // A sandboxed document refuses its storage.
    return [];
  }
}

function readElements(read: Extract<Read, { kind: "elements" }>): string[] {
  const values: string[] = [];
  for (const root of roots(document)) {
    for (const element of root.querySelectorAll(read.selector)) {
      if (values.length >= MAX_VALUES) return values;
      const value = reading(element, read);
      if (value) values.push(value.slice(0, MAX_VALUE));
    }
  }
  return values;
}

function reading(element: Element, read: Extract<Read, { kind: "elements" }>): string {
  if (read.attribute) return element.getAttribute(read.attribute) ?? "";
  if (read.property === "value") return String((element as HTMLInputElement).value ?? "").trim();
  return (element.textContent ?? "").trim();
}
