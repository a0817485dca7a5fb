import type { Access } from "../../kombo/client";

type Listener = (access: Access) => void;

const listeners: Listener[] = [];

/** Calls back whenever Kombo answered a read with success, for the life of this background. */
export function onAccessWorks(listener: Listener): void {
  listeners.push(listener);
}

/** Kombo took the key, and knew the integration if one was named: what is held for want of that may go on. */
export function accessWorks(access: Access): void {
  for (const listener of listeners) listener(access);
}
