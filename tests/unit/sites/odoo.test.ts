import { describe, expect, it } from "vitest";
import { INTEGRATIONS } from "../../../sandbox/data";
import { pageUrls } from "../../../sandbox/sites";
import type { Screen } from "../../../sandbox/sites/odoo-screens";
import { visit } from "./visit";

async function screen(address: string): Promise<Screen> {
  const { text } = await visit(address);
  const json = /<script type="application\/json" id="screen">(.*?)<\/script>/s.exec(text)?.[1];
  if (!json) throw new Error(`no screen at ${address}`);
  return JSON.parse(json);
}

describe("Odoo", () => {
  const [acme, umbrella] = INTEGRATIONS.filter((one) => one.connector === "odoo");
  const first = acme?.people[0];
  if (!acme || !umbrella || !first) throw new Error("the sandbox lost an Odoo database");
  const id = first.applicationRemoteId;
  const home = `https://${acme.host}`;

  it("keeps one database per host, with the same numbers for other people", async () => {
    const here = await screen(`${home}/odoo/hr.applicant/${id}`);
    const there = await screen(`https://${umbrella.host}/odoo/hr.applicant/${id}`);
    expect(here.resId).toBe(there.resId);
    expect(here.title).not.toBe(there.title);
  });

  it("reads the last segment only", async () => {
    const applicant = await screen(`${home}/odoo/recruitment/4/action-216/${id}`);
    expect(applicant).toMatchObject({ model: "hr.applicant", resId: Number(id), title: "Dora Muster" });
    expect(applicant.formClass).toContain("o_applicant_form");
    const job = await screen(`${home}/odoo/recruitment-applications/${id}/hr.job/4`);
    expect(job.model).toBe("hr.job");
    expect(job.formClass).not.toContain("o_applicant_form");
  });

  it("shows an employee under an action's number that looks like an applicant's", async () => {
    const employee = await screen(`${home}/odoo/recruitment-applications/${id}/action-199/${id}`);
    expect(employee).toMatchObject({ model: "hr.employee", resId: Number(id) });
    expect(employee.title).not.toContain(first.lastName);
  });

  it("settles on the path of an action that has one", async () => {
    const { path } = await screen(`${home}/odoo/action-219/${id}`);
    expect(path).toBe(`/odoo/recruitment-applications/${id}`);
  });

  it("has candidates of their own in version 18 only", async () => {
    expect((await visit(`${home}/odoo/recruitment-candidates/${first.remoteId}`)).status).toBe(200);
    expect((await visit(`https://${umbrella.host}/odoo/recruitment-candidates/41`)).status).toBe(404);
  });

  it("runs on a company's own domain too", async () => {
    const urls = pageUrls(umbrella.id);
    const person = umbrella.people[0];
    if (!person || !urls.ownDomain) throw new Error("nobody there");
    expect((await screen(urls.ownDomain(person))).title).toBe(`${person.firstName} ${person.lastName}`);
  });

  it("shows the same database under version 17, and a page whose form has not come", async () => {
    const { oldVersion, loading } = pageUrls(umbrella.id);
    const person = umbrella.people[0];
    if (!person || !oldVersion || !loading) throw new Error("nobody there");
    expect((await visit(oldVersion(person))).text).toContain('data-keeps="hash"');
    const slow = await visit(loading(person));
    expect(slow.text).toContain("<title>Odoo</title>");
    expect(slow.text).toContain('id="slow"');
    expect((await screen(loading(person))).model).toBe("hr.applicant");
  });

  it("names other applicants in the chatter by links without an address", async () => {
    const { mentions } = await screen(`${home}/odoo/hr.applicant/${id}`);
    expect(mentions).toHaveLength(2);
    for (const one of mentions) expect(one).toMatchObject({ model: "hr.applicant" });
    expect(mentions.map((one) => one.id)).not.toContain(id);
  });

  it("keeps names and addresses out of the markup", async () => {
    const { text } = await visit(`${home}/odoo/hr.applicant/${id}`);
    const markup = text.replace(/<script type="application\/json".*?<\/script>/s, "");
    expect(markup).not.toContain(first.lastName);
    expect(markup).not.toContain(first.emails[0]);
  });
});
