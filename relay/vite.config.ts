import { defineConfig } from "vite";

// One file for a server, with nothing to install beside Node and HAProxy.
export default defineConfig({
  publicDir: false,
  build: {
    ssr: "relay/main.ts",
    outDir: "dist/relay",
    target: "node20",
    minify: false,
    rollupOptions: { output: { entryFileNames: "quicktag-relay.mjs" } },
  },
  ssr: { noExternal: true },
});
