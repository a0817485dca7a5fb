import { text } from "../ui/text";
import { Connection } from "./connection/Connection";
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
  if (!settings) return <p className="page muted">{text("options_loading")}</p>;
  return (
    <main className="page">
      <Head welcome={welcome} settings={settings} shortcuts={shortcuts} />
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
