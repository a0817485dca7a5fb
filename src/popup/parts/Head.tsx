import { useEffect } from "react";
import { text } from "../../ui/text";
import { shownCandidate } from "../selectors";
import { usePopup } from "../state";
import { MatchDetails } from "./MatchDetails";
import { Origin } from "./Origin";
import { RevealName } from "./RevealName";
import { Tags } from "./Tags";

/** Who is open: the name first, then where from, the tags, and how we know. */
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
      <h1 tabIndex={-1}>{shown.candidate.name || text(shown.nameHidden ? "name_hidden" : "name_unknown")}</h1>
      {shown.nameHidden && <RevealName shown={shown} label={text("name_reveal")} />}
      <Origin shown={shown} />
      <Tags />
      <MatchDetails shown={shown} />
    </header>
  );
}

function Looking() {
  const title = usePopup((state) => state.pageTitle);
  const moving = usePopup((state) => state.moving);
  return (
    <header className="head" aria-busy="true">
      <h1 tabIndex={-1} className="looking">
        {moving ? text("moving") : title || text("looking")}
      </h1>
      {!moving && title && <p className="muted small">{text("looking")}</p>}
      <p className="bone" aria-hidden="true" />
    </header>
  );
}
