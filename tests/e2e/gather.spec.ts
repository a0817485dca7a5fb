import { readFileSync } from "node:fs";
import type { PageFacts } from "../../src/domain/facts";
import { BUILD } from "../harness/builds";
import { expect, test } from "./support/test";

const script = readFileSync(`${BUILD.chrome}/src/content/inject.js`, "utf8");

type WithQuicktag = typeof globalThis & { quicktag: { gather(reads: object): PageFacts } };

test("reading a page of 20,000 nodes takes less than eight times a plain walk", async ({ app }) => {
  await app.open("https://jobs.unknown-ats.test/people");
  await app.tab.evaluate(script);
  const { ratio, nodes, emails } = await app.tab.evaluate(() => {
    const row = (n: number) =>
      `<div class="row"><span>Name ${n}</span><a href="/p/${n}">open</a><b>n${n}@example.com</b></div>`;
    document.body.innerHTML = Array.from({ length: 5000 }, (_, n) => row(n)).join("");
    const time = (run: () => unknown) => {
      const start = performance.now();
      run();
      return performance.now() - start;
    };
    const plain = () => {
      let length = 0;
      for (const one of document.querySelectorAll("*"))
        length += one.tagName.length + one.childNodes.length + one.getClientRects().length;
      return length;
    };
    const { quicktag } = globalThis as WithQuicktag;
    const median = (run: () => unknown) => {
      const times = Array.from({ length: 7 }, () => time(run)).sort((a, b) => a - b);
      return times[3] as number;
    };
    const walked = median(plain);
    const gathered = median(() => quicktag.gather({}));
    return {
      ratio: gathered / walked,
      nodes: document.querySelectorAll("*").length,
      emails: quicktag.gather({}).emails.length,
    };
  });
  expect(nodes).toBeGreaterThan(20_000);
  expect(emails).toBe(5000);
  expect(ratio).toBeLessThan(8);
});

test("hidden elements are not read; frames and shadow roots are", async ({ app }) => {
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
  const likely = facts.emails.filter((one) => one.candidateLike).map((one) => one.address);
  expect(likely.sort()).toEqual(["ada@example.com", "frame@example.com", "shadow@example.com"]);
  expect(facts.emails.filter((one) => !one.candidateLike).map((one) => one.address)).toEqual(["colleague@example.org"]);
  expect(facts.text).toContain("Ada Example");
  expect(facts.text).not.toMatch(/Hidden Person|script@|token@/);
});
