import type { BrowserContext, Page } from "@playwright/test";
import type { Keys } from "../../harness/keys";
import { until } from "../../harness/until";

/** Signs somebody in by real keys in the window that the browser opens for it, as the local identity provider wants it. */
export async function signInByKeys(
  { context, keys, issuer }: { context: BrowserContext; keys: Keys; issuer: string },
  login: string,
): Promise<void> {
  const page = await signInPage(context, issuer);
  await hasFocusOn(page, 'input[name="login"]');
  await keys.type(login);
  await keys.press("Tab");
  await keys.type("any");
  await keys.press("Return");
  await hasFocusOn(page, 'button[type="submit"]');
  await keys.press("Return");
  await until("the window to close", () => page.isClosed());
}

/** The window of the sign-in, once it shows the identity provider. */
function signInPage(context: BrowserContext, issuer: string): Promise<Page> {
  return until("the window to sign in", () => context.pages().find((page) => page.url().startsWith(issuer)));
}

async function hasFocusOn(page: Page, selector: string): Promise<void> {
  await until(`the focus to be on ${selector}`, () =>
    page
      .evaluate((wanted) => document.hasFocus() && document.activeElement?.matches(wanted), selector)
      .catch(() => false),
  );
}
