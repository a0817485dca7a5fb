/** A word of HAProxy's configuration in strong quotes. Throws on what no such word can hold. */
export function quoted(text: string): string {
  if (/['\p{Cc}]/u.test(text)) throw new Error(`cannot stand in a configuration: ${JSON.stringify(text)}`);
  return `'${text}'`;
}
