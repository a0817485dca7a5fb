import { readFileSync } from "node:fs";
import { pageUrls } from "../../sandbox/sites";
import type { PageFacts, Reads } from "../../src/domain/facts";
import { BUILD } from "../harness/builds";
import { SeededRandom } from "../harness/seeded-random";
import { company } from "./support/app";
import { PageSideWorld } from "./support/page-side";
import { expect, test } from "./support/reused-app";
import { HIDDEN_EMAIL, HIDDEN_NAME, HIDING, strangePage } from "./support/strange-pages";

const script = readFileSync(`${BUILD.chrome}/src/content/inject.js`, "utf8");

type WithQuicktag = typeof globalThis & { quicktag: { gather(reads: Reads): PageFacts } };

const lines = (facts: PageFacts) => facts.text.split("\n");
const likely = (facts: PageFacts) => facts.emails.filter((one) => one.candidateLike).map((one) => one.address);

for (const { what, html, most, tag } of [
  {
    what: "20,000 nodes",
    tag: [],
    html: `Array.from({ length: 5000 }, (_, n) => '<div class="row"><span>Name ' + n + '</span><a href="/p/' + n + '">open</a><b>n' + n + '@example.com</b></div>').join("")`,
    most: 8,
  },
  {
    what: "100,000 nodes",
    tag: "@slow",
    html: `Array.from({ length: 25000 }, (_, n) => '<div class="row"><span>Name ' + n + '</span> <a href="/p/' + n + '">open</a> <b>x</b></div>').join("")`,
    most: 8,
  },
  {
    what: "5 MB of text",
    tag: "@slow",
    html: `Array.from({ length: 20000 }, (_, n) => "<p>" + "a few words ".repeat(20) + n + "@example.com</p>").join("")`,
    most: 15,
  },
]) {
  test(`a page of ${what} is read within a few times a plain walk`, { tag }, async ({ app }) => {
    await app.open("https://jobs.unknown-ats.test/people");
    await app.tab.evaluate(script);
    const { ratio, facts } = await app.tab.evaluate((build) => {
      // biome-ignore lint/security/noGlobalEval: the page is too large to be sent
      document.body.innerHTML = eval(build);
      const time = (run: () => unknown) => {
        const start = performance.now();
        run();
        return performance.now() - start;
      };
      const plain = () => {
        let length = 0;
        for (const one of document.querySelectorAll("*"))
          length += one.tagName.length + one.childNodes.length + one.getClientRects().length;
        return length + document.body.textContent.length;
      };
      const { quicktag } = globalThis as WithQuicktag;
      // In turns, and the fastest of each: what else the machine does only ever adds time.
      const turns = Array.from({ length: 5 }, () => [time(() => quicktag.gather({})), time(plain)] as const);
      const ratio = Math.min(...turns.map(([ours]) => ours)) / Math.min(...turns.map(([, walk]) => walk));
      const { text, emails, truncated } = quicktag.gather({});
      return { ratio, facts: { length: text.length, emails: emails.length, truncated } };
    }, html);
    console.log(`${what}: ${ratio.toFixed(1)} times a plain walk`);
    expect(ratio).toBeLessThan(most);
    // On a machine that is too busy for all of it in the time there is, that is said.
    if (what === "20,000 nodes") expect(facts.truncated || facts.emails === 5000).toBe(true);
    else expect(facts).toMatchObject({ truncated: true });
  });
}

test("what nobody sees does not count; frames and shadow roots do", async ({ app }) => {
  await app.open("https://jobs.unknown-ats.test/people");
  await app.tab.evaluate(script);
  const facts = await app.tab.evaluate(async () => {
    document.body.innerHTML = `<main><h1>Ada Example</h1><p>ada@example.com</p>
<p hidden>hidden@example.com</p><div style="display:none"><b>Hidden Person</b> none@example.com</div>
<p style="visibility:hidden">invisible@example.com</p><script>"script@example.com"</script><template>template@example.com</template>
<style>.x{content:"style@example.com"}</style><input type="hidden" value="token@example.com"><div id="host"></div>
<iframe srcdoc="<p>frame@example.com</p>"></iframe><section class="notes">colleague@example.org</section></main>`;
    document.querySelector("#host")!.attachShadow({ mode: "open" }).innerHTML = "<p>shadow@example.com</p>";
    await new Promise((resolve) => document.querySelector("iframe")!.addEventListener("load", resolve));
    return (globalThis as WithQuicktag).quicktag.gather({});
  });
  expect(likely(facts).sort()).toEqual(["ada@example.com", "frame@example.com", "shadow@example.com"]);
  expect(facts.emails.filter((one) => !one.candidateLike).map((one) => one.address)).toEqual(["colleague@example.org"]);
  expect(facts.text).toContain("Ada Example");
  expect(facts.text).not.toMatch(/Hidden Person|script@|token@/);
});

