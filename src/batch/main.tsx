import { onStoreChange } from "../storage/changes";
import { withTexts } from "../storage/language";
import { pageShower } from "../ui/page";
import { App } from "./App";
import { load, reload } from "./actions";

onStoreChange((store) => {
  if (store === "settings" || store === "bindings") void reload();
});
void load();
void withTexts(pageShower("batch_page_title", App));
