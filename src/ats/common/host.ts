/** What stands before `.domain` in a host name (`""` for the domain itself); null on any other domain. */
export function subdomain(hostname: string, domain: string): string | null {
  if (hostname === domain) return "";
  const end = `.${domain}`;
  return hostname.endsWith(end) ? hostname.slice(0, -end.length) : null;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether the text is a single host label, such as a customer's own name before the vendor's domain. */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}