/** How many pages are made; each takes a tenth of a second of a busy machine. */
const PAGES = process.env.QUICKTAG_SLOW === "1" ? 400 : 150;

test(`of ${PAGES} strange pages the name a reader sees is one line, the address whole, and nothing hidden counts @slow`, async ({
  app,
}) => {
  const world = await PageSideWorld.open(app);
  for (const hide of HIDING) {
    await world.show(`<main><h1>Ada Example</h1>${hide(`${HIDDEN_NAME} ${HIDDEN_EMAIL}`)}</main>`);
    const declared = { any: { kind: "elements", selector: "main *" } } as const;
    const facts = await world.gather(declared);
    expect(JSON.stringify([facts.text, facts.emails, facts.declared]), hide("x")).not.toMatch(/hidden/i);
    expect(facts.headings).toEqual(["Ada Example"]);
  }
  for (let seed = 1; seed <= PAGES; seed++) {
    const { html, name, email } = strangePage(new SeededRandom(seed));
    await world.show(html);
    const facts = await world.gather();
    expect(lines(facts), `page ${seed}: ${html}`).toContain(name);
    expect(
      facts.emails.map(({ address }) => address),
      `page ${seed}: ${html}`,
    ).toEqual([email]);
    expect(facts.text, `page ${seed}: ${html}`).not.toContain(HIDDEN_NAME);
  }
});

test("what stands together for a reader stands together, and nothing else does @slow", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  const read = async (html: string) => {
    await world.show(html);
    return lines(await world.gather());
  };
  expect(await read("<h1>Ada Example<span style='margin-left:8px'>New</span></h1>")).toEqual(["Ada Example New"]);
  expect(await read("<p><span>Ada</span><span style='margin-left:300px'>Ben</span></p>")).toEqual(["Ada", "Ben"]);
  expect(await read("<p>Ada<mark style='padding:.19em'>Exa</mark>mple</p>")).toEqual(["AdaExample"]);
  expect(await read("<p>Ada Example<button>Edit</button></p>")).toEqual(["Ada Example", "Edit"]);
  expect(await read("<p>Ada<img alt='x' width=9 height=9>Example</p>")).toEqual(["Ada Example"]);
  expect(await read("<pre>Ada Example\nBen Sample</pre>")).toEqual(["Ada Example", "Ben Sample"]);
  expect(await read("<p>Ada\n   Example</p>")).toEqual(["Ada Example"]);
  expect(await read("<ruby>山<rt>やま</rt>田<rt>だ</rt></ruby>太郎")).toEqual(["山田太郎"]);
  expect(await read("<table><tr><td>Ada<td>Ben<tr><td>Cleo</table>")).toEqual(["Ada", "Ben", "Cleo"]);
  expect(await read("<select><option>Ada<option selected>Ben</select>")).toEqual(["Ben"]);
  expect(await read("<input value='Ada'><textarea>Ben\nCleo</textarea>")).toEqual(["Ada", "Ben", "Cleo"]);
  expect(await read("<svg width=90 height=40><text y=20>Ada Example</text></svg>")).toEqual(["Ada Example"]);
  expect(await read("<p>Candidate ID 4&nbsp;711</p>")).toEqual(["Candidate ID 4\u00a0711"]);
});

test("declared reads see what is visible, wherever it stands @slow", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  await world.show(`<div class="view" data-id="1" style="display:none"><b class="name">Closed View</b></div>
<div class="view" data-id="2"><template shadowrootmode="closed"><b class="name">A&shy;da <i>Example</i></b></template></div>
<select class="pick"><option value="7">Ada<option value="8" selected>Ben</select><input class="mail" value=" ada@example.com ">`);
  const facts = await world.gather({
    view: { kind: "elements", selector: ".view", attribute: "data-id" },
    name: { kind: "elements", selector: ".name" },
    pick: { kind: "elements", selector: ".pick", property: "value" },
    mail: { kind: "elements", selector: ".mail", property: "value" },
  });
  expect(facts.declared).toEqual({ view: ["2"], name: ["Ada Example"], pick: ["Ben"], mail: ["ada@example.com"] });
});

