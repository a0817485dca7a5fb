import * as v from "valibot";
import type { UserRecord } from "../src/kombo/contract";
import type { RelayConfig } from "./config";

const MOST_PAGES = 100;
const TIMEOUT_MS = 30_000;
/** Only these connectors can say whom a tag is from. */
const RECORDS_USERS = /^(?:greenhouse|greenhousev3|workable):/;

const user = v.object({
  remote_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,64}$/)),
  email: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+@[\x21-\x7e]+$/)),
} satisfies { [K in keyof UserRecord]?: v.GenericSchema });

const page = v.object({
  data: v.object({ next: v.nullish(v.string()), results: v.array(v.unknown()) }),
});

/**
 * The ATS users of all integrations that can record one: `<integration>|<e-mail address>` to the user's id. An address two
 * users share is nobody's.
 */
export async function fetchUsers(config: RelayConfig, apiKey: string): Promise<Map<string, string>> {
  const { access, kombo } = config;
  const integrations = [...new Set([...access.everyone, ...Object.values(access.groups).flat()])];
  const users = new Map<string, string>();
  const shared = new Set<string>();
  for (const integration of integrations.filter((id) => RECORDS_USERS.test(id))) {
    for await (const record of records(kombo.origin, apiKey, integration)) {
      const read = v.safeParse(user, record);
      if (!read.success) continue;
      const who = `${integration}|${read.output.email.toLowerCase()}`;
      if (users.has(who)) shared.add(who);
      users.set(who, read.output.remote_id);
    }
  }
  for (const who of shared) users.delete(who);
  return users;
}

async function* records(origin: string, apiKey: string, integration: string): AsyncGenerator<unknown> {
  let cursor: string | null | undefined;
  for (let count = 0; count < MOST_PAGES; count++) {
    const url = new URL("/v1/ats/users", origin);
    url.search = new URLSearchParams({ page_size: "250", ...(cursor ? { cursor } : {}) }).toString();
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${apiKey}`, "x-integration-id": integration, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`Kombo answered ${answer.status} for ${integration}`);
    const read = v.safeParse(page, await answer.json());
    if (!read.success) throw new Error(`Kombo's answer for ${integration} is no list`);
    yield* read.output.data.results;
    cursor = read.output.data.next;
    if (!cursor) return;
  }
  throw new Error(`Kombo's list of users of ${integration} does not end`);
}
