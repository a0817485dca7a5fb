import type { Settings } from "./settings";
import { emailKey } from "./text/emails";

/** The recruiter's own addresses, and `@domain` for all of a company's: never taken for a candidate's. */
export function ownAddresses({
  ownEmails,
  workEmail,
  ownDomains,
}: Pick<Settings, "ownEmails" | "workEmail" | "ownDomains">): string[] {
  const domains = ownDomains.map((domain) => `@${domain}`);
  return [...ownEmails, ...domains, ...(workEmail === null ? [] : [workEmail])];
}

/** Tells whether an address is one of those, however it is spelled. */
export function ownAddressTest(own: readonly string[]): (address: string) => boolean {
  const keys = new Set(own.map(emailKey));
  return (address) => {
    const key = emailKey(address);
    return keys.has(key) || keys.has(key.slice(key.lastIndexOf("@")));
  };
}