test("a heading behind a long list is read, and the cut is said @slow", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  const list = Array.from({ length: 4000 }, (_, n) => `<li>Person number ${n} of a long list of people</li>`).join("");
  await world.show(`<main><ul>${list}</ul><h1>Ada Example</h1><p class="name">Ada Example</p></main>`);
  const facts = await world.gather({ name: { kind: "elements", selector: ".name" } });
  expect(facts).toMatchObject({ truncated: true, headings: ["Ada Example"], declared: { name: ["Ada Example"] } });
  expect(lines(facts)[0]).toBe("Ada Example");
  expect(facts.text.length).toBeLessThanOrEqual(100_000);
});

test("a page that has not come yet says so, one that has does not", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  const filling = async (html: string) => {
    await world.show(html);
    return (await world.gather()).filling;
  };
  for (const shell of [
    "",
    "<div id='root'></div>",
    "<nav>Recruitment Applications Reporting</nav><div></div>",
    "<header>Acme</header><main>Loading…</main>",
    "<main>Wird geladen …</main>",
    "<main aria-busy='true'><p>Ada Example</p></main>",
    "<main>Acme Hiring<div class='MuiSkeleton' style='width:9px;height:9px'></div></main>",
    "<main>People<progress></progress></main>",
  ]) {
    expect(await filling(shell), shell).toBe(true);
  }
  for (const page of [
    "<h1>Ada Example</h1>",
    "<main><p>Ng Wu</p><div class='spinner' hidden></div></main>",
    "<main><p>Ada Example</p><div role='progressbar' aria-valuenow='40'>40 %</div></main>",
    "<main aria-busy='false'><p>Ada</p></main>",
  ]) {
    expect(await filling(page), page).toBe(false);
  }
});

test("a page of XHTML and a page of frames are read like any other @slow", async ({ app }) => {
  const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Profile</title><style>p { color: red }</style></head>
<body><script>"code"</script><h1>Ada Exam<wbr/>ple</h1><p>Line<br/>break</p><a href="mailto:ada@example.com">Mail</a><input value="ben@example.com"/>
<select><option>One</option><option selected="selected">Two</option></select></body></html>`;
  const frames = `<!doctype html><title>Old</title><frameset rows="50%,50%"><frame src="/menu"><frame src="/person"></frameset>`;
  const serve = (path: string, body: string, contentType = "text/html") =>
    app.tab.route(`https://jobs.unknown-ats.test${path}`, (route) => route.fulfill({ body, contentType }));
  await serve("/x.xhtml", xhtml, "application/xhtml+xml");
  await serve("/frames", frames);
  await serve("/menu", "<p>Menu</p>");
  await serve("/person", "<h1>Ada Example</h1><p>ada@example.com</p>");
  const gatherAt = async (path: string) => {
    await app.open(`https://jobs.unknown-ats.test${path}`);
    await app.tab.evaluate(script);
    return app.tab.evaluate(() =>
      (globalThis as WithQuicktag).quicktag.gather({ name: { kind: "elements", selector: "H1, h1" } }),
    );
  };
  const page = await gatherAt("/x.xhtml");
  expect(lines(page)).toEqual(["Ada Example", "Line", "break", "Mail", "ben@example.com", "Two"]);
  expect(page).toMatchObject({ title: "Profile", declared: { name: ["Ada Example"] } });
  expect(page.emails.map(({ address, place }) => [address, place])).toEqual([
    ["ada@example.com", "mailto"],
    ["ben@example.com", "input"],
  ]);
  const set = await gatherAt("/frames");
  expect(lines(set)).toEqual(["Menu", "Ada Example", "ada@example.com"]);
  expect(set.declared).toEqual({ name: ["Ada Example"] });
});

test("what a page calls its elements does not keep us from reading it @slow", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  const names = ["tagName", "localName", "children", "attributes", "nodeType", "shadowRoot", "getAttribute", "matches"];
  const more = [
    "firstChild",
    "nextSibling",
    "parentNode",
    "parentElement",
    "checkVisibility",
    "closest",
    "assignedSlot",
  ];
  await world.show(`<form name="body">${[...names, ...more].map((name) => `<input name="${name}">`).join("")}
<h1>Ada Example</h1><p>ada@example.com</p></form><img name="title"><form name="querySelectorAll"></form><form name="documentElement"></form>`);
  const facts = await world.gather({ name: { kind: "elements", selector: "h1" } });
  expect(facts).toMatchObject({ declared: { name: ["Ada Example"] }, headings: ["Ada Example"] });
  expect(lines(facts)).toContain("Ada Example");
  expect(likely(facts)).toEqual(["ada@example.com"]);
  expect(typeof facts.title).toBe("string");
});

