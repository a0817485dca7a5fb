import { html } from "./html";
import { page, titled } from "./layout";
import type { Site } from "./site";

/** A page of nobody's that tries to make the extension act. Greenhouse shows the same script with `?hostile=1`. */
export const hostile: Site = {
  id: "hostile",
  name: "Hostile page",
  connectors: [],
  hosts: (host) => host === "hostile.example.test",
  handle: () =>
    page({
      ats: "a hostile page",
      look: "hostile",
      title: titled("Ada Example", "Hostile page"),
      main: html`<section class="card"><h1>Ada Example</h1><p>This page tries everything a page can try.</p>
<p><a href="mailto:ada.example@example.com">ada.example@example.com</a></p></section>`,
      scripts: ["hostile"],
    }),
  examples: () => ({ list: "https://hostile.example.test/", candidate: () => [], refused: [] }),
};
