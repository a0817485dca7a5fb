import type { SeededRandom } from "../../harness/seeded-random";

/** A page written as no person would, that shows one name and one address all the same; and what it hides. */
export interface StrangePage {
  html: string;
  name: string;
  email: string;
}

export const HIDDEN_NAME = "Hidden Person";
export const HIDDEN_EMAIL = "hidden@example.com";

const NAMES = [
  "Ada Example",
  "Jörg Müller-Lüdenscheidt",
  "Siobhán O’Brien",
  "山田太郎",
  "Ольга Примерова",
  "Αλέξης Παράδειγμα",
  "सीता उदाहरण",
  "กิ่งแก้ว ตัวอย่าง",
  "دانا مثال",
  "דנה דוגמה",
  "김보기",
  "Ni Ng",
];
const EMAILS = [
  "ada@example.com",
  "björn@example.com",
  "o'brien@example.org",
  "r&d+x@müller.example",
  "мария@пример.испытание",
];

/** What may stand inside a word without a person seeing it. */
const UNSEEN = ["&shy;", "&#x200b;", "&#x2060;", "&#xfeff;", "<wbr>", "<!-- cut -->", "<span hidden>x</span>"];
const INLINE = ["b", "mark", "em", "span", "font", "i", "u", "x-part", "small", "bdi", "strong"];
const STYLES = ["", ' style="display:contents"', ' style="display:inline-block"', ' style="color:red"', ' class="hit"'];
const BLANKS = [" ", "&nbsp;", "\n   ", "  ", " <wbr> ", "<span> </span>"];

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The text cut at places of chance by what does not part it for a reader. */
function cut(chance: SeededRandom, text: string): string {
  const inline = (inner: string) => {
    const tag = chance.pick(INLINE);
    return `<${tag}${chance.pick(STYLES)}>${inner}</${tag}>`;
  };
  const pieces = [...new Intl.Segmenter().segment(text)].map(({ segment }) =>
    segment === " " ? chance.pick(BLANKS) : escaped(segment),
  );
  return pieces
    .map((piece) => {
      const wrapped = chance.below(5) === 0 ? inline(piece) : piece;
      return chance.below(6) === 0 ? wrapped + chance.pick(UNSEEN) : wrapped;
    })
    .join("");
}

const shadow = (mode: string, inner: string, light = "") =>
  `<div><template shadowrootmode="${mode}">${inner}</template>${light}</div>`;

/** Places that show a person what stands in them, apart from what is around. */
const PLACES: readonly ((inner: string) => string)[] = [
  (inner) => `<div>Before</div><div>${inner}</div><div>After</div>`,
  (inner) => `<p>Before</p>${inner}<p>After</p>`,
  (inner) => `<table><tr><td>Stage</td><td>${inner}</td><td>New</td></tr></table>`,
  (inner) => `<ul><li>First</li><li>${inner}</li><li>Third</li></ul>`,
  (inner) => `Before<br>${inner}<br>After`,
  (inner) => `<section><h1>${inner}</h1></section>`,
  (inner) => shadow("open", `<p>Label</p><div>${inner}</div>`, "never shown"),
  (inner) => shadow("closed", `<p>Label</p><div>${inner}</div>`),
  (inner) => shadow("closed", "<p>Label</p><div><slot></slot></div>", inner),
  (inner) => `<x-card><template shadowrootmode="open"><div><slot>empty</slot></div></template>${inner}</x-card>`,
  (inner) => `<iframe srcdoc="${escaped(`<!doctype html><body><div>${inner}</div>`)}"></iframe>`,
  (inner) => `<div style="display:flex"><div>Left</div><div>${inner}</div></div>`,
  (inner) => `<span style="float:left">Left</span><div style="display:grid"><div>${inner}</div></div>`,
  (inner) => `<div style="overflow:auto;height:40px"><p style="height:2000px">Long</p><div>${inner}</div></div>`,
  (inner) => `<details open><summary>More</summary><div>${inner}</div></details>`,
  (inner) => `<dialog open><div>${inner}</div></dialog>`,
  (inner) => `<div style="visibility:hidden">${HIDDEN_NAME}<div style="visibility:visible">${inner}</div></div>`,
  (inner) => `<div style="display:contents"><div>${inner}</div></div>`,
  (inner) => `<div style="position:fixed;top:0;left:0;right:0"><div>${inner}</div></div>`,
  (inner) => `<div style="overflow:hidden"><div style="position:absolute;left:50px">${inner}</div></div>`,
  (inner) => `<form><input name="parentNode"><input name="firstChild"><div>${inner}</div></form>`,
  (inner) => `<div aria-hidden="true"><div>${inner}</div></div>`,
  (inner) => `<div style="content-visibility:auto"><div>${inner}</div></div>`,
];

