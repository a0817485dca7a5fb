import { attribute, closestTo, nameOf } from "./dom";

/** Inputs whose value is shown to the person as text. What is typed into a search box is nobody's data. */
const SHOWN_INPUTS = new Set(["text", "email", "tel", "url"]);
const SEARCH = "[role='searchbox' i], [role='search' i] *, search *";

/** The text a form field shows; empty for fields that show none; null for what is no field. */
export function fieldText(element: Element): string | null {
  const name = nameOf(element);
  if (name === "select") return chosen(element as HTMLSelectElement);
  if (name === "textarea") return (element as HTMLTextAreaElement).value;
  if (name !== "input") return null;
  const { type, value } = element as HTMLInputElement;
  return SHOWN_INPUTS.has(type) && closestTo(element, SEARCH) === null ? value : "";
}

/** The value of a field, of whatever type, or of a custom element that keeps one in an attribute. */
export function valueIn(element: Element): string {
  if (nameOf(element) === "select") return chosen(element as HTMLSelectElement);
  const { value } = element as HTMLInputElement;
  return typeof value === "string" ? value : (attribute(element, "value") ?? "");
}

function chosen(select: HTMLSelectElement): string {
  return [...select.selectedOptions].map((option) => option.label || option.text).join("\n");
}
