import { describe, expect, it } from "vitest";
import { INTEGRATIONS, type Person } from "../../../sandbox/data";
import { companyNamed, contoso, larkspur, northwind, personAt } from "./helpers";

const everybody = INTEGRATIONS.flatMap(({ people }) => people);
const fullName = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function first(organisation: string): Person {
  return personAt(companyNamed(organisation), 0);
}

describe("ids", () => {
  it("have Kombo's form and belong to one thing each", () => {
    const ids = everybody.flatMap(({ komboId, komboApplicationId }) => [komboId, komboApplicationId]);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, connector } of INTEGRATIONS) expect(id).toMatch(new RegExp(`^${connector}:[A-Za-z0-9]{24}$`));
    expect(new Set(INTEGRATIONS.map(({ id }) => id)).size).toBe(INTEGRATIONS.length);
  });

  it("have the form of their system", () => {
    for (const name of ["Larkspur Example", "Heron Example", "Cedar Example"]) {
      expect(first(name).remoteId).toMatch(UUID);
      expect(first(name).applicationRemoteId).toMatch(UUID);
    }
    const workable = first("Birch Example");
    expect(Number.parseInt(workable.remoteId, 16)).toBe(Number(workable.urlId) + 1234);
    const zoho = first("Fir Example");
    expect(BigInt(zoho.remoteId)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(zoho.remoteId).toMatch(/^\d{17}$/);
    expect(zoho.applicationRemoteId).toMatch(/^\d{18}$/);
    expect(first("Grove Example").remoteId).toMatch(/^wttj-[0-9a-f]{24}$/);
    expect(first("Hazel Example").remoteId).toMatch(/^[0-9a-f]{32}$/);
    expect(first("Hazel Example").urlId).toMatch(/^\d+\$\d+$/);
    expect(first("Maple Example").urlId).toMatch(/^[\w-]{11}$/);
  });

  it("are the same for other people in both companies on Greenhouse's one host", () => {
    expect(northwind.people.map(({ remoteId }) => remoteId)).toEqual(contoso.people.map(({ remoteId }) => remoteId));
    northwind.people.forEach((person, index) => {
      const other = personAt(contoso, index);
      expect(fullName(person)).not.toBe(fullName(other));
      expect(person.emails.some((email) => other.emails.includes(email))).toBe(false);
    });
  });

  it("set a trap at Odoo: a candidate number is somebody else's application number", () => {
    for (const name of ["Acme Works Example", "Umbrella Example"]) {
      const { people } = companyNamed(name);
      for (const person of people) {
        const other = people.find(({ applicationRemoteId }) => applicationRemoteId === person.remoteId);
        expect(other).toBeDefined();
        expect(other).not.toBe(person);
      }
    }
    expect(first("Acme Works Example").urlId).toBe(first("Umbrella Example").urlId);
  });
});

describe.each(INTEGRATIONS.map((given) => [given.id, given] as const))("%s", (_id, { people, tags }) => {
  it("has the people that make look-ups hard", () => {
    expect(people.length).toBeGreaterThanOrEqual(8);
    expect(people.filter(({ synced }) => !synced)).toHaveLength(1);
    expect(people.some(({ emails }) => emails.length === 2)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: anything outside of ASCII is what is looked for
    expect(people.filter((person) => /[^\x00-\x7f]/.test(fullName(person))).length).toBeGreaterThanOrEqual(2);
    const homonyms = people.filter((person) =>
      people.some((each) => each !== person && fullName(each) === fullName(person)),
    );
    expect(homonyms.length).toBeGreaterThanOrEqual(2);
  });

  it("has tags without doubles, Excellent Fit among them", () => {
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags).toContain("Excellent Fit");
    for (const person of people) for (const tag of person.tags) expect(tags).toContain(tag);
  });
});

it("one company has 5,000 tags", () => {
  expect(larkspur.tags).toHaveLength(5000);
});

it("all addresses are in reserved domains", () => {
  for (const { emails } of everybody)
    for (const email of emails) expect(email).toMatch(/^[a-z.]+@([a-z]+\.)*example\.(com|org)$/);
});
