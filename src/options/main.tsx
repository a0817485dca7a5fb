import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { setPageLanguage, text } from "../ui/text";
import { App } from "./App";

setPageLanguage();
document.title = text("options_title");
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App welcome={new URLSearchParams(location.search).has("welcome")} />
    </StrictMode>,
  );
}
