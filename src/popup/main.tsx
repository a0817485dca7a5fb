import { createRoot } from "react-dom/client";
import { loadTexts } from "../storage/language";
import { setPageLanguage } from "../ui/text";
import { App } from "./App";
import { guardClicks } from "./click-guard";
import { nameField } from "./early";
import { showFailure } from "./find";
import { fitWindow } from "./fit";
import { bindField } from "./keys";
import { startPopup } from "./start";

void loadTexts().then(() => {
  bindField();
  guardClicks();
  fitWindow();
  setPageLanguage();
  nameField();
  startPopup().catch(showFailure);
  createRoot(document.getElementById("root") as HTMLElement).render(<App />);
});
