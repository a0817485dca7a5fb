/** One piece of an address decoded; as it stands when its encoding is broken, so that nothing throws. */
export function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** The decoded, non-empty pieces of a path. Split before decoding: an encoded slash does not make a new piece. */
export function segments(path: string): string[] {
  return path.split("/").filter(Boolean).map(decoded);
}

/** The route a single-page site keeps in the hash: `#/a/b?c=d`. */
export function hashRoute(url: URL): { segments: string[]; query: URLSearchParams } {
  const hash = url.hash.replace(/^#!?/, "");
  const mark = hash.indexOf("?");
  return mark < 0
    ? { segments: segments(hash), query: new URLSearchParams() }
    : { segments: segments(hash.slice(0, mark)), query: new URLSearchParams(hash.slice(mark + 1)) };
}

/** A parameter's value, null when absent or given twice with different values: then nobody knows which one counts. */
export function param(query: URLSearchParams, name: string): string | null {
  const [first = null, ...more] = query.getAll(name);
  return more.every((value) => value === first) ? first : null;
}

/** What follows the last piece that has one of these names and is followed by an id; null when none does. */
export function idAfter(
  pieces: readonly string[],
  names: readonly string[],
  id: (text: string | undefined) => string | null,
): string | null {
  for (let at = pieces.length - 2; at >= 0; at -= 1) {
    if (names.includes(pieces[at]!)) {
      const found = id(pieces[at + 1]);
      if (found) return found;
    }
  }
  return null;
}
