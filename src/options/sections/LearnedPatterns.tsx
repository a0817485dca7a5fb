import type { Settings } from "../../domain/settings";
import { call } from "../../messaging/call";
import { readUrlPatterns } from "../../storage/read";
import { age, text } from "../../ui/text";
import { ForgetList, integrationName } from "../ForgetList";

/** Pages learned from confirmed searches, each with the way to forget it. */
export function LearnedPatterns({ settings }: { settings: Settings }) {
  const read = async () =>
    (await readUrlPatterns()).map(({ id, host, path, integrationId, learnedAt, fromPolicy }) => ({
      id,
      name: host + path,
      note: fromPolicy
        ? text("options_bindings_is", integrationName(settings, integrationId))
        : text("options_patterns_learned", integrationName(settings, integrationId), age(learnedAt)),
      fixed: fromPolicy,
    }));
  return (
    <ForgetList
      title={text("options_patterns")}
      lead={(isEmpty) => text(isEmpty ? "options_patterns_none" : "options_patterns_lead")}
      isCode
      store="urlPatterns"
      read={read}
      forget={(id) => call("urlPatterns.forget", { id })}
      forgetLabel={(name) => text("options_patterns_forget", name)}
      forgotten={(name) => text("options_patterns_forgotten", name)}
    />
  );
}
