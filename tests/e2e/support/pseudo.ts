import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { EARLY } from "../../../scripts/texts.mjs";
import { BUILD } from "../../harness/builds";

/** What a language with longer words than German's makes of an English text. */
const LONGER = 0.4;
const ACCENTED: Record<string, string> = { a: "á", e: "ë", i: "ï", o: "ö", u: "ü", A: "Å", E: "É", O: "Ø", U: "Û" };

/** A text in brackets, with accents and longer; what it is filled with stays. */
export function pseudo(text: string): string {
  const accented = text.replace(/[aeiouAEOU]/g, (letter) => ACCENTED[letter] ?? letter);
  const more = "öx ".repeat(Math.ceil((text.length * LONGER) / 3)).trim();
  return `⟦${accented} ${more}⟧`;
}

/** A copy of the build whose English texts are the pseudo-language's. `remove` takes it away again. */
export function pseudoBuild(): { folder: string; texts: readonly string[]; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "quicktag-pseudo-"));
  cpSync(BUILD.chrome, folder, { recursive: true });
  const path = join(folder, "texts/en.json");
  const texts = (JSON.parse(readFileSync(path, "utf8")) as string[]).map(pseudo);
  writeFileSync(path, JSON.stringify(texts));
  const early = join(folder, "_locales/en/messages.json");
  const kept = JSON.parse(readFileSync(early, "utf8")) as Record<string, { message: string }>;
  for (const key of EARLY.filter((one) => one !== "language_code"))
    kept[key] = { message: pseudo(kept[key]?.message ?? "") };
  writeFileSync(early, JSON.stringify(kept));
  return { folder, texts, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every text of the page, seen or heard, that is not from the catalogue; brackets within brackets are what it is filled with. */
export async function textsOutsideCatalogue(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest("script, style")) texts.push(node.textContent ?? "");
    for (const element of document.querySelectorAll("*"))
      for (const name of ["aria-label", "aria-description", "title", "placeholder", "alt"])
        texts.push(element.getAttribute(name) ?? "");
    return texts;
  });
  return [...new Set(all.map(outside).filter((text) => /\p{L}{2}/u.test(text)))];
}

/** What is left of a text without its bracketed parts. A part that was cut into nodes keeps one bracket: it is ours, too. */
function outside(text: string): string {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  return rest.replace(/⟦.*|.*⟧/gs, " ").trim();
}
