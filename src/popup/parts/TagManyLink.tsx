import { browser } from "../../platform/browser";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { surface } from "../surface";

/** The way to the page "Tag many". */
export function TagManyLink() {
  const open = () =>
    void browser.tabs
      .create({ url: browser.runtime.getURL("src/batch/index.html") })
      .then(() => surface.stays || window.close());
  return (
    <Button look="quiet" onClick={open}>
      {text("batch_page_title")}
    </Button>
  );
}
