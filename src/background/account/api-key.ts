import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { browser } from "../../platform/browser";

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
}

/** Where the sealed key lies in `storage.local`. */
export const SEALED_ITEM = "sealedKey";
const WRAPPING = "wrapping";

/** The key that was decrypted last; `id` says of which sealed item it is. */
let cached: { id: string; key: string } | null = null;

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

/**
 * Seals the key and stores it, in place of any other. `store` writes the sealed item, so that it can go to the disk
 * together with the server it is meant for: a new key never meets the old server.
 */
export async function storeApiKey(
  apiKey: string,
  store = (item: Record<string, unknown>): Promise<unknown> => browser.storage.local.set(item),
): Promise<void> {
  const wrapping = (await wrappingKey(true)) as CryptoKey;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, wrapping, new TextEncoder().encode(apiKey));
  const sealed: Sealed = { iv: [...iv], data: [...new Uint8Array(data)] };
  await store({ [SEALED_ITEM]: sealed });
  cached = { id: sealed.iv.join(), key: apiKey };
}

/** The key inside a sealed item; null when there is none or its wrapping key is lost ("paste the key again", never a crash). */
export async function unseal(stored: unknown): Promise<string | null> {
  if (!isSealed(stored)) return null;
  const id = stored.iv.join();
  if (cached?.id === id) return cached.key;
  try {
    const wrapping = await wrappingKey(false);
    if (!wrapping) return null;
    const iv = new Uint8Array(stored.iv);
    const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, wrapping, new Uint8Array(stored.data));
    cached = { id, key: new TextDecoder().decode(data) };
    return cached.key;
  } catch {
    return null;
  }
}

const isBytes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((byte) => Number.isInteger(byte));

function isSealed(value: unknown): value is Sealed {
  const { iv, data } = (value ?? {}) as Partial<Sealed>;
  return isBytes(iv) && isBytes(data);
}

/** The part of a key that is shown: its prefix and four characters, enough to recognise it, useless to anybody else. */
export function keyHint(apiKey: string): string {
  const prefix = /^ks_[a-z]+_/.exec(apiKey)?.[0] ?? "";
  return `${prefix}${apiKey.slice(prefix.length, prefix.length + 4)}…`;
}
