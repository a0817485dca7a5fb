import { describe, expect, it } from "vitest";
import { sources } from "./read";

const WORD = /\p{L}{2}/u;
/** Names, not words: the same in every language. */
const NAMES = ["Quicktag", "Kombo", "Kombo:"];

const shown = sources("src/popup", "src/options", "src/ui", "src/background");

/** Words between the tags of JSX, and in the attributes a person sees or hears. Other files have types in angle brackets. */
function visibleWords(code: string, isJsx = true): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const between = !isJsx
    ? []
    : [...plain.matchAll(/<\/?[A-Za-z][^<>]*(?<!=)>([^<>{}()=;&|]+)<\/?[A-Za-z]/g)].map(([, words]) => words ?? "");
  const attributes = [
    ...plain.matchAll(
      /\b(?:title|placeholder|alt|label|hint|lead|aria-label|aria-description)=(?:"([^"]+)"|\{"([^"]+)"\})/g,
    ),
  ].map(([, one, other]) => one ?? other ?? "");
  const set = [...plain.matchAll(/\.(?:textContent|innerText|title|placeholder)\s*=\s*["'`]([^"'`]+)/g)].map(
    ([, words]) => words ?? "",
  );
  return [...between, ...attributes, ...set]
    .map((words) => words.trim())
    .filter((words) => WORD.test(words) && !NAMES.includes(words));
}

describe("visible words", () => {
  it("are found where there are some", () => {
    expect(visibleWords("return <p>Hello there</p>;")).toEqual(["Hello there"]);
    expect(visibleWords('return <input placeholder="Type" />;')).toEqual(["Type"]);
    expect(visibleWords('label.textContent = "Tag";')).toEqual(["Tag"]);
    expect(visibleWords('return <p title={text("x")}>{text("y")}</p>;')).toEqual([]);
  });

  it.each(shown.map(({ path, code }) => [path, code]))("are none in %s", (path, code) => {
    expect(visibleWords(code, path.endsWith(".tsx"))).toEqual([]);
  });
});
