import { withTexts } from "../storage/language";
import { pageShower } from "../ui/page";
import { App } from "./App";

const welcome = new URLSearchParams(location.search).has("welcome");
void withTexts(pageShower("options_title", () => <App welcome={welcome} />));
