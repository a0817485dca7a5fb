import type { Connector } from "../../src/domain/connector";
import { INTEGRATIONS, type Person, type SandboxIntegration } from "../data";
import { opaque } from "../data/ids";

/** Companies that use one of these connectors. */
export function companiesOf(connectors: readonly Connector[]): SandboxIntegration[] {
  return INTEGRATIONS.filter((one) => connectors.includes(one.connector));
}

/** The company whose stand-in answers to this host; null when the host is nobody's. */
export function companyAt(connectors: readonly Connector[], host: string): SandboxIntegration | null {
  return companiesOf(connectors).find((one) => one.host === host) ?? null;
}

export function nameOf(person: Person): string {
  return `${person.firstName} ${person.lastName}`;
}

export function emailOf(person: Person): string {
  return person.emails[0] ?? "";
}

/** The person a URL's id speaks of; null when there is none. */
export function byUrlId(company: SandboxIntegration, id: string | undefined): Person | null {
  return company.people.find((one) => one.urlId === id) ?? null;
}

/** The person whose application a URL speaks of; null when there is none. */
export function byApplication(company: SandboxIntegration, id: string | undefined): Person | null {
  return company.people.find((one) => one.applicationRemoteId === id) ?? null;
}

/** An encoded form of the person's id, as systems have it whose addresses tell the API nothing. */
export function keyOf(person: Person): string {
  return opaque(`key of ${person.remoteId}`);
}

/** The person an encoded id speaks of; null when there is none. */
export function byKey(company: SandboxIntegration, key: string | null | undefined): Person | null {
  return company.people.find((one) => keyOf(one) === key) ?? null;
}

/** The person before and after this one in the list; the ends meet. */
export function neighbours(company: SandboxIntegration, person: Person): { previous: Person; next: Person } {
  const { people } = company;
  const at = people.indexOf(person);
  return {
    previous: people[(at + people.length - 1) % people.length] ?? person,
    next: people[(at + 1) % people.length] ?? person,
  };
}

/** A made-up number for a job, the same on every page, that looks like the ids around it. */
export function jobNumber(company: SandboxIntegration, job: string): number {
  return 5000 + [...new Set(company.people.map((one) => one.job))].indexOf(job);
}

/** The names of the company's jobs, each once. */
export function jobsOf(company: SandboxIntegration): string[] {
  return [...new Set(company.people.map((one) => one.job))];
}
