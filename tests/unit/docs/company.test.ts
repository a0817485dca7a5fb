import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../relay/config";
import { redirectsOf } from "../../../relay/redirects";
import { POLICY_FIELDS, parsePolicy } from "../../../src/domain/policy/parse";
import { isBoundTo, type SignInPlace, signInPlace } from "../../../src/domain/sign-in";
import { NO_TAG_RULES } from "../../../src/domain/tag-rules/rules";
import { json, read, rowsOf } from "./read";

vi.mock("../../../src/platform/browser", () => ({ browser: {} }));
const { parseWellKnown } = await import("../../../src/options/sign-in/well-known");

// What an administrator copies from the documents is what the product takes.

const RELAY = "https://tags.example.com";
const GUIDE = read("docs/admin-guide.md");

const blocks = (text: string, kind: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block]) => block ?? "");
const names = (cell: string): string[] => [...cell.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => name ?? "");
const table = (text: string, head: string): string[][] => {
  const lines = text.split("\n").map((line) => line.trim());
  const from = lines.findIndex((line) => line.startsWith("|") && line.includes(head));
  const to = lines.findIndex((line, at) => at > from && !line.startsWith("|"));
  return rowsOf(lines.slice(from, to).join("\n")).slice(1);
};

describe("the administrator's guide", () => {
  it("has each setting a policy may have, and no other", () => {
    const told = table(GUIDE, "setting").flatMap(([first = ""]) => names(first));
    expect(told.toSorted()).toEqual([...POLICY_FIELDS, "defaults"].toSorted());
  });

  it("names the parts of tag rules there are", () => {
    const row = table(GUIDE, "setting").find(([first]) => first === "`tagRules`")!;
    const { format, ...rules } = NO_TAG_RULES;
    const told = new Set(names(row[1]!));
    expect([...told].toSorted()).toEqual([...Object.keys(rules), "format", ...Object.keys(format), "names"].toSorted());
  });

  /** As Windows and macOS give them to a browser. */
  const copied: Record<string, object> = {
    registry: Object.fromEntries(
      [...blocks(GUIDE, "reg")[0]!.matchAll(/^"(\w+)"=(?:"(.*)"|dword:(\w+))$/gm)].map(([, key, text, number]) => [
        key,
        text !== undefined
          ? JSON.parse(text.replaceAll('\\"', '"'))
          : key === "mayCreateTags"
            ? Number.parseInt(number!, 16) !== 0
            : Number.parseInt(number!, 16),
      ]),
    ),
    Intune: Object.fromEntries(
      [...blocks(GUIDE, "powershell")[0]!.matchAll(/-Name (\w+) -Value (?:'(.*)'|(\d+) -Type DWord)/g)].map(
        ([, key, text, number]) => [key, text === undefined ? number !== "0" : JSON.parse(text)],
      ),
    ),
    macOS: JSON.parse(
      `{${blocks(GUIDE, "xml")[0]!
        .replace(/\s*\n\s*/g, "")
        .replace(/<key>(\w+)<\/key>/g, '"$1":')
        .replace(/<string>(.*?)<\/string>/g, '"$1",')
        .replace(/<(true|false)\/>/g, "$1,")
        .replaceAll("<dict>", "{")
        .replaceAll("</dict>", "},")
        .replaceAll("<array>", "[")
        .replaceAll("</array>", "],")
        .replace(/,(?=[}\]])/g, "")
        .replace(/,$/, "")}}`,
    ),
  };

  it.each(Object.keys(copied))("has a policy for %s that is right", (kind) => {
    const { values, problems } = parsePolicy(copied[kind]);
    expect(problems).toEqual([]);
    expect(Object.keys(values).length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(values)).toEqual(Object.keys(copied[kind]!).filter((key) => key !== "defaults"));
  });
});

describe("the pages on identity providers", () => {
  const readme = read("docs/sign-in/README.md");
  const providers = { okta: "Okta", keycloak: "Keycloak", auth0: "Auth0", entra: "Entra ID", google: "Google" };

  it.each(Object.entries(providers))(
    "%s: policy and relay take its sign-in, and bind it as the table says",
    (page, called) => {
      const written = blocks(read(`docs/sign-in/${page}.md`), "json")[0]!;
      const filled = written.replace(/<[^>]+>/g, "x1");
      const { signIn } = JSON.parse(`{${filled}}`) as { signIn: SignInPlace };
      const { values, problems } = parsePolicy({ server: { kind: "relay", url: RELAY }, signIn });
      expect(problems).toEqual([]);
      expect(values.signIn).toEqual(signInPlace(signIn));
      const example = json<object>("relay/relay.example.json");
      expect(readConfig({ ...example, signIn }).signIn).toMatchObject(signIn);
      const [, says = ""] = table(readme, "provider").find(([first]) => first === called)!;
      expect(says).toMatch(/^(yes|no)/);
      expect(isBoundTo(RELAY, signInPlace(signIn)!)).toBe(says.startsWith("yes"));
    },
  );

  it("say the redirect addresses the product uses: Chrome's, Edge's and Firefox's", () => {
    const [first, second, firefox] = redirectsOf("https://id.example.com/realms/company", ["chrome", "edge"]);
    expect([first, second]).toEqual(
      ["chrome", "edge"].map((id) => `https://${id}.chromiumapp.org/id.example.com/realms/company`),
    );
    const told = readme.replaceAll(/<id in (\w+)'s store>/g, (_, browser: string) => browser.toLowerCase());
    for (const address of [first, second, firefox]) expect(told).toContain(`\`${address}\``);
    const id = /gecko: \{\s*id: "(.*?)"/.exec(read("vite.config.ts"))![1]!;
    expect(firefox).toContain(createHash("sha1").update(id).digest("hex"));
  });
});

describe("the page on the relay", () => {
  const page = read("docs/relay.md");

  it("has each setting of its example, and no other", () => {
    const tops = new Set(
      table(page, "setting").flatMap(([first = ""]) => [...first.matchAll(/`(\w+)/g)].map(([, one]) => one)),
    );
    expect([...tops].toSorted()).toEqual(Object.keys(json<object>("relay/relay.example.json")).toSorted());
  });

  it("shows a document that browsers take", () => {
    const [document = ""] = blocks(page, "json");
    expect(parseWellKnown(document, RELAY)).toMatchObject({ audience: RELAY, clientId: "quicktag" });
  });

  it("shows a line of the log with the fields it has", () => {
    const line = JSON.parse(blocks(page, "json")[1]!) as object;
    const made = read("relay/haproxy/frame.ts") + read("relay/haproxy/words.ts") + read("relay/haproxy/instance.ts");
    for (const field of Object.keys(line)) expect(made).toContain(field);
  });
});
