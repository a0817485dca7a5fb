import { addressOf } from "./address";
import { maskedText, maskedWord } from "./mask";
import { isSecretName } from "./secret-params";

/** What a report about a page that was not recognised is made of. Only counts of what is personal. */
export interface ReportedPage {
  href: string;
  title?: string;
  emailCount?: number;
  /** How many pieces of the address were searched at Kombo. */
  tokenCount?: number;
}

/** Longer addresses say nothing more; the report is to be read before it is sent. */
const MAX_PARTS = 30;

type Pairs = readonly (readonly [string, string])[];

/** The first label is the customer's name nearly everywhere; an address in numbers is somebody's network. */
function maskedHost(url: URL): string {
  const port = url.port ? `:${url.port}` : "";
  if (/^[\d.]+$|^\[/.test(url.hostname)) return `<ip>${port}`;
  return ["***", ...url.hostname.split(".").slice(1)].join(".") + port;
}

function maskedPath(segments: readonly string[]): string {
  const more = segments.length > MAX_PARTS ? "/…" : "";
  return `/${segments.slice(0, MAX_PARTS).map(maskedText).join("/")}${more}`;
}

/** A name is kept when it looks like one a program chose; anything else may be a person's. */
function maskedName(name: string): string {
  return /^[a-z][a-z_.[\]-]{0,39}$/i.test(name) ? name : maskedWord(name);
}

function maskedPairs(pairs: Pairs): string {
  const kept = pairs.filter(([name]) => !isSecretName(name)).slice(0, MAX_PARTS);
  // Without a value the name itself is what was meant (`?ada-example`).
  return kept
    .map(([name, value]) => (value === "" ? maskedText(name) : `${maskedName(name)}=${maskedText(value)}`))
    .join("&");
}

function maskedAddress(href: string): string {
  const address = addressOf(href);
  if (!address) return "<no web address>";
  const { url, path, query, hashPath, hashQuery } = address;
  const search = maskedPairs(query);
  const hash = [hashPath.length > 0 ? maskedPath(hashPath) : "", maskedPairs(hashQuery)].filter(Boolean).join("?");
  return `${url.protocol}//${maskedHost(url)}${maskedPath(path)}${search && `?${search}`}${hash && `#${hash}`}`;
}

/**
 * The text to copy from "this page was not recognised": how the address is built, without whom it is about. Ids, names,
 * addresses and the host's first label are masked, parameters that look like secrets are left out.
 */
export function maskedReport(page: ReportedPage): string {
  const lines = [`address: ${maskedAddress(page.href)}`];
  if (page.title !== undefined) lines.push(`title: ${maskedText(page.title.slice(0, 200))}`);
  if (page.emailCount !== undefined) lines.push(`e-mails on the page: ${page.emailCount}`);
  if (page.tokenCount !== undefined) lines.push(`possible ids in the address: ${page.tokenCount}`);
  return lines.join("\n");
}
