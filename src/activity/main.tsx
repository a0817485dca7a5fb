import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { onStoreChange } from "../storage/changes";
import { setPageLanguage, text } from "../ui/text";
import { App } from "./App";
import { load, refresh } from "./load";

setPageLanguage();
document.title = text("activity_page_title");
onStoreChange((store) => {
  if (store === "jobs" || store === "batchJobs" || store === "settings" || store === "holds") refresh();
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
