/** Whether a text can be an e-mail address; Kombo decides the rest. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
}

/** The list with one more address, or why not. */
export function withEmail(list: readonly string[], typed: string): readonly string[] | "shape" | "twice" {
  const address = typed.trim().toLowerCase();
  if (!isEmail(address)) return "shape";
  return list.includes(address) ? "twice" : [...list, address];
}
