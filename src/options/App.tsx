import { text } from "../ui/text";
import { Connection } from "./connection/Connection";
import { usePolicyWait } from "./model/usePolicy";
import { isSetUp, useSettings } from "./model/useSettings";
import { useShortcuts } from "./model/useShortcuts";
import { Practice } from "./practice/Practice";
import { Bindings } from "./sections/Bindings";
import { Company } from "./sections/Company";
import { Head } from "./sections/Head";
import { History } from "./sections/History";
import { LanguageChoice } from "./sections/LanguageChoice";
import { LearnedPatterns } from "./sections/LearnedPatterns";
import { Notifications } from "./sections/Notifications";
import { OnBehalfOf } from "./sections/OnBehalfOf";
import { PanelSites } from "./sections/PanelSites";
import { ShortcutList } from "./sections/ShortcutList";
import { Tagging } from "./sections/Tagging";
import { TagSets } from "./sections/TagSets";

/** The options page. `welcome`: opened by itself after the installation. */
export function App({ welcome }: { welcome: boolean }) {
  const { settings, reload } = useSettings();
  const shortcuts = useShortcuts();
  const wait = usePolicyWait();
  if (!settings) return <p className="page muted">{text("options_loading")}</p>;
  // Nobody should type a key, or look for one, where the company may be about to say something else.
  const unknown = isSetUp(settings) || settings.locked.length > 0 || wait === "over" ? null : wait;
  const head = <Head welcome={welcome} settings={settings} shortcuts={shortcuts} unknown={unknown} />;
  if (unknown !== null) return <main className="page">{head}</main>;
  return (
    <main className="page">
      {head}
      {(welcome || !isSetUp(settings)) && <Practice settings={settings} shortcuts={shortcuts} />}
      <Company settings={settings} />
      <Connection settings={settings} reload={reload} shortcuts={shortcuts} />
      <ShortcutList shortcuts={shortcuts} />
      <OnBehalfOf settings={settings} reload={reload} />
      <Tagging settings={settings} />
      <TagSets settings={settings} />
      <LanguageChoice settings={settings} />
      <Notifications settings={settings} />
      <History settings={settings} />
      <PanelSites settings={settings} />
      <Bindings settings={settings} />
      <LearnedPatterns settings={settings} />
    </main>
  );
}
