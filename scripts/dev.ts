// `npm run dev`: a browser with Quicktag and the sandbox; every change of a source file is built and loaded at once.
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import { withSession } from "../tests/harness/launch";
import { openExtensionsPage, reloadFromFolder } from "../tests/harness/reload";
import { buildExtension } from "./build.mjs";
import { prepareToTry } from "./try-session";

const root = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = ["src", "public", "manifest.json"];
/** Editors write a file in several steps. */
const SETTLE_MS = 100;

const build = () => buildExtension("chrome", { folder: "dist/dev", small: false });
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const extension = await build();
await withSession({ screen: hasDisplay ? null : "1280x900", hosts: "sandbox", extension }, async (session) => {
  const { display, sandbox, browser } = session;
  const extensions = await browser.context.newPage();
  await openExtensionsPage(extensions);
  await prepareToTry(session);
  console.log(`Sandbox: ${sandbox.httpUrl} (controls under /__sandbox/, see sandbox/README.md)`);
  if (display) console.log(`There is no display here: the browser is on the virtual screen ${display.name}.`);
  console.log(`Watching ${SOURCES.join(", ")}. Close the browser or press Ctrl+C to end.`);

  const stopWatching = onChange(async (file) => {
    const start = Date.now();
    try {
      await build();
      await reloadFromFolder(extensions, browser.extensionId);
      console.log(`${file} changed: built and reloaded in ${((Date.now() - start) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(`${file} changed, but the extension stays as it was: ${(error as Error).message}`);
    }
  });
  await browser.context.waitForEvent("close", { timeout: 0 });
  stopWatching();
});

/** Runs `work` after each change of a source file, once at a time; changes meanwhile lead to one more run. */
function onChange(work: (file: string) => Promise<void>): () => void {
  let changed: string | null = null;
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    for (; changed !== null; ) {
      const file = changed;
      changed = null;
      await work(file);
    }
    running = false;
  };
  let timer: NodeJS.Timeout | undefined;
  const watchers = SOURCES.map((source) =>
    watch(`${root}${source}`, { recursive: true }, (_event, name) => {
      changed = name && name !== source ? `${source}/${name}` : source;
      clearTimeout(timer);
      timer = setTimeout(run, SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const one of watchers) one.close();
  };
}
