import { useEffect } from "react";
import { text } from "../../ui/text";
import { shownCandidate } from "../selectors";
import { usePopup } from "../state";
import { Origin } from "./Origin";
import { RevealName } from "./RevealName";
import { nameOf } from "./Said";
import { Tags } from "./Tags";

/** Who is open: the name first, then where from with how we know, and the tags. */
export function Head() {
  const shown = usePopup(shownCandidate);
  const known = shown !== null;
  useEffect(() => {
    // For the benchmark.
    if (known) performance.mark("candidate-shown");
  }, [known]);
  if (!shown) return <Looking />;
  return (
    <header className="head">
      <h1 tabIndex={-1} id="candidate-name" title={nameOf(shown)}>
        {nameOf(shown)}
      </h1>
      {shown.nameHidden && <RevealName shown={shown} label={text("name_reveal")} />}
      <Origin shown={shown} />
      <Tags />
    </header>
  );
}

function Looking() {
  const title = usePopup((state) => state.pageTitle);
  const moving = usePopup((state) => state.moving);
  const said = moving ? text("moving") : title || text("looking");
  return (
    <header className="head" aria-busy="true">
      <h1 tabIndex={-1} className="looking" title={said}>
        {said}
      </h1>
      {!moving && title && <p className="muted small">{text("looking")}</p>}
      <p className="bone" aria-hidden="true" />
    </header>
  );
}
