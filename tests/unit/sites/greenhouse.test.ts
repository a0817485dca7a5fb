import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { pageUrls } from "../../../sandbox/sites";
import { carries, visit } from "./visit";

const [northwind, contoso] = INTEGRATIONS.filter((one) => one.connector === "greenhouse");

describe("two companies on Greenhouse's one host", () => {
  const ada = northwind?.people[0];
  const ben = contoso?.people[0];
  if (!ada || !ben) throw new Error("the sandbox lost a Greenhouse company");
  const address = `https://app.greenhouse.io/people/${ada.urlId}`;

  it("have the same ids", () => {
    expect(ada.urlId).toBe(ben.urlId);
  });

  it("are told apart by who is signed in", async () => {
    expect(carries((await visit(address)).text, ada)).toBe(true);
    const other = await visit(address, { cookie: "theme=dark; company=2" });
    expect(carries(other.text, ben)).toBe(true);
    expect(carries(other.text, ada)).toBe(false);
  });

  it("keep the sign-in made with ?as=", async () => {
    const signedIn = await visit(`${address}?as=2`);
    expect(signedIn.headers.get("set-cookie")).toBe("company=2; Path=/");
    expect(carries(signedIn.text, ben)).toBe(true);
  });

  it("name the candidate in the title as the real system does", async () => {
    expect((await visit(address)).text).toContain(
      `<title>${ada.firstName} ${ada.lastName} - Greenhouse (stand-in)</title>`,
    );
  });

  it("show no candidate on the public board", async () => {
    const board = pageUrls("greenhouse").refused.find((one) => one.includes("//boards."));
    expect(carries((await visit(board ?? "")).text, ada)).toBe(false);
  });

  it("add the hostile script only when asked", async () => {
    expect((await visit(address)).text).not.toContain("hostile.js");
    expect((await visit(`${address}?hostile=1`)).text).toContain("/stand-in/hostile.js");
  });
});
