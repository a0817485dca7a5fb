import type { Page } from "@playwright/test";
import type { Person } from "../../../sandbox/data";
import type { Desk } from "./desk";
import type { Popup } from "./popup";
import { until } from "./until";

export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

/** Types a tag and presses Enter; where Quicktag asks whether this is the person, a second Enter says yes. */
export async function tagIn(popup: Popup, person: Person, tag: string): Promise<{ asked: boolean }> {
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

/** Opens the popup on the page in the tab and tags who is open; says whether it was asked who that is. */
export async function tagOpen(desk: Desk, person: Person, tag: string): Promise<{ asked: boolean }> {
  const popup = await desk.openPopup();
  const answer = await tagIn(popup, person, tag);
  await popup.close();
  return answer;
}

/** Who was written to, and with what, since the log was cleared. */
export function written(desk: Desk): string[] {
  return desk.sandbox.control.log.writes.map(({ candidateId, tag }) => `${candidateId} ${tag}`);
}

/** Waits until the page shows this person as the open one: by title, heading or, in Odoo, the field of the name. */
export async function showsPerson(page: Page, person: Person): Promise<void> {
  const name = nameOf(person);
  await until(`the page to show ${name}`, async () => {
    if ((await page.title()).includes(name)) return true;
    return (await page.locator("h1, h3", { hasText: name }).count()) > 0;
  });
}
