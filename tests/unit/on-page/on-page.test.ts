import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINE_PLACES } from "../../../src/domain/facts";
import { preparePage, tagsOnPage } from "../../../src/domain/on-page";
import { prepare } from "../../../src/domain/picker";
import { PAGES } from "../../fixtures/on-page/pages";
import { measure, ON_PAGE_TOP, score } from "../../fixtures/on-page/score";

const NAME = "Ada Example";

/** The tags found in a text below the candidate's name. */
function found(tags: readonly string[], lines: string, places?: string, more: { carried?: string[] } = {}): string[] {
  const page = { text: `${NAME}\nx\nx\nx\n${lines}`, ...(places && { places: `hccc${places}` }) };
  const options = { name: NAME, uses: [], carried: more.carried ?? [] };
  return tagsOnPage(page, preparePage(prepare(tags)), options).map(({ name }) => name);
}

it("is right in four of five tags shown, wherever at least five are wanted", () => {
  const scores = score().filter(({ page }) => page.wanted.length >= ON_PAGE_TOP);
  expect(scores.length).toBeGreaterThanOrEqual(40);
  const { precision, recall } = measure(scores);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

describe("whole words", () => {
  it.each([
    ["Kubernetes", "knows KUBERNETES well", true],
    ["Kubernetes", "subkubernetesy things", false],
    ["Electrician", "Two electricians", true],
    ["Infirmière", "une infirmiere libérale", true],
    ["Führerschein", "FUHRERSCHEIN vorhanden", true],
    ["Power BI", "reports in PowerBI", true],
    ["JavaScript", "much Java Script", true],
    ["Java", "much JavaScript", false],
    ["C++", "wrote C++ for years", true],
    ["C", "Objective-C, Kotlin", false],
    ["C", "C++, C, Rust", true],
    [".NET", "a bit of .NET and more", true],
    [".NET", "the net result", false],
    ["R&D", "five years of R&D", true],
    ["Spring Boot", "In spring, boots are wet", false],
    ["京都", "東京都に住む", false],
    ["東京", "東京都に住む", true],
    ["データ", "データサイエンティスト", false],
    ["英語", "英語を話す", true],
    ["日本", "日本語を話す", false],
    ["서울", "서울에서 일합니다", true],
    ["กรุงเทพ", "ทำงานที่กรุงเทพและเชียงใหม่", true],
    ["Закупки", "опыт в закупках", true],
  ])("%s in “%s”: %s", (tag, line, is) => expect(found([tag], line)).toEqual(is ? [tag] : []));
});

describe("short and ordinary words", () => {
  it.each([
    ["Go", "I go there", false],
    ["Go", "Go there", false],
    ["Go", "services written in Go and tested", true],
    ["Go", "Skills: go, sql", true],
    ["Lead", "to lead a team", false],
    ["Remote", "a remote village", false],
    ["Remote", "Skills: remote, agile", true],
    ["Reading", "Reading is fun", false],
    ["SAP", "sap of trees", false],
    ["SAP", "SAP of Walldorf", true],
    ["Manager", "Product Manager for ten years", false],
  ])("%s in “%s”: %s", (tag, line, is) => expect(found([tag], line)).toEqual(is ? [tag] : []));
});

describe("places", () => {
  it("nothing is taken from menus, buttons, job ads and other people's lists", () => {
    for (const place of [LINE_PLACES.frame, LINE_PLACES.button])
      expect(found(["Kubernetes"], "Kubernetes", place)).toEqual([]);
    expect(found(["Kubernetes"], "Job description\nKubernetes is a must", "hc")).toEqual([]);
    expect(found(["Kubernetes"], "Similar candidates\nBen, Kubernetes", "hc")).toEqual([]);
  });

  it("skills come before words in sentences, and these before notes", () => {
    const lines = "asked about Kubernetes\nhas used Terraform once\nSkills: Ansible";
    expect(found(["Kubernetes", "Terraform", "Ansible"], lines, "ncc")).toEqual(["Ansible", "Terraform", "Kubernetes"]);
  });

  it("what somebody is said not to be or want is not offered", () => {
    for (const line of [
      "not a Kubernetes person",
      "kein Interesse an Kubernetes",
      "Kubernetes lieber nicht",
      "pas de Kubernetes",
    ])
      expect(found(["Kubernetes"], line)).toEqual([]);
  });

  it("the candidate's own name and addresses are no tags", () => {
    expect(found(["Example", "Ada"], "Ada Example, ada.example@example.com\nhttps://example.com/ada")).toEqual([]);
  });

  it("a tag the candidate carries is left out", () => {
    expect(found(["Kubernetes"], "knows Kubernetes", undefined, { carried: ["kubernetes"] })).toEqual([]);
  });

  it("of two alike the one used more comes first", () => {
    const page = { text: "Skills: Ansible, Terraform" };
    const uses = [{ integrationId: "a", name: "Terraform", count: 9, lastUsedAt: 1 }];
    const index = preparePage(prepare(["Ansible", "Terraform"]));
    const names = (own: typeof uses) =>
      tagsOnPage(page, index, { name: "", uses: own, carried: [] }).map(({ name }) => name);
    expect(names([])).toEqual(["Ansible", "Terraform"]);
    expect(names(uses)).toEqual(["Terraform", "Ansible"]);
  });
});

const everyTag = [...new Set(PAGES.flatMap(({ wanted }) => wanted))];

describe("whatever the page", () => {
  const anyTag = fc.constantFrom(...everyTag);
  // No sign that could belong to a name, and no letter that could end one.
  const foreign = fc.stringMatching(/^[qx]{6,9}( [qx]{6,9}){0,3}$/);

  it("every labelled tag is found in a list of skills, in upper case as well", () => {
    fc.assert(
      fc.property(anyTag, foreign, fc.boolean(), (tag, word, upper) => {
        expect(found([tag], `Skills: ${word}, ${upper ? tag.toUpperCase() : tag}, ${word}`)).toEqual([tag]);
      }),
      { numRuns: 300 },
    );
  });

  it("none is found inside a longer word, and none that does not stand there", () => {
    const spaced = everyTag.filter((tag) => /^[a-zà-ÿ ]+$/i.test(tag));
    fc.assert(
      fc.property(fc.constantFrom(...spaced), foreign, (tag, word) => {
        expect(found([tag], `Skills: qx${tag}qx, ${word}`)).toEqual([]);
        expect(found(everyTag, `${word}\n${word}`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("takes any text and any list, names only tags of the list, each once", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 20 }), fc.stringMatching(/^[chfbn]*$/), (page, tags, places) => {
        const index = preparePage(prepare(tags));
        const names = tagsOnPage({ text: page, places }, index, { name: "", uses: [], carried: [] }).map(
          ({ name }) => name,
        );
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(tags).toContain(name);
      }),
      { numRuns: 300 },
    );
  });
});
