// `npm start`: Quicktag in a browser, on a candidate of a made-up company, ready to try or shown by itself.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bootstrap, main, NotReady } from "./bootstrap.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await main(async () => {
  const { chromium } = await bootstrap({ screen: !hasDisplay });
  if ((await run(["scripts/build.mjs", "chrome"])) !== 0) throw new NotReady("The extension could not be built.");
  const env = { ...process.env, CHROMIUM_PATH: chromium };
  return run(["--import", "tsx", hasDisplay ? "scripts/try.ts" : "scripts/demo.ts"], env);
});

function run(args, env = process.env) {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: root, stdio: "inherit", env }).on("exit", (code) => resolve(code ?? 1));
  });
}
