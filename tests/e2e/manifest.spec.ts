import { readdirSync, readFileSync } from "node:fs";
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
        ...(browser === "chrome" ? ["sidePanel"] : []),
        "identity",
      ]);
      expect(manifest.host_permissions).toEqual(["https://api.kombo.dev/*", "https://api.us.kombo.dev/*"]);
      expect(manifest.optional_permissions).toEqual(["notifications"]);
      expect(manifest.optional_host_permissions).toEqual(["https://*/*", "http://localhost/*", "http://127.0.0.1/*"]);
      expect(manifest.incognito).toBe("not_allowed");
    });

    test("has the panel, which no installation opens", () => {
      const page = "src/panel/index.html";
      expect(manifest.side_panel).toEqual(browser === "chrome" ? { default_path: page } : undefined);
      const sidebar = { default_panel: page, open_at_install: false };
      if (browser === "firefox") expect(manifest.sidebar_action).toMatchObject(sidebar);
      else expect(manifest).not.toHaveProperty("sidebar_action");
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

    test("runs nothing but what is in the package", () => {
      const folder = BUILD[browser as keyof typeof BUILD];
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
        /\.(?:js|html)$/.test(name),
      );
      expect(files.length).toBeGreaterThan(8);
      const foreign =
        /\beval\(|\bnew Function\b|(?:import|importScripts)\(\s*["'`]https?:|<(?:script|link)\b[^>]*https?:/;
      expect(files.filter((name) => foreign.test(readFileSync(`${folder}/${name}`, "utf8")))).toEqual([]);
      // What the browser forbids extensions by default, which a policy of our own could only weaken.
      expect(manifest).not.toHaveProperty("content_security_policy");
    });

    test("suggests keys for the popup, the panel and Repeat, and none for the other commands", () => {
      expect(manifest.commands).toMatchObject({ _execute_action: { suggested_key: { default: "Alt+Shift+Y" } } });
      expect(manifest.commands).toMatchObject({ "open-panel": { suggested_key: { default: "Alt+Shift+U" } } });
      expect(manifest.commands).toMatchObject({ "repeat-last-tag": { suggested_key: { default: "Alt+Shift+J" } } });
      const others = Object.entries(manifest.commands as Record<string, object>).filter(
        ([name]) => !["_execute_action", "open-panel", "repeat-last-tag"].includes(name),
      );
      expect(others.map(([name]) => name)).toEqual(["panel-tag-1", "panel-tag-2", "panel-tag-3"]);
      for (const [, command] of others) expect(command).not.toHaveProperty("suggested_key");
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