/** Ways in which pages keep what a person does not see. */
export const HIDING: readonly ((inner: string) => string)[] = [
  (inner) => `<div hidden>${inner}</div>`,
  (inner) => `<div style="display:none"><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i>${inner}</div>`,
  (inner) => `<div style="visibility:hidden"><p>${inner}</p></div>`,
  (inner) => `<div style="opacity:0"><p>${inner}</p></div>`,
  (inner) => `<div style="content-visibility:hidden">${inner}<p>${inner}</p></div>`,
  (inner) => `<div style="height:0;overflow:hidden"><p>${inner}</p></div>`,
  (inner) => `<div style="max-height:0;overflow-y:hidden">${inner}</div>`,
  (inner) => `<div style="width:0;overflow:hidden;white-space:nowrap">${inner}</div>`,
  (inner) => `<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">${inner}</span>`,
  (inner) => `<div style="position:absolute;left:-9999px">${inner}</div>`,
  (inner) => `<div style="position:absolute;top:-9999px"><p>${inner}</p></div>`,
  (inner) => `<div style="position:fixed;right:-400px;width:300px">${inner}</div>`,
  (inner) => `<aside style="position:fixed;right:0;width:300px;transform:translateX(100%)"><p>${inner}</p></aside>`,
  (inner) => `<div style="position:fixed;bottom:0;transform:translateY(110%)">${inner}</div>`,
  (inner) => `<div style="text-indent:-9999px;overflow:hidden;white-space:nowrap">${inner}</div>`,
  (inner) => `<div style="overflow:hidden;width:200px"><div style="transform:translateX(300px)">${inner}</div></div>`,
  (inner) => `<div style="transform:scale(0)">${inner}</div>`,
  (inner) => `<div style="position:absolute;clip-path:inset(100%)">${inner}</div>`,
  (inner) => `<details><summary>More</summary>${inner}<p>${inner}</p></details>`,
  (inner) => `<dialog>${inner}</dialog>`,
  (inner) => `<div popover>${inner}</div>`,
  (inner) => `<template>${inner}</template>`,
  (inner) => `<noscript>${inner}</noscript>`,
  (inner) => `<textarea style="display:none">${inner}</textarea>`,
  (inner) => shadow("closed", "<p>no slot</p>", inner),
  (inner) => `<iframe style="width:0;height:0;border:0" srcdoc="${escaped(inner)}"></iframe>`,
  (inner) => `<iframe hidden srcdoc="${escaped(inner)}"></iframe>`,
  (inner) => `<select><option>Chosen</option><option>${inner}</option></select>`,
  (inner) => `<svg width="9" height="9"><title>${inner}</title><desc>${inner}</desc></svg>`,
  (inner) => `<canvas>${inner}</canvas><video>${inner}</video>`,
  (inner) => `<input type="hidden" value="${escaped(inner)}"><input type="search" value="${escaped(inner)}">`,
];

/** The next page of a row of chance. */
export function strangePage(chance: SeededRandom): StrangePage {
  const name = chance.pick(NAMES);
  const email = chance.pick(EMAILS);
  const nested = (inner: string) => {
    let html = inner;
    for (let depth = 1 + chance.below(3); depth > 0; depth -= 1) html = chance.pick(PLACES)(html);
    return html;
  };
  const decoy = chance.pick(HIDING)(`${HIDDEN_NAME} ${HIDDEN_EMAIL}`);
  const parts = [nested(cut(chance, name)), nested(cut(chance, email)), decoy];
  if (chance.below(2) === 0) parts.reverse();
  return { html: `<main>${parts.join("\n<hr>\n")}</main>`, name, email };
}
