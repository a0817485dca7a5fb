/// <reference types="vite/client" />

/** CRXJS builds such a script as one self-contained file and gives its path inside the extension. */
declare module "*?script&iife" {
  const path: string;
  export default path;
}
