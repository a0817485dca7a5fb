import { type AtsId, CONNECTORS, connectorsOf } from "../../domain/connector";
import type { Settings } from "../../domain/settings";
import { call } from "../../messaging/call";
import { readBindings } from "../../storage/read";
import type { Binding } from "../../storage/schema";
import { text } from "../../ui/text";
import { ForgetList, integrationName } from "../ForgetList";

/** Which account of an ATS belongs to which integration, each with the way to forget it. */
export function Bindings({ settings }: { settings: Settings }) {
  const read = async () =>
    (await readBindings()).map((binding) => ({
      id: binding.key,
      name: accountOf(binding),
      note: text("options_bindings_is", integrationName(settings, binding.integrationId)),
      fixed: binding.fromPolicy,
    }));
  return (
    <ForgetList
      title={text("options_bindings")}
      lead={(isEmpty) => (isEmpty ? null : text("options_bindings_lead"))}
      store="bindings"
      read={read}
      forget={(key) => call("bindings.forget", { key })}
      forgetLabel={(name) => text("options_bindings_forget_which", name)}
      forgotten={(name) => text("options_bindings_forgotten", name)}
    />
  );
}

/** The ATS and the company in it, from `ats|tenant`. */
function accountOf({ key }: Binding): string {
  const [ats = "", tenant = ""] = key.split("|", 2);
  const [connector] = connectorsOf(ats as AtsId);
  return [connector ? CONNECTORS[connector].name : ats, tenant].filter(Boolean).join(" · ");
}
