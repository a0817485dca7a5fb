import { atsAddCandidateTag } from "@kombo-api/sdk/funcs/atsAddCandidateTag.js";
import { atsRemoveCandidateTag } from "@kombo-api/sdk/funcs/atsRemoveCandidateTag.js";
import type { Connector } from "../domain/connector";
import type { Operation } from "../domain/job";
import type { Answer } from "./answer";
import { type Access, ask, core, type Pending, WRITE_TIMEOUT_MS } from "./client";

export interface Write {
  operation: Operation;
  /** Kombo's candidate id. */
  candidateId: string;
  tag: string;
  connector: Connector;
  /** The ATS user the write is made for; null leaves Kombo's default. */
  onBehalfOf: string | null;
}

export interface Written {
  warnings: string[];
  /** The 2xx body could not be read: the write happened, its warnings are unknown. */
  unreadable: boolean;
}

interface RemoteFields {
  greenhouse?: { post_headers: { on_behalf_of: string } };
  workable?: { on_behalf_of_user_remote_id: string };
}

/** The fields only Greenhouse and Workable take; undefined for every other connector. */
export function remoteFields(connector: Connector, user: string | null): RemoteFields | undefined {
  if (user === null) return undefined;
  if (connector === "greenhouse" || connector === "greenhousev3") {
    return { greenhouse: { post_headers: { on_behalf_of: user } } };
  }
  return connector === "workable" ? { workable: { on_behalf_of_user_remote_id: user } } : undefined;
}

/** Adds or removes one tag. Idempotent at Kombo: a second call for the same tag changes nothing. */
export function write(
  access: Access,
  { operation, candidateId, tag, connector, onBehalfOf }: Write,
): Promise<Answer<Written>> {
  const client = core(access, WRITE_TIMEOUT_MS);
  const request = {
    candidate_id: candidateId,
    body: { tag: { name: tag }, remote_fields: remoteFields(connector, onBehalfOf) },
  };
  const pending: Pending<{ warnings: { message: string }[] }> =
    operation === "add" ? atsAddCandidateTag(client, request) : atsRemoveCandidateTag(client, request);
  return ask<{ warnings: { message: string }[] }, Written>(
    pending,
    (value) => ({ warnings: value.warnings.map((one) => one.message), unreadable: false }),
    // JSON of another shape came from Kombo, after the write. A web page came from something in between.
    (_body, isJson) => (isJson ? { warnings: [], unreadable: true } : null),
  );
}
