import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { program } from "../tests/harness/builds";

const icon = readFileSync(fileURLToPath(new URL("../assets/quicktag.svg", import.meta.url)), "utf8");

const TILE = `
  <body style="margin:0;width:440px;height:280px;display:grid;place-content:center;justify-items:center;gap:14px;
    background:#f6f7f9;color:#1c2430;font:600 34px system-ui,sans-serif">
    <div style="width:104px;height:104px">${icon}</div>Quicktag
    <div style="font-weight:400;font-size:18px">One key. One word. Enter.</div>
  </body>`;

const LOGO = `<body style="margin:0;width:300px;height:300px;display:grid;place-content:center">
  <div style="width:256px;height:256px">${icon}</div></body>`;

/** Draws the small tile (440x280) and the logo (300x300, with nothing behind it) that stores ask for. */
export async function takeTiles(folder: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: program("CHROMIUM_PATH") });
  try {
    for (const [name, html, width, height] of [
      ["tile-440x280", TILE, 440, 280],
      ["logo-300x300", LOGO, 300, 300],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.setContent(`<style>svg{width:100%;height:100%}</style>${html}`);
      await page.screenshot({ path: `${folder}${name}.png`, omitBackground: name.startsWith("logo") });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
