import { createRoot } from "react-dom/client";
import { App } from "../popup/App";
import { guardClicks } from "../popup/click-guard";
import { nameField } from "../popup/early";
import { bindField } from "../popup/keys";
import { setSurface } from "../popup/surface";
import { loadTexts, withTexts } from "../storage/language";
import { setPageLanguage } from "../ui/text";
import { defer } from "./deferred";
import { bindPanelKeys } from "./keys";
import { hasLeft, tellKept } from "./leave";
import { Panel } from "./Panel";
import { PressKey } from "./parts/PressKey";
import { startPanel } from "./start";

setSurface({ stays: true, screens: { "waits-for-key": PressKey }, defer, hasLeft, onKept: tellKept });
const root = createRoot(document.getElementById("root") as HTMLElement);
const show = () => {
  setPageLanguage();
  nameField();
  root.render(
    <>
      <App />
      <Panel />
    </>,
  );
};

void loadTexts().then(() => {
  bindField();
  bindPanelKeys();
  guardClicks();
  void startPanel();
  void withTexts(show);
});
