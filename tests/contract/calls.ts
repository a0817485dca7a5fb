import type { KomboCore } from "@kombo-api/sdk/core.js";
import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { atsGetApplications } from "@kombo-api/sdk/funcs/atsGetApplications.js";
import { atsGetCandidates } from "@kombo-api/sdk/funcs/atsGetCandidates.js";
import { atsGetTags } from "@kombo-api/sdk/funcs/atsGetTags.js";
import { atsGetUsers } from "@kombo-api/sdk/funcs/atsGetUsers.js";
import { atsRemoveCandidateTag } from "@kombo-api/sdk/funcs/atsRemoveCandidateTag.js";
import { generalCheckApiKey } from "@kombo-api/sdk/funcs/generalCheckApiKey.js";
import { generalGetIntegrationDetails } from "@kombo-api/sdk/funcs/generalGetIntegrationDetails.js";
import { generalTriggerSync } from "@kombo-api/sdk/funcs/generalTriggerSync.js";
import type { Connector } from "../../src/domain/connector";
import type { Answer } from "../../src/kombo/answer";
import { checkApiKey, getIntegration, triggerSync } from "../../src/kombo/check";
import type { Access } from "../../src/kombo/client";
import { findApplicants, findCandidates, findUsers, listTags } from "../../src/kombo/read";
import { write } from "../../src/kombo/write";

/** The outcome of a call through the SDK: the value it gives, or Kombo's code and the status. */
export type Theirs = { ok: true; value: unknown } | { ok: false; code: string | null; status: number | null };

/** One of the calls, once through our client and once through the official SDK. */
export interface Pair {
  ours(access: Access): Promise<Answer<unknown>>;
  /** The value is what ours should be, taken out of the SDK's typed answer. */
  theirs(core: KomboCore): Promise<Theirs>;
}

type Result<T> = { ok: true; value: T } | { ok: false; error: unknown };

async function outcome<T>(pending: PromiseLike<Result<T>>, take: (value: T) => unknown): Promise<Theirs> {
  const result = await pending;
  if (result.ok) return { ok: true, value: take(result.value) };
  const error = result.error as { statusCode?: number; data$?: { error?: { code?: string | null } } };
  return { ok: false, code: error.data$?.error?.code ?? null, status: error.statusCode ?? null };
}

interface Person {
  id: string;
  remote_id: string | null;
  first_name: string | null;
  last_name: string | null;
  remote_url: string | null;
  email_addresses?: { email_address?: string | null | undefined }[] | null | undefined;
  tags: { name: string | null }[];
}

const nameOf = (one: { first_name: string | null; last_name: string | null }) =>
  [one.first_name, one.last_name].filter(Boolean).join(" ");

const identityOf = (one: Person) => ({
  id: one.id,
  remoteId: one.remote_id,
  name: nameOf(one),
  emails: (one.email_addresses ?? []).flatMap(({ email_address }) => email_address ?? []),
  remoteUrl: one.remote_url,
  tags: one.tags.flatMap(({ name }) => name ?? []),
});

type Filter = { remote_ids: string[] } | { ids: string[] } | { email: string };

export const candidates = (filter: Filter): Pair => ({
  ours: (access) => findCandidates(access, filter),
  theirs: (core) => outcome(atsGetCandidates(core, filter), (page) => page.result.data.results.map(identityOf)),
});

export const applicants = (remote_ids: string[]): Pair => ({
  ours: (access) => findApplicants(access, remote_ids),
  theirs: (core) =>
    outcome(atsGetApplications(core, { remote_ids }), (page) =>
      page.result.data.results.flatMap(({ candidate }) => (candidate ? identityOf(candidate) : [])),
    ),
});

export const tags = (query: { cursor?: string; updatedAfter?: Date; pageSize?: number } = {}): Pair => ({
  ours: (access) => listTags(access, query),
  theirs: (core) => {
    const request = {
      cursor: query.cursor,
      updated_after: query.updatedAfter,
      page_size: query.pageSize ?? 250,
      include_deleted: query.updatedAfter !== undefined,
    };
    return outcome(atsGetTags(core, request), ({ result: { data } }) => ({
      next: data.next,
      results: data.results.map((one) => ({ id: one.id, name: one.remote_deleted_at ? null : one.name })),
    }));
  },
});

export const users = (email: string): Pair => ({
  ours: (access) => findUsers(access, email),
  theirs: (core) =>
    outcome(atsGetUsers(core, { emails: [email] }), (page) =>
      page.result.data.results.map((one) => ({ remoteId: one.remote_id, name: nameOf(one), email: one.email })),
    ),
});

export const key: Pair = {
  ours: checkApiKey,
  theirs: (core) => outcome(generalCheckApiKey(core), (value) => value.data.environment_id),
};

const abilities = (list: { id: string; label: string; is_available: boolean; opted_out_by_customer: boolean }[]) =>
  list.map(({ id, label, is_available, opted_out_by_customer }) => ({
    id,
    label,
    is_available,
    opted_out_by_customer,
  }));

export const integration = (integration_id: string): Pair => ({
  ours: (access) => getIntegration(access, integration_id),
  theirs: (core) =>
    outcome(generalGetIntegrationDetails(core, { integration_id }), ({ data }) => ({
      organisation: data.end_user.organization_name,
      ats: data.tool.label,
      status: data.status,
      setupStatus: data.setup_status,
      models: abilities(data.read_models),
      actions: abilities(data.write_actions),
    })),
});

export const sync: Pair = {
  ours: triggerSync,
  theirs: (core) => outcome(generalTriggerSync(core, { type: "DELTA" }), () => true),
};

export interface TagWrite {
  operation: "add" | "remove";
  candidateId: string;
  tag: string;
  connector?: Connector;
  onBehalfOf?: string | null;
}

export const tag = ({ operation, candidateId, tag: name, connector = "lever", onBehalfOf = null }: TagWrite): Pair => ({
  ours: (access) => write(access, { operation, candidateId, tag: name, connector, onBehalfOf }),
  theirs: (core) => {
    const send = operation === "add" ? atsAddCandidateTag : atsRemoveCandidateTag;
    const request = { candidate_id: candidateId, body: { tag: { name }, remote_fields: actor(connector, onBehalfOf) } };
    return outcome(send(core, request), (value) => ({
      warnings: value.warnings.map((one) => one.message),
      unreadable: false,
    }));
  },
});

/** As the SDK's documentation names the fields. */
function actor(connector: Connector, user: string | null) {
  if (user === null) return undefined;
  if (connector.startsWith("greenhouse")) return { greenhouse: { post_headers: { on_behalf_of: user } } };
  return connector === "workable" ? { workable: { on_behalf_of_user_remote_id: user } } : undefined;
}
