import { expect, it } from "vitest";
import { ADA, BEN, greenhouse, lever, relayForTests } from "./support/relay";
import { add, candidate, send } from "./support/send";
import { signIn } from "./support/sign-in";

const relay = relayForTests({
  instances: 2,
  tokenSeconds: 4,
  configure: (config) => {
    const access = { everyone: [], groups: { recruiting: [greenhouse.id], sourcing: [greenhouse.id] } };
    config.access = { ...access, claim: { name: "groups", is: "list" } };
  },
});

it("two recruiters sign in with the company's account and tag; the log says who was who", async () => {
  const ada = await signIn(relay.it, ADA.id);
  const ben = await signIn(relay.it, BEN.id);
  expect(await add(relay.it.origin, ada.access_token, "Silver medal")).toMatchObject({ status: 200 });
  expect(await add(relay.it.origin, ben.access_token, "Referral")).toMatchObject({ status: 200 });
  expect(relay.it.sandbox.control.tagsOf(candidate)).toEqual(expect.arrayContaining(["Silver medal", "Referral"]));
  expect(await relay.it.audited(({ user }) => user === ADA.id)).toMatchObject({ tag: "Silver medal", candidate });
  expect(await relay.it.audited(({ user }) => user === BEN.id)).toMatchObject({ tag: "Referral", candidate });
  const path = "/v1/ats/tags?page_size=1";
  const foreign = await send(relay.it.origin, { token: ada.access_token, path, integration: lever.id });
  expect(foreign).toMatchObject({ status: 403, reason: "integration-foreign" });
});

it("the id token of the same sign-in is not taken: it is meant for the browser", async () => {
  const { id_token } = await signIn(relay.it, ADA.id);
  expect(await add(relay.it.origin, id_token!, "Referral")).toMatchObject({ status: 401, reason: "token-audience" });
});

it("a session ends with its token's life", async () => {
  const { access_token } = await signIn(relay.it, ADA.id);
  expect((await add(relay.it.origin, access_token, "Referral")).status).toBe(200);
  const ended = async () => (await add(relay.it.origin, access_token, "Referral")).reason;
  await expect.poll(ended, { timeout: 10_000, interval: 200 }).toBe("token-expired");
});

it("somebody unknown does not get a token", async () => {
  await expect(signIn(relay.it, "mallory")).rejects.toThrow();
});
