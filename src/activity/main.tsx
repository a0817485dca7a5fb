import { onStoreChange } from "../storage/changes";
import { withTexts } from "../storage/language";
import { pageShower } from "../ui/page";
import { App } from "./App";
import { load, refresh } from "./load";

onStoreChange((store) => {
  if (store === "jobs" || store === "batchJobs" || store === "settings" || store === "holds") refresh();
});
void load();
void withTexts(pageShower("activity_page_title", App));
