import { readText } from "../domain/read-text";

/** The body of an answer, told apart by its text first and its declared type second. */
export type Body =
  | { kind: "object"; json: Record<string, unknown> }
  /**
   * broken: declared to be JSON, but half of it, too long to read, or no object. The API spoke all the same.
   * foreign: a web page or another text. Something between us and Kombo spoke.
   */
  | { kind: "empty" | "broken" | "foreign"; json: null };

/** More than any page of records takes (250 tags are 60 kB). Beyond it we stop reading. */
export const MAX_BODY_BYTES = 8_000_000;

/** Reads and recognises a body. Rejects when the connection breaks or the request is aborted meanwhile. */
export async function readBody(response: Response): Promise<Body> {
  const type = response.headers.get("content-type") ?? "";
  const text = await readText(response, MAX_BODY_BYTES);
  return text === null ? declared(type) : recognise(text.trim(), type);
}

function recognise(text: string, type: string): Body {
  if (text === "") return bare("empty");
  // Proxies declare their pages to be anything.
  if (text.startsWith("<")) return bare("foreign");
  try {
    const json: unknown = JSON.parse(text);
    if (isObject(json)) return { kind: "object", json };
  } catch {
    // Not JSON, whatever it was declared to be.
  }
  return declared(type);
}

const bare = (kind: "empty" | "broken" | "foreign"): Body => ({ kind, json: null });
const declared = (type: string): Body => bare(/json/i.test(type) ? "broken" : "foreign");

/** A JSON object: neither null nor a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
