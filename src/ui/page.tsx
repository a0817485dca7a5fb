import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { setPageLanguage, type TextKey, text } from "./text";

/** Gives what shows a whole page, title and all, in the language of the texts; called again, it shows them in another one. */
export function pageShower(title: TextKey, Page: ComponentType): () => void {
  const root = createRoot(document.getElementById("root") as HTMLElement);
  return () => {
    setPageLanguage();
    document.title = text(title);
    root.render(
      <StrictMode>
        <Page />
      </StrictMode>,
    );
  };
}
