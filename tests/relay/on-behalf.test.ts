import { describe, expect, it } from "vitest";
import { usersOf } from "../../sandbox/kombo/users";
import { companyOf, greenhouse, relayForTests } from "./support/relay";
import { addRaw, send } from "./support/send";
import { makeToken } from "./support/tokens";

const workable = companyOf("workable");
const relay = relayForTests({
  integrations: [greenhouse.id, workable.id],
  configure: (config) => {
    config.onBehalfOf = { emailClaim: "email" };
  },
});

const usersAt = (id: string) =>
  usersOf(relay.it.sandbox.control.company(id)).filter((user) => user.email) as { remote_id: string; email: string }[];

const fieldsFor = (id: string, user: string) =>
  id === workable.id
    ? { workable: { on_behalf_of_user_remote_id: user } }
    : { greenhouse: { post_headers: { "On-Behalf-Of": user } } };

async function tagAs(id: string, user: string, claims: Record<string, unknown>) {
  const company = id === workable.id ? workable : greenhouse;
  const path = `/v1/ats/candidates/${company.people[0]!.komboId}/tags`;
  const body = JSON.stringify({ tag: { name: "Referral" }, remote_fields: fieldsFor(id, user) });
  return send(relay.it.origin, { token: await makeToken(relay.it, { claims }), path, body, integration: id });
}

describe.each([greenhouse.id, workable.id])("a tag in a user's name at %s", (id) => {
  it("is let through for the user who signed in, however the address is written", async () => {
    const [user] = usersAt(id);
    for (const email of [user!.email, user!.email.toUpperCase()])
      expect(await tagAs(id, user!.remote_id, { email, email_verified: true })).toMatchObject({ status: 200 });
    const [request] = relay.it.sandbox.control.log.requests;
    expect(request!.body).toEqual({ tag: { name: "Referral" }, remote_fields: fieldsFor(id, user!.remote_id) });
  });

  it("is refused for anybody else, and for an address nobody vouches for", async () => {
    const [user, other] = usersAt(id);
    const refused = { status: 400, reason: "remote-fields" };
    expect(await tagAs(id, other!.remote_id, { email: user!.email })).toMatchObject(refused);
    expect(await tagAs(id, user!.remote_id, { email: user!.email, email_verified: false })).toMatchObject(refused);
    expect(await tagAs(id, user!.remote_id, { email: "nobody@example.com" })).toMatchObject(refused);
    expect(await tagAs(id, user!.remote_id, { email: [user!.email] })).toMatchObject(refused);
    expect(await tagAs(id, user!.remote_id, {})).toMatchObject(refused);
    expect(relay.it.sandbox.control.log.writes).toEqual([]);
  });
});

it("a user's id goes into the field it belongs to, once", async () => {
  const [user] = usersAt(greenhouse.id);
  const token = await makeToken(relay.it, { claims: { email: user!.email } });
  const own = JSON.stringify(fieldsFor(greenhouse.id, user!.remote_id)).slice(1, -1);
  for (const fields of [`{${own},${own}}`, `{${own},"x":1}`, `{"x":1,${own}}`, `{${own.replace("On-", "on-")}}`])
    expect(await addRaw(relay.it.origin, token, `{"tag":{"name":"a"},"remote_fields":${fields}}`)).toMatchObject({
      status: 400,
      reason: "body-shape",
    });
});
