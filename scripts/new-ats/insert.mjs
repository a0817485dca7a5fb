/** The text with a new line before the first one that begins with `anchor`. */
export function insertBefore(text, anchor, line) {
  const lines = text.split("\n");
  const at = lines.findIndex((one) => one.startsWith(anchor));
  if (at < 0) throw new Error(`no line begins with ${anchor.trim()}`);
  return lines.toSpliced(at, 0, line).join("\n");
}

const FROM = /^import .* from "(\.[^"]*)";$/;

/** The text with a named import, in the order of the paths as the formatter wants it. */
export function insertImport(text, what, path) {
  const lines = text.split("\n");
  const line = `import { ${what} } from "${path}";`;
  const imports = lines.flatMap((one, at) => (FROM.test(one) ? [{ at, path: FROM.exec(one)[1] }] : []));
  const folder = path.slice(0, path.lastIndexOf("/"));
  // Among its neighbours of the same folder; other folders may be sorted around them.
  const near = imports.filter((one) => one.path.slice(0, one.path.lastIndexOf("/")) === folder);
  if (near.length === 0) throw new Error(`nothing is imported from ${folder} yet`);
  const next = near.find((one) => one.path > path);
  return lines.toSpliced(next ? next.at : near.at(-1).at + 1, 0, line).join("\n");
}
