import { createHash, createPublicKey, type JsonWebKey } from "node:crypto";
import * as v from "valibot";

/** A public key tokens are verified with, ready for HAProxy. */
export interface VerifyingKey {
  kid: string;
  algorithm: "RS256" | "ES256";
  pem: string;
  /** Named after what it holds, so that a file never changes under a running process. */
  fileName: string;
}

export interface KeySet {
  keys: VerifyingKey[];
  /** Keys that were left out, each with the reason. */
  leftOut: string[];
}

const MOST_KEYS = 20;
const KID = /^[A-Za-z0-9._~=-]{1,200}$/;

const key = v.looseObject({
  kty: v.string(),
  kid: v.optional(v.string()),
  use: v.optional(v.string()),
  alg: v.optional(v.string()),
  crv: v.optional(v.string()),
  n: v.optional(v.string()),
  e: v.optional(v.string()),
  x: v.optional(v.string()),
  y: v.optional(v.string()),
});

const set = v.object({ keys: v.array(v.unknown()) });

/** Reads a JSON Web Key Set. A key we cannot use is left out; throws when none is left. */
export function readKeySet(json: unknown): KeySet {
  const read = v.safeParse(set, json);
  if (!read.success) throw new Error("this is no key set");
  const leftOut: string[] = [];
  const keys = new Map<string, VerifyingKey>();
  for (const one of read.output.keys.slice(0, MOST_KEYS)) {
    const usable = toKey(one);
    if (typeof usable === "string") leftOut.push(usable);
    else if (keys.has(usable.kid)) leftOut.push(`${usable.kid}: a second key of this id`);
    else keys.set(usable.kid, usable);
  }
  if (keys.size === 0) throw new Error(`the key set has no key we can use: ${leftOut.join("; ") || "it is empty"}`);
  return { keys: [...keys.values()].sort((a, b) => (a.kid < b.kid ? -1 : 1)), leftOut };
}

function toKey(json: unknown): VerifyingKey | string {
  const read = v.safeParse(key, json);
  if (!read.success) return "an entry is no key";
  const { kty, kid, use, alg, crv, n, e, x, y } = read.output;
  if (kid === undefined || !KID.test(kid)) return "a key has no id, or an unusual one";
  if (use !== undefined && use !== "sig") return `${kid}: not for signatures`;
  const algorithm = kty === "RSA" ? "RS256" : kty === "EC" && crv === "P-256" ? "ES256" : null;
  if (algorithm === null || (alg !== undefined && alg !== algorithm)) return `${kid}: ${alg ?? kty} is not taken`;
  try {
    // The public half alone, whatever else was published.
    const jwk = algorithm === "RS256" ? { kty, n, e } : { kty, crv, x, y };
    const publicKey = createPublicKey({ key: jwk satisfies JsonWebKey, format: "jwk" });
    if (algorithm === "RS256" && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
      return `${kid}: shorter than 2048 bits`;
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    const digest = createHash("sha256").update(pem).digest("hex").slice(0, 32);
    return { kid, algorithm, pem, fileName: `key-${digest}.pem` };
  } catch {
    return `${kid}: broken`;
  }
}
