import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { field, focusField, restoreFocus } from "./field";
import { Chips } from "./parts/Chips";
import { ConfirmPrompt } from "./parts/ConfirmPrompt";
import { Foot } from "./parts/Foot";
import { Head } from "./parts/Head";
import { List } from "./parts/List";
import { Outcomes } from "./parts/Outcomes";
import { RefusalNotice } from "./parts/RefusalNotice";
import { Said } from "./parts/Said";
import { canType } from "./selectors";
import { usePopup } from "./state";

function Into({ place, children }: { place: string; children: ReactNode }) {
  return createPortal(children, document.getElementById(place) as HTMLElement);
}

/** Everything around the static page's field; the field itself is only bound to. */
export function App() {
  const typing = usePopup(canType);
  const Screen = useScreen();
  useFieldShown(typing);
  return (
    <>
      <Into place="head">{typing && <Head />}</Into>
      <Into place="body">
        {typing ? <ConfirmPrompt /> : Screen && <Screen />}
        <RefusalNotice />
      </Into>
      <Into place="outcomes">
        <Outcomes />
      </Into>
      <Into place="chips">
        <Chips />
      </Into>
      <Into place="list">{typing && <List />}</Into>
      <Into place="foot">
        <Foot />
      </Into>
      <Said />
    </>
  );
}

/** Fetched after the first paint: what is shown where nobody can be tagged must not delay the field. */
function useScreen(): ComponentType | null {
  const [screen, setScreen] = useState<{ Screen: ComponentType } | null>(null);
  useEffect(() => void import("./screens/Screen").then(setScreen), []);
  return screen?.Screen ?? null;
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
