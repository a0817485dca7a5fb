import type { Stores } from "./schema";

export type ChangedStore = keyof Stores | "settings" | "tagSets" | "pins" | "language";

const CHANNEL = "quicktag-changes";

let outgoing: BroadcastChannel | null = null;

/** Tells Quicktag's other open pages that a store changed. Only a nudge: they read what is stored. */
export function broadcastChange(store: ChangedStore): void {
  outgoing ??= new BroadcastChannel(CHANNEL);
  outgoing.postMessage(store);
}

/** Calls back with the name of each store that another context changed; gives the way to stop. */
export function onStoreChange(listener: (store: ChangedStore) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<ChangedStore>) => listener(event.data);
  return () => channel.close();
}
