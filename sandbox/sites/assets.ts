import { readFileSync } from "node:fs";

const TYPES: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };

/** Style and scripts of the stand-ins, at `/stand-in/<name>` on every host; null for any other path. */
export function asset(path: string): Response | null {
  const [, name = "", kind = ""] = /^\/stand-in\/([a-z-]+)\.(css|js)$/.exec(path) ?? [];
  const type = TYPES[kind];
  if (!type) return null;
  try {
    const text = readFileSync(new URL(`./browser/${name}.${kind}`, import.meta.url), "utf8");
    return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
  } catch {
    return null;
  }
}
