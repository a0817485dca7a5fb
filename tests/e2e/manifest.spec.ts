import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { BUILD } from "../harness/builds";

const manifests = Object.entries(BUILD).map(([browser, folder]) => ({
  browser,
  manifest: JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as Record<string, unknown>,
}));

for (const { browser, manifest } of manifests) {
  test.describe(`the built manifest for ${browser}`, () => {
    test("asks for exactly the documented permissions", () => {
      expect(manifest.permissions).toEqual([
        "activeTab",
        "scripting",
        "contextMenus",
        "storage",
        "unlimitedStorage",
        "alarms",
      ]);
      expect(manifest.host_permissions).toEqual(["https://api.kombo.dev/*", "https://api.us.kombo.dev/*"]);
      expect(manifest.optional_permissions).toEqual(["notifications"]);
      expect(manifest.optional_host_permissions).toEqual(["https://*/*", "http://localhost/*", "http://127.0.0.1/*"]);
      expect(manifest.incognito).toBe("not_allowed");
    });

    test("gives pages no access to the extension and declares no content scripts", () => {
      for (const key of [
        "content_scripts",
        "externally_connectable",
        "web_accessible_resources",
        "key",
        "update_url",
      ]) {
        expect(manifest).not.toHaveProperty(key);
      }
    });

    test("suggests Alt+Shift+Y for the popup and no keys for the second command", () => {
      expect(manifest.commands).toMatchObject({ _execute_action: { suggested_key: { default: "Alt+Shift+Y" } } });
      expect((manifest.commands as Record<string, object>)["repeat-last-tag"]).not.toHaveProperty("suggested_key");
    });
  });
}

test("Chrome has a worker; Firefox has an event page, an ID and a declaration of the data it sends", () => {
  const [chrome, firefox] = [BUILD.chrome, BUILD.firefox].map((folder) =>
    JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")),
  );
  expect(chrome.background).toHaveProperty("service_worker");
  expect(chrome).not.toHaveProperty("browser_specific_settings");
  expect(firefox.background).toHaveProperty("scripts");
  expect(firefox.background).not.toHaveProperty("service_worker");
  expect(firefox).not.toHaveProperty("minimum_chrome_version");
  const { gecko } = firefox.browser_specific_settings;
  expect(gecko.id).toMatch(/@/);
  expect(gecko.data_collection_permissions.required).not.toContain("none");
});
