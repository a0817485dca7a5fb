import { describe, expect, it } from "vitest";
import de from "../../../public/_locales/de/messages.json";
import en from "../../../public/_locales/en/messages.json";
import { CHECK_PROBLEMS, KEY_TEXTS, ROW_TEXTS, STATUS_TEXTS, URL_TEXTS } from "../../../src/options/model/texts";

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const english: Record<string, Message> = en;
const german: Record<string, Message> = de;
const checks = Object.values(CHECK_PROBLEMS).flatMap(({ what, next }) => [what, next]);
const fields = [URL_TEXTS, KEY_TEXTS, ROW_TEXTS, STATUS_TEXTS].flatMap((texts) => Object.values(texts));

describe("texts of the options", () => {
  it("has two of its own for each finding of the check", () => expect(new Set(checks).size).toBe(checks.length));

  it.each([...checks, ...fields])("%s is in both languages, with the same placeholders", (key) => {
    const [one, other] = [english[key], german[key]];
    expect(one?.message).toBeTruthy();
    expect(other?.message).toBeTruthy();
    expect(other?.message).not.toBe(one?.message);
    expect(other?.placeholders).toEqual(one?.placeholders);
    for (const name of Object.keys(one?.placeholders ?? {}))
      for (const text of [one, other]) expect(text?.message).toContain(`$${name.toUpperCase()}$`);
  });

  // Documentation and assistive technology rely on these.
  it.each([
    ["options_key", "API key"],
    ["options_server", "Server"],
    ["options_server_url", "Server URL"],
    ["options_integration_id", "Integration ID"],
    ["options_integration_label", "Label"],
    ["options_integration_add", "Add integration"],
    ["options_check", "Check connection"],
    ["options_save", "Save"],
    ["options_key_replace", "Replace key"],
  ])("%s is %j in English", (key, name) => expect(english[key]?.message).toBe(name));

  it("leaves no option untranslated", () => {
    const keys = Object.keys(english).filter((key) => key.startsWith("options_"));
    expect(Object.keys(german).filter((key) => key.startsWith("options_"))).toEqual(keys);
  });
});
