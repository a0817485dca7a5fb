import { connectorOf } from "./connector";
import { type Server, serverUrl } from "./settings";

/** What speaks against an API key, a server or an integration id: one set of rules for the form and the background. */
export type UrlProblem = "missing" | "shape" | "insecure";
export type IntegrationIdProblem = "missing" | "shape" | "connector";

/** Hosts of this very machine, where http is allowed for trying things out. */
const LOCAL = ["localhost", "127.0.0.1"];

/** A key travels in a header, which takes visible ASCII only. */
export const isApiKey = (key: string): boolean => /^[\x21-\x7e]{8,500}$/.test(key);

/** What is wrong with the address of a company's own server; null when nothing is. */
export function urlProblem(typed: string): UrlProblem | null {
  const text = typed.trim();
  if (text === "") return "missing";
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:\/\//i.test(text) || url.username || url.password || /[?#\s]/.test(text)) return "shape";
  return url.protocol === "https:" || LOCAL.includes(url.hostname) ? null : "insecure";
}

/** What is wrong with the address of a company's relay, which is an origin and nothing more; null when nothing is. */
export function relayProblem(typed: string): UrlProblem | null {
  const problem = urlProblem(typed);
  return problem ?? (new URL(typed).pathname === "/" ? null : "shape");
}

/** The origin of a relay's address as typed. */
export const relayOrigin = (typed: string): string => new URL(typed.trim()).origin;

export function isServer(server: Server): boolean {
  if (server.kind === "relay") return relayProblem(server.url) === null && relayOrigin(server.url) === server.url;
  if (server.kind !== "own") return server.kind === "eu" || server.kind === "us";
  return urlProblem(server.url) === null;
}

export const sameServer = (a: Server, b: Server): boolean => serverUrl(a) === serverUrl(b);

/** What is wrong with an integration id such as `greenhouse:HWUT…`; null when nothing is. */
export function integrationIdProblem(typed: string): IntegrationIdProblem | null {
  const id = typed.trim();
  if (id === "") return "missing";
  if (!/^[a-z0-9_]+:[a-z0-9_-]+$/i.test(id)) return "shape";
  return connectorOf(id) === null ? "connector" : null;
}
