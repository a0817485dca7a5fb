// Renders the PNG icons from the SVG sources in assets/. Their results are committed, so a build needs no ImageMagick.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const variants = [
  { source: "assets/quicktag.svg", folder: "public/icons", sizes: [16, 32, 48, 128] },
  { source: "assets/quicktag-dark.svg", folder: "public/icons/dark", sizes: [16, 32] },
];

for (const { source, folder, sizes } of variants) {
  mkdirSync(`${root}${folder}`, { recursive: true });
  for (const size of sizes) {
    const png = `${root}${folder}/${size}.png`;
    // Stores want an empty border around the one they show.
    const drawn = size === 128 ? 96 : size;
    // Drawn large and scaled down once: clean edges at 16 pixels. Metadata stripped, so that bytes repeat.
    execFileSync("convert", [
      ...["-background", "none", "-density", "768", `${root}${source}`],
      ...[
        "-resize",
        `${drawn}x${drawn}`,
        "-gravity",
        "center",
        "-extent",
        `${size}x${size}`,
        "-strip",
        "-define",
        "png:exclude-chunks=date,time",
      ],
      // Of the filters the one that makes the fewest bytes of these.
      ...["-define", "png:compression-level=9", "-define", "png:compression-filter=2", `PNG32:${png}`],
    ]);
    console.log(`${folder}/${size}.png`);
  }
}
