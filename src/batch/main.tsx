import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { onStoreChange } from "../storage/changes";
import { setPageLanguage, text } from "../ui/text";
import { App } from "./App";
import { load, reload } from "./actions";

setPageLanguage();
document.title = text("batch_page_title");
onStoreChange((store) => {
  if (store === "settings" || store === "bindings") void reload();
});
void load();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
