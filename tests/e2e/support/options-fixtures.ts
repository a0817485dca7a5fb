import type { Page } from "@playwright/test";
import { API_KEY } from "../../../sandbox/data";
import { COMPANY_FIXTURES } from "./company-fixtures";
import { northwind } from "./shared-app";

interface OptionsFixture {
  name: string;
  /** Finds fields by selector, not by label, so that it works in every language. */
  act(page: Page): Promise<void>;
}

const keyField = (page: Page) => page.locator("form input").first();
const idField = (page: Page) => page.locator(".integration input").first();

async function fill(page: Page, key: string): Promise<void> {
  await keyField(page).fill(key);
  await idField(page).fill(northwind.id);
}
const check = (page: Page) => page.locator('.buttons button[type="button"]').first().click();

/** The states of the options page, from an empty one to a saved one. */
export const OPTIONS_FIXTURES: readonly OptionsFixture[] = [
  {
    name: "options, practice",
    act: async (page) => {
      await page.locator(".section .button-plain").first().click();
      await page.locator("#practice-tag").press("Alt+Digit1");
      await page.locator(".practice .notice-good").waitFor();
    },
  },
  { name: "options, first day", act: (page) => page.locator(".integration").waitFor() },
  {
    name: "options, mistakes",
    act: async (page) => {
      await keyField(page).fill("short");
      await idField(page).fill("nonsense");
      await page.locator('.buttons button[type="submit"]').click();
      await page.locator(".field-problem").first().waitFor();
    },
  },
  {
    name: "options, company relay",
    act: async (page) => {
      await page.locator("form select").first().selectOption("relay");
      await page.locator('form input[type="url"]').fill("https://tags.example.com");
    },
  },
  {
    name: "options, wrong key",
    act: async (page) => {
      await fill(page, "ks_dev_ThisIsNotTheRightKeyAtAll00000");
      await check(page);
      await page.locator(".notice-bad").first().waitFor();
    },
  },
  {
    name: "options, checked",
    act: async (page) => {
      await fill(page, API_KEY);
      await check(page);
      await page.locator(".notice-good").nth(1).waitFor();
    },
  },
  {
    name: "options, saved",
    act: async (page) => {
      await fill(page, API_KEY);
      await page.locator('.buttons button[type="submit"]').click();
      await page.locator(".key").waitFor();
    },
  },
  ...COMPANY_FIXTURES,
];