test("a page that never finishes is read at once", async ({ app }) => {
  const northwind = company("Northwind Example");
  await app.connect(northwind);
  const html = `<!doctype html><title>Ada Example</title><h3 class="name"><span>Ada Example</span></h3><script src="/never.js"></script><p>Never</p>`;
  await app.tab.route("**/people/**", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await app.tab.route("**/never.js", () => undefined);
  await app.tab.goto(pageUrls(northwind.id).candidate(northwind.people[0]!)[0]!, { waitUntil: "commit" });
  await app.tab.waitForSelector("h3");
  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  await popup.tag("Excellent Fit");
  await popup.shows(`Added "Excellent Fit"`);
  expect(await app.tab.evaluate(() => document.readyState)).toBe("loading");
});

test("of two links with one address the clicked one counts, and where it leads @slow", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  const odoo = (id: number, name: string) =>
    `<a id="l${id}" href="#" data-oe-model="hr.applicant" data-oe-id="${id}">${name}</a>`;
  await world.show(`<h1>Johan Duck</h1><p>${odoo(21, "Alex Twin")} and ${odoo(7, "Johan Duck")}</p>`);
  const href = `${app.tab.url()}#`;
  expect(await world.linkFacts(href)).toMatchObject({
    text: "",
    nowhere: true,
    ambiguous: true,
    records: [
      { model: "hr.applicant", id: "21" },
      { model: "hr.applicant", id: "7" },
    ],
  });
  await app.openMenu("#l21");
  await app.keys.press("Escape");
  await app.keys.press("Escape");
  expect(await world.linkFacts(href)).toEqual({
    text: "Alex Twin",
    row: "",
    nowhere: true,
    ambiguous: false,
    records: [{ model: "hr.applicant", id: "21" }],
  });
});

test("a link's text is its own and its one-person row's @slow", async ({ app }) => {
  const world = await PageSideWorld.open(app);
  const of = async (html: string, href = "https://x.example/p/1") => {
    await world.show(html);
    const { text, row, ambiguous } = await world.linkFacts(href);
    return { text, row: row.split("\n"), ambiguous };
  };
  const a = (id: number, text: string) => `<a href="https://x.example/p/${id}">${text}</a>`;
  const sure = { ambiguous: false };
  // A layout table, and a row with the neighbour in it.
  expect(await of(`<table><tr><td><h1>People</h1>Ben Sample</td><td>${a(1, "Ada Example")}</td></tr></table>`)).toEqual(
    {
      ...sure,
      text: "Ada Example",
      row: ["Ada Example"],
    },
  );
  expect(await of(`<ul><li>${a(1, "Ada")} ${a(2, "Ben")}</li></ul>`)).toEqual({ ...sure, text: "Ada", row: [""] });
  expect(await of(`<table><tr><td>Ada Example</td><td>${a(1, "Open profile")}</td></tr></table>`)).toEqual({
    ...sure,
    text: "Open profile",
    row: ["Ada Example", "Open profile"],
  });
  // Two links of one row to the same person; two that say different names.
  expect(await of(`<ul><li>${a(1, "Ada Example")} ${a(1, "Open")}</li></ul>`)).toEqual({
    text: "",
    row: ["Ada Example Open"],
    ambiguous: true,
  });
  expect(await of(`<p>${a(1, "Ada Example")}</p><p>${a(1, "Ben Sample")}</p>`)).toEqual({
    text: "",
    row: [""],
    ambiguous: true,
  });
  // Slotted text, in a closed root; hidden links do not count.
  const slotted = `<x-link><template shadowrootmode="closed">${a(1, "<slot></slot>")}</template>Ada <b>Exam</b>ple</x-link>`;
  expect((await of(`${slotted}<div hidden>${a(1, "Ben")}</div>`)).text).toBe("Ada Example");
  expect((await of(`<sr-link href="https://x.example/p/1">Ada Example</sr-link>`)).text).toBe("Ada Example");
  expect((await of(a(1, `A&shy;da`), "https://x.example/p/2")).text).toBe("");
});
