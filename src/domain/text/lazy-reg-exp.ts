/**
 * A regular expression made when it is first asked for; `source` is written with `String.raw`. For those with `\p{…}`: an
 * engine that reads a literal looks up its sets of characters at once, even in a function that never runs, and some fifty
 * of them took as long as half of the worker's code.
 */
export function lazyRegExp(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
