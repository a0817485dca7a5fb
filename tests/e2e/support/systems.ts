import type { Page } from "@playwright/test";
import type { Person } from "../../../sandbox/data";
import { until } from "../../harness/until";
import type { App } from "./app";
import type { Popup } from "./popup";

export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

/** Types a tag and presses Enter, and once more if Quicktag asks whether this is the person. */
export async function tagInPopup(popup: Popup, person: Person, tag: string): Promise<{ asked: boolean }> {
  await popup.shows(nameOf(person));
  await popup.tag(tag);
  const done = `Added "${tag}"`;
  const asked = await until(`the tag or a question in the popup`, async () => {
    const text = await popup.text();
    if (text.includes(done)) return "no";
    return (await focused(popup)) === "Yes" && text.includes(`Is this ${nameOf(person)}?`) ? "yes" : null;
  }).catch(async (error: Error) => {
    throw new Error(`${error.message}; it shows:\n${await popup.text()}`);
  });
  if (asked === "yes") await popup.press("Return");
  await popup.shows(done);
  return { asked: asked === "yes" };
}

function focused(popup: Popup): Promise<string> {
  return popup.page.evaluate(() => document.activeElement?.textContent ?? "");
}

/** Opens the popup over the page in the tab and tags the candidate; says whether Quicktag asked who that is. */
export async function tagOnPage(app: App, person: Person, tag: string): Promise<{ asked: boolean }> {
  const popup = await app.openPopup();
  const answer = await tagInPopup(popup, person, tag);
  await popup.close();
  return answer;
}

/** The writes since the log was cleared, as `candidate tag`. */
export function written(app: App): string[] {
  return app.sandbox.control.log.writes.map(({ candidateId, tag }) => `${candidateId} ${tag}`);
}

/** Waits until the page shows this person in its title or heading. */
export async function showsPerson(page: Page, person: Person): Promise<void> {
  const name = nameOf(person);
  await until(`the page to show ${name}`, async () => {
    if ((await page.title()).includes(name)) return true;
    return (await page.locator("h1, h3", { hasText: name }).count()) > 0;
  });
}
