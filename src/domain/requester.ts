import type { Settings } from "./settings";
import { isTrusted } from "./sign-in";

/** Who asks for something: the person who signed in for a relay. */
export interface Requester {
  /** The provider's word for the person, with the provider. */
  id: string;
  /** Name or address to show. */
  name: string;
}

/** Who is signed in for the relay in use; null where a key is used, or nobody is signed in. */
export function requesterIn({
  server,
  signIn,
  relay,
}: Pick<Settings, "server" | "signIn" | "relay">): Requester | null {
  if (server.kind !== "relay" || signIn?.relay !== server.url || !isTrusted(signIn, relay)) return null;
  return { id: `${signIn.issuer} ${signIn.subject}`, name: signIn.user };
}

/** What carries the name of who asked for it; absent where nobody was signed in. */
export interface Requested {
  requestedBy?: Requester;
}

/** Whether it was asked for by this person, or by nobody in particular while nobody in particular is here. */
export const isRequestedBy = ({ requestedBy }: Requested, requester: Requester | null): boolean =>
  requestedBy?.id === requester?.id;

/** The same, as asked for by this person. */
export function requestedBy<T extends Requested>(one: T, requester: Requester | null): T {
  const { requestedBy: _, ...rest } = one;
  return (requester ? { ...rest, requestedBy: requester } : rest) as T;
}
