import { digest } from "../../storage/digest";

/** For `callPage`: whether a page has this origin and, where it is given, an address with this digest. */
export function samePage(origin: string, urlDigest?: string): (url: string) => Promise<boolean> {
  return async (url) =>
    URL.canParse(url) &&
    new URL(url).origin === origin &&
    (urlDigest === undefined || (await digest(url)) === urlDigest);
}
