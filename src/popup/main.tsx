import "../ui/base.css";
import "./popup.css";
import { createRoot } from "react-dom/client";
import { setPageLanguage } from "../ui/text";
import { App } from "./App";
import { insistOnFocus, markUsable } from "./field";
import { bindField } from "./keys";
import { start } from "./start";
import { steadyClicks } from "./steady";

insistOnFocus();
bindField();
markUsable();
steadyClicks();
setPageLanguage();
void start();
createRoot(document.getElementById("root") as HTMLElement).render(<App />);
