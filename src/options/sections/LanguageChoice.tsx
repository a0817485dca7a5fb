import { isLanguage, LANGUAGES, type Language } from "../../domain/language";
import type { Settings } from "../../domain/settings";
import { browserLanguage } from "../../platform/catalogue";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { usePreferences } from "../model/usePreferences";
import { Section } from "../Section";
import { SelectField } from "../SelectField";
import { Status } from "../Status";

/** The language of the texts: the browser's, or another one. */
export function LanguageChoice({ settings }: { settings: Settings }) {
  const { failed, prefer } = usePreferences();
  return (
    <Section title={text("options_language")}>
      <SelectField
        label={text("options_language_label")}
        hint={text("options_language_hint")}
        value={settings.language ?? ""}
        onChange={({ target: { value } }) => prefer({ language: isLanguage(value) ? value : null })}
      >
        <option value="">{text("options_language_browser", ownName(browserLanguage()))}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownName(language)}
          </option>
        ))}
      </SelectField>
      <Status>{failed && <Notice look="bad">{text("options_no_answer_short")}</Notice>}</Status>
    </Section>
  );
}

/** As its speakers call it, with the capital letter that a list begins with. */
function ownName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
