import { browser } from "../../platform/browser";
import { writePageLinks } from "../../storage/page-links";
import { readSettings } from "../../storage/settings";
import { rememberListed } from "../batch/listed";
import { callPage } from "../matching/page";

/** Opens "Tag many", with the candidates the page in this tab links to, or those in the selection on it. */
export async function onTagMany(tabId: number | null): Promise<void> {
  const links = tabId === null ? null : await callPage(tabId, "pageLinks", null);
  const id = crypto.randomUUID();
  if (links) await writePageLinks(id, links);
  if (links && !(await readSettings()).byHand) await rememberListed(links.links);
  const page = browser.runtime.getURL("src/batch/index.html");
  await browser.tabs.create({ url: tabId === null ? page : `${page}?links=${id}` });
}
