import * as v from "valibot";
import type { Connector } from "../domain/connector";
import type { Operation } from "../domain/job";
import type { Answer } from "./answer";
import { type Access, call, WRITE_TIMEOUT_MS } from "./client";
import type { AddTagBody, RemoveTagBody, WrittenRecord } from "./contract";
import type { HttpAnswer } from "./exchange";
import { type Fields, list, readAll, reader, text } from "./fields";

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
  /** The 2xx body was empty or could not be read: the write happened, its warnings are unknown. */
  unreadable: boolean;
}

type RemoteFields = NonNullable<(AddTagBody | RemoveTagBody)["remote_fields"]>;

/** The fields only Greenhouse and Workable take; undefined for every other connector. */
export function remoteFields(connector: Connector, user: string | null): RemoteFields | undefined {
  if (user === null) return undefined;
  if (connector.startsWith("greenhouse")) {
    return { greenhouse: { post_headers: { "On-Behalf-Of": user } } };
  }
  return connector === "workable" ? { workable: { on_behalf_of_user_remote_id: user } } : undefined;
}

/** Adds or removes one tag. Idempotent at Kombo: a second call for the same tag changes nothing. */
export function write(
  access: Access,
  { operation, candidateId, tag, connector, onBehalfOf }: Write,
): Promise<Answer<Written>> {
  return call(access, {
    method: operation === "add" ? "POST" : "DELETE",
    path: ["ats", "candidates", candidateId, "tags"],
    body: { tag: { name: tag }, remote_fields: remoteFields(connector, onBehalfOf) } satisfies AddTagBody &
      RemoveTagBody,
    timeoutMs: WRITE_TIMEOUT_MS,
    // A candidate Kombo does not know, it refuses with 404 and no code.
    notFound: "candidate-gone",
    read: readWritten,
  });
}

/** More than a person reads; what is stored with the job must stay small. */
const MOST_WARNINGS = 20;
const LONGEST_WARNING = 1000;

const readWarning = reader(v.object({ message: text }), ({ message }) => message.slice(0, LONGEST_WARNING));

const readWarnings = reader(v.object({ status: text, warnings: list } satisfies Fields<WrittenRecord>), (record) =>
  record.status === "success" ? readAll(record.warnings, readWarning).slice(0, MOST_WARNINGS) : null,
);

/** A 2xx is done whatever its body says, unless something else than Kombo answered: then nobody knows. */
function readWritten({ body }: HttpAnswer): Written | null {
  if (body.kind === "foreign") return null;
  const warnings = readWarnings(body.json);
  return { warnings: warnings ?? [], unreadable: warnings === null };
}
