// `npm start`: Quicktag in a browser, on a candidate of a made-up company. With a display a person tries it, without one
// a script shows it. `npm run dev` (argument `dev`) also watches the sources.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bootstrap, main, NotReady } from "./bootstrap.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await main(async () => {
  await bootstrap({ screen: !hasDisplay });
  if (process.argv[2] === "dev") return run("--import", "tsx", "scripts/dev.ts");
  if ((await run("scripts/build.mjs", "chrome")) !== 0) throw new NotReady("The extension could not be built.");
  return run("--import", "tsx", hasDisplay ? "scripts/try.ts" : "scripts/demo.ts");
});

/**
 * Runs Node with these arguments and returns its exit code.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    // Ctrl+C reaches the child as well; this process stays until the child has stopped everything.
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on("SIGINT", () => {});
    process.on("SIGTERM", pass);
    child.on("exit", (code) => {
      process.off("SIGTERM", pass);
      resolve(code ?? 1);
    });
  });
}
