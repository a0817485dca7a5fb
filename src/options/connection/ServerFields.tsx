import type { Server } from "../../domain/settings";
import { Field } from "../../ui/Field";
import { text } from "../../ui/text";
import { URL_TEXTS } from "../model/texts";
import type { Connection } from "../model/useConnection";
import { SelectField } from "../SelectField";

/** Which Kombo the company uses, and its address when it runs behind one of its own. */
export function ServerFields({ connection: { form, problems, change } }: { connection: Connection }) {
  return (
    <>
      <SelectField
        label={text("options_server")}
        hint={form.server === "relay" ? undefined : text("options_server_hint")}
        value={form.server}
        onChange={(event) => change({ server: event.target.value as Server["kind"] })}
      >
        <option value="eu">{text("options_server_eu")}</option>
        <option value="us">{text("options_server_us")}</option>
        <option value="own">{text("options_server_own")}</option>
        <option value="relay">{text("options_server_relay")}</option>
      </SelectField>
      {form.server === "own" && (
        <Field
          label={text("options_server_url")}
          hint={text("options_server_url_hint")}
          problem={problems.url && text(URL_TEXTS[problems.url])}
          type="url"
          inputMode="url"
          value={form.serverUrl}
          onChange={(event) => change({ serverUrl: event.target.value })}
        />
      )}
      {form.server === "relay" && (
        <Field
          label={text("options_relay_url")}
          hint={text("options_relay_url_hint")}
          problem={problems.url && text(URL_TEXTS[problems.url])}
          type="url"
          inputMode="url"
          value={form.serverUrl}
          onChange={(event) => change({ serverUrl: event.target.value })}
        />
      )}
    </>
  );
}
