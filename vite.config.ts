import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import manifest from "./manifest.json" with { type: "json" };

type Target = "chrome" | "firefox";

/** The one manifest as the given browser wants it; everything not named here is the same in both. */
function manifestFor(target: Target): ManifestV3Export {
  if (target === "chrome") return manifest as ManifestV3Export;
  // Firefox takes a policy without a schema.
  const { minimum_chrome_version: _, storage: _s, background, permissions, ...common } = manifest;
  return {
    ...common,
    permissions: permissions.filter((one) => one !== "sidePanel"),
    sidebar_action: {
      // CRXJS finds the page by Chrome's key, which scripts/build.mjs then takes out.
      default_panel: common.side_panel.default_path,
      default_title: "Quicktag",
      default_icon: common.action.default_icon,
      open_at_install: false,
    },
    // An event page instead of a worker.
    background: { scripts: [background.service_worker], type: "module" },
    action: {
      ...common.action,
      theme_icons: [16, 32].map((size) => ({ light: `icons/dark/${size}.png`, dark: `icons/${size}.png`, size })),
    },
    browser_specific_settings: {
      gecko: {
        id: "quicktag@quicktag.example",
        // The first with the declaration below, on Android; on the desktop 140. See docs/browsers.md.
        strict_min_version: "142.0",
        // The company's own Kombo account receives the API key, and the ids or e-mail read from the candidate's page.
        data_collection_permissions: {
          required: ["authenticationInfo", "personallyIdentifyingInfo", "websiteContent"],
        },
      },
    },
  } as unknown as ManifestV3Export;
}

/** Code that the given browser does not need, by smaller code. */
function aliases(target: Target): Record<string, string> {
  return target === "chrome" ? { "webextension-polyfill": `${import.meta.dirname}/src/platform/chrome.ts` } : {};
}

/** `import()` as it stands: Vite's helper around it preloads over a network, which an extension does not have. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null),
};

// `vite build --mode firefox` builds the second browser; scripts/build.mjs builds both and checks the results.
export default defineConfig(({ mode }) => {
  const target: Target = mode === "firefox" ? "firefox" : "chrome";
  return {
    resolve: { alias: aliases(target) },
    plugins: [plainImports, react(), crx({ manifest: manifestFor(target), browser: target })],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === "firefox" ? "firefox142" : "chrome127",
      // Preloading is for pages far from their server; here it would only add code.
      modulePreload: false,
      sourcemap: false,
      minify: true,
      rolldownOptions: {
        treeshake: { propertyReadSideEffects: false },
        // Without hashes: CRXJS puts a script's place on this machine into what is hashed, and the packages of another
        // folder would have other names in them. scripts/build.mjs bundles once more, with hashes.
        output: { entryFileNames: "assets/[name].js", chunkFileNames: "assets/[name].js" },
        // Pages that no key of the manifest names.
        input: {
          batch: `${import.meta.dirname}/src/batch/index.html`,
          activity: `${import.meta.dirname}/src/activity/index.html`,
        },
      },
    },
  };
});
