import { createHash } from "node:crypto";
import { redirectPath } from "../src/domain/sign-in";

/** Firefox's redirect origin, which follows from the add-on's id. */
const FIREFOX = `https://${createHash("sha1").update("quicktag@quicktag.example").digest("hex")}.extensions.allizom.org`;

/** The redirect addresses to register at the issuer: Chrome's and Edge's by the extension's ids there, and Firefox's. */
export function redirectsOf(issuer: string, extensionIds: readonly string[]): string[] {
  const origins = [...extensionIds.map((id) => `https://${id}.chromiumapp.org`), FIREFOX];
  return origins.map((origin) => `${origin}${redirectPath(issuer)}`);
}
