/** The browser's storage areas in memory. `items`: what lies there. For `vi.hoisted`, which may import no other way. */
export function areas() {
  return { session: area(), local: area() };
}

function area() {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (keys: string | readonly string[]) =>
      Object.fromEntries([keys].flat().flatMap((key) => (items.has(key) ? [[key, items.get(key)]] : []))),
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value));
    },
    remove: async (key: string) => void items.delete(key),
  };
}
