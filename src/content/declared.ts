import type { Read } from "../domain/facts";
import { attribute } from "./dom";
import { valueIn } from "./fields";
import { all, type Place } from "./place";
import { visibleText } from "./walk";

const MAX_VALUES = 200;
const MAX_VALUE = 20_000;

/** What a rule wants to know of the page, empty values left out. */
export function declared(read: Read, place: Place): string[] {
  if (read.kind === "elements") return found(read, place);
  try {
    const value = read.kind === "sessionStorage" ? sessionStorage.getItem(read.key) : JSON.stringify(history.state);
    return value ? [value.slice(0, MAX_VALUE)] : [];
  } catch {
    // A sandboxed document refuses its storage.
    return [];
  }
}

function found(read: Extract<Read, { kind: "elements" }>, place: Place): string[] {
  const values: string[] = [];
  for (const element of all(read.selector, place)) {
    if (values.length >= MAX_VALUES) return values;
    const value = place.visibility.shows(element) ? valueFor(element, read, place) : "";
    if (value) values.push(value.slice(0, MAX_VALUE));
  }
  return values;
}

function valueFor(element: Element, read: Extract<Read, { kind: "elements" }>, place: Place): string {
  if (read.attribute) return attribute(element, read.attribute) ?? "";
  return read.property === "value" ? valueIn(element).trim() : visibleText(element, place);
}
