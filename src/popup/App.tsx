import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect } from "react";
import { createPortal } from "react-dom";
import { text } from "../ui/text";
import { field, focusField, restoreFocus } from "./field";
import { Chips } from "./parts/Chips";
import { Foot } from "./parts/Foot";
import { Head } from "./parts/Head";
import { List } from "./parts/List";
import { Outcomes } from "./parts/Outcomes";
import { Question } from "./parts/Question";
import { RefusalNotice } from "./parts/RefusalNotice";
import { usePopup } from "./state";
import { canType, shownOf } from "./views";

/** Fetched only where there is no candidate to tag: the usual way should not wait for the unusual ones. */
const Screen = lazy(() => import("./screens/Screen"));

function Into({ place, children }: { place: string; children: ReactNode }) {
  return createPortal(children, document.getElementById(place) as HTMLElement);
}

/** Everything around the static page's field; the field itself is only bound to. */
export function App() {
  const typing = usePopup(canType);
  const shown = usePopup(shownOf);
  useFieldTexts();
  useFieldShown(typing);
  return (
    <>
      <Into place="head">{typing && <Head />}</Into>
      <Into place="body">
        {typing ? (
          <Question />
        ) : (
          <Suspense>
            <Screen />
          </Suspense>
        )}
        <RefusalNotice />
      </Into>
      <Into place="outcomes">{shown && typing && <Outcomes shown={shown} />}</Into>
      <Into place="chips">
        <Chips />
      </Into>
      <Into place="list">{typing && <List />}</Into>
      <Into place="foot">
        <Foot />
      </Into>
    </>
  );
}

function useFieldTexts(): void {
  useEffect(() => {
    const label = document.getElementById("tag-label");
    if (label) label.textContent = text("tag_label");
    field.placeholder = text("tag_placeholder");
  }, []);
}

/** Hides the field by class where no tag can be typed, and sees to it that the focus is never lost. */
function useFieldShown(typing: boolean): void {
  useLayoutEffect(() => {
    const hadFocus = document.activeElement === field || document.activeElement === document.body;
    document.body.classList.toggle("no-field", !typing);
    if (typing && hadFocus) focusField();
    else restoreFocus();
  }, [typing]);
}
