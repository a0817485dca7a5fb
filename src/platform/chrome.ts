/**
 * Stands in for the polyfill in the Chrome build: every API used here gives promises in Chrome 127 by itself, and 10 kB
 * less is loaded before the popup can be used. Messages are answered by `sendResponse`, which both browsers take.
 */
export default (globalThis as unknown as { chrome: unknown }).chrome;
