import type { Person } from "../../../sandbox/data";
import { sites } from "../../../sandbox/sites";

const answer = sites();
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export interface Visit {
  status: number;
  headers: Headers;
  text: string;
}

/** Asks the stand-ins for an address as a browser and the page's script do: redirects followed, the hash sent apart. */
export async function visit(address: string, headers: Record<string, string> = {}): Promise<Visit> {
  const url = new URL(address);
  const hash = { "x-stand-in-hash": encodeURIComponent(url.hash) };
  url.hash = "";
  const response = await answer(new Request(url, { headers: { host: url.host, ...hash, ...headers } }));
  const to = response.headers.get("location");
  if (response.status === 302 && to) return visit(new URL(to, url).href, headers);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Whether the person's name reaches the page, as markup or as data for its script. */
export function carries(text: string, person: Person): boolean {
  const name = `${person.firstName} ${person.lastName}`;
  const escaped = name.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
  return text.includes(escaped) || text.includes(name);
}
