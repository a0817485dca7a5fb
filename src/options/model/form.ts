import {
  integrationIdProblem,
  isApiKey,
  relayOrigin,
  relayProblem,
  sameServer,
  type UrlProblem,
  urlProblem,
} from "../../domain/account-input";
import { connectorOf } from "../../domain/connector";
import { type Integration, type Server, type Settings, serverUrl } from "../../domain/settings";
import type { RequestOf } from "../../messaging/protocol";

/** One integration as typed; `row` keeps its place while others come and go. */
export interface Row {
  row: number;
  id: string;
  label: string;
}

/** The connection as it stands in the form. */
export interface Form {
  server: Server["kind"];
  serverUrl: string;
  /** Empty: the stored key stays. */
  key: string;
  rows: readonly Row[];
}

export type KeyProblem = "missing" | "shape" | "other-server";
export type RowProblem = "missing" | "shape" | "connector" | "twice";

export interface Problems {
  url: UrlProblem | null;
  key: KeyProblem | null;
  rows: ReadonlyMap<number, RowProblem>;
}

/** The stored settings as a form; one empty integration when there is none. */
export function formOf(settings: Settings): Form {
  const rows = settings.integrations.map(({ id, label }, row) => ({ row, id, label }));
  return {
    server: settings.server.kind,
    serverUrl: "url" in settings.server ? settings.server.url : "",
    key: "",
    rows: rows.length > 0 ? rows : [{ row: 0, id: "", label: "" }],
  };
}

export function serverOf(form: Form): Server {
  if (form.server === "relay") {
    return { kind: "relay", url: relayProblem(form.serverUrl) === null ? relayOrigin(form.serverUrl) : form.serverUrl };
  }
  return form.server === "own"
    ? { kind: "own", url: form.serverUrl.trim().replace(/\/+$/, "") }
    : { kind: form.server };
}

/** The integrations as they would be stored; rows nobody filled in are left out. */
export function integrationsOf(form: Form): Integration[] {
  return form.rows.flatMap(({ id, label }) => {
    const connector = connectorOf(id);
    return connector ? [{ id: id.trim(), connector, label: label.trim() }] : [];
  });
}

/** What is sent to save or to check. */
export function askOf(form: Form): RequestOf<"settings.save"> {
  // A relay has the key; what was typed before is not sent to it.
  const key = form.server === "relay" ? "" : form.key.trim();
  return { server: serverOf(form), integrations: integrationsOf(form), ...(key ? { key } : {}) };
}

/**
 * The match pattern the browser is asked for; patterns have no port, access covers all of a host's. Null for a relay,
 * which lets the extension in by itself.
 */
export function originOf(server: Server): string | null {
  if (server.kind === "relay") return null;
  const { protocol, hostname } = new URL(serverUrl(server));
  return `${protocol}//${hostname}/*`;
}

/** Everything that speaks against sending the form as it is. */
export function problemsOf(form: Form, settings: Settings): Problems {
  const url =
    form.server === "own" ? urlProblem(form.serverUrl) : form.server === "relay" ? relayProblem(form.serverUrl) : null;
  return { url, key: keyProblem(form, settings), rows: rowProblems(form.rows) };
}

export function isFine(problems: Problems): boolean {
  return problems.url === null && problems.key === null && problems.rows.size === 0;
}

/** Whether the form differs from what is stored. */
export function isChanged(form: Form, settings: Settings): boolean {
  const server = serverOf(form);
  if (server.kind !== settings.server.kind || !sameServer(server, settings.server)) return true;
  if (server.kind !== "relay" && form.key.trim() !== "") return true;
  const filled = form.rows.filter((row) => row.id.trim() !== "" || row.label.trim() !== "");
  const typed = filled.map((row) => [row.id.trim(), row.label.trim()]);
  return JSON.stringify(typed) !== JSON.stringify(settings.integrations.map(({ id, label }) => [id, label]));
}

/** A stored key goes to no server but the one it was stored for. */
export function needsNewKey(form: Form, settings: Settings): boolean {
  if (form.server === "relay") return false;
  return settings.keyHint === null || !sameServer(serverOf(form), settings.server);
}

function keyProblem(form: Form, settings: Settings): KeyProblem | null {
  if (form.server === "relay") return null;
  if (form.key.trim() !== "") return isApiKey(form.key.trim()) ? null : "shape";
  if (settings.keyHint === null) return "missing";
  return needsNewKey(form, settings) ? "other-server" : null;
}

function rowProblems(rows: readonly Row[]): Map<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  const seen = new Set<string>();
  for (const { row, id, label } of rows) {
    const problem = rowProblem(id.trim(), label.trim(), seen);
    if (problem) problems.set(row, problem);
    seen.add(id.trim());
  }
  return problems;
}

/** What is wrong with one integration; `seen` are the ids before it. */
export function rowProblem(id: string, label: string, seen: ReadonlySet<string>): RowProblem | null {
  if (id === "" && label === "") return null;
  const problem = integrationIdProblem(id);
  if (problem) return problem;
  return seen.has(id) ? "twice" : null;
}
