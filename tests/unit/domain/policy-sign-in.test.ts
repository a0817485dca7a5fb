import { expect, it } from "vitest";
import { parsePolicy } from "../../../src/domain/policy/parse";

const place = { issuer: "https://id.example.com", clientId: "quicktag", scopes: ["openid"], audience: "tags" };

it.each([
  { ...place, scopes: [] },
  { ...place, scopes: ["open id"] },
  { ...place, issuer: "https://löwe.example" },
  { ...place, issuer: "https://id.example.com/a b" },
])("a place to sign in that no sign-in could end at is no place: %j", (signIn) => {
  const { values, problems } = parsePolicy({ signIn });
  expect(values.signIn).toBeUndefined();
  expect(problems.map(({ path }) => path.split(/[.[]/)[0])).toContain("signIn");
});

it("an integration's id has no blanks around it, which no header could carry", () => {
  const { values, problems } = parsePolicy({ integrations: [{ id: " greenhouse:abc " }, { id: "greenhouse:abc" }] });
  expect(values.integrations).toHaveLength(1);
  expect(problems).toHaveLength(1);
});
