import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { browser } from "../../platform/browser";
import { fromStorage } from "../../platform/storage-error";

/**
 * The API key. On disk it is AES-GCM ciphertext in `storage.local`; the wrapping key is a non-extractable CryptoKey in a
 * database of the extension's origin, which no content script, hence no compromised page process, can open. It protects
 * against pages, not against malware on the machine: both halves lie on its disk (docs/security.md).
 */
interface Keyring extends DBSchema {
  keys: { key: string; value: CryptoKey };
}

interface Sealed {
  iv: number[];
  data: number[];
  /** The origin the key was stored for; sealed with it, so that neither can be changed alone. Absent in version 1.0.0. */
  origin?: string;
}

export interface StoredKey {
  apiKey: string;
  /** The only origin the key may be sent to; null in a key of version 1.0.0, which did not say. */
  origin: string | null;
}

/** Where the sealed key lies in `storage.local`. */
export const SEALED_ITEM = "sealedKey";
const WRAPPING = "wrapping";

/** What was decrypted last, by the sealed item it is of; a key and a session at most are in use. */
const cached = new Map<string, StoredKey>();

function remember(id: string, key: StoredKey): StoredKey {
  if (cached.size > 3) cached.clear();
  cached.set(id, key);
  return key;
}

function keyring(): Promise<IDBPDatabase<Keyring>> {
  return openDB<Keyring>("quicktag-keyring", 1, { upgrade: (db) => void db.createObjectStore("keys") });
}

async function wrappingKey(create: boolean): Promise<CryptoKey | null> {
  const db = await keyring();
  try {
    const found = await db.get("keys", WRAPPING);
    if (found || !create) return found ?? null;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await db.put("keys", made, WRAPPING);
    return made;
  } finally {
    db.close();
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The origin is sealed without being secret. Version 1.0.0 added nothing, which is the same as an empty addition. */
const cipher = (iv: Uint8Array<ArrayBuffer>, origin = ""): AesGcmParams => ({
  name: "AES-GCM",
  iv,
  additionalData: bytesOf(origin),
});

/**
 * Seals the key for the origin of its server and stores it, in place of any other. `store` writes the sealed item, so that
 * it can go to the disk together with the settings: a new key never meets the old server.
 */
export async function storeApiKey(
  apiKey: string,
  origin: string,
  store = (item: Record<string, unknown>): Promise<unknown> => browser.storage.local.set(item),
): Promise<void> {
  await store({ [SEALED_ITEM]: await seal(apiKey, origin) });
}

/** What to write with a sign-in: the sealed key goes in the very write that puts a session in its place. */
export const NO_KEY = { [SEALED_ITEM]: null };

/** The rest of it: the item itself, and what was decrypted before. */
export async function forgetApiKey(): Promise<void> {
  cached.clear();
  await browser.storage.local.remove(SEALED_ITEM);
}

/** A secret as it may lie on the disk, bound to the origin it is for. */
export async function seal(apiKey: string, origin: string): Promise<object> {
  const wrapping = (await wrappingKey(true)) as CryptoKey;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(cipher(iv, origin), wrapping, bytesOf(apiKey));
  const sealed: Sealed = { iv: [...iv], data: [...new Uint8Array(data)], origin };
  remember(idOf(sealed), { apiKey, origin });
  return sealed;
}

/** The key, or another secret, inside a sealed item; null when there is none or its wrapping key is lost ("paste the key again", never a crash). */
export async function unseal(stored: unknown): Promise<StoredKey | null> {
  if (!isSealed(stored)) return null;
  const id = idOf(stored);
  const known = cached.get(id);
  if (known) return known;
  // A database that does not open has not lost the key: that rejects.
  const wrapping = await fromStorage(wrappingKey(false));
  if (!wrapping) return null;
  try {
    const iv = new Uint8Array(stored.iv);
    const data = await crypto.subtle.decrypt(cipher(iv, stored.origin), wrapping, new Uint8Array(stored.data));
    return remember(id, { apiKey: new TextDecoder().decode(data), origin: stored.origin ?? null });
  } catch {
    return null;
  }
}

/** Tells sealed items apart, also one whose origin somebody changed. */
const idOf = ({ iv, origin }: Sealed): string => `${iv} ${origin}`;

const isBytes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((byte) => Number.isInteger(byte));

function isSealed(value: unknown): value is Sealed {
  const { iv, data, origin } = (value ?? {}) as Partial<Sealed>;
  return isBytes(iv) && isBytes(data) && (origin === undefined || typeof origin === "string");
}

/** The part of a key that is shown: its prefix and four characters, enough to recognise it, useless to anybody else. */
export function keyHint(apiKey: string): string {
  const prefix = /^ks_[a-z]+_/.exec(apiKey)?.[0] ?? "";
  return `${prefix}${apiKey.slice(prefix.length, prefix.length + 4)}…`;
}
