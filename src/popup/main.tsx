import "../ui/base.css";
import "./popup.css";
import { createRoot } from "react-dom/client";
import { setPageLanguage } from "../ui/text";
import { App } from "./App";
import { guardClicks } from "./click-guard";
import { insistOnFocus, markUsable } from "./field";
import { bindField } from "./keys";
import { startPopup } from "./start";

insistOnFocus();
bindField();
markUsable();
guardClicks();
setPageLanguage();
void startPopup();
createRoot(document.getElementById("root") as HTMLElement).render(<App />);
