import { useEffect } from "react";
import { restoreFocus } from "../field";
import { usePopup } from "../state";
import { surface } from "../surface";
import { AccessMissing } from "./AccessMissing";
import { ByHand } from "./ByHand";
import { CandidateChanged } from "./CandidateChanged";
import { Failed } from "./Failed";
import { NoCandidate } from "./NoCandidate";
import { NoIntegration } from "./NoIntegration";
import { NotInKombo } from "./NotInKombo";
import { NotSetUp } from "./NotSetUp";
import { PickIntegration } from "./PickIntegration";
import { Refused } from "./Refused";
import { Several } from "./Several";
import { UnknownPage } from "./UnknownPage";
import { UnreadablePage } from "./UnreadablePage";

/** The screen for every answer to "who is open?" except the candidate's own. */
export function Screen() {
  const { candidateChanged, byHand, result } = usePopup();
  const which = candidateChanged ? "candidate-changed" : byHand ? "by-hand" : result?.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen, another heading to go to
  useEffect(restoreFocus, [which]);
  if (candidateChanged) return <CandidateChanged now={candidateChanged.now} />;
  if (byHand) return <ByHand />;
  if (!result) return null;
  const Own = surface.screens[result.kind];
  if (Own) return <Own />;
  switch (result.kind) {
    // Only where a tab is followed, which has a screen of its own for it.
    case "waits-for-key":
    case "found":
    // Said in the form by hand, which stays open.
    case "not-understood":
      return null;
    case "several":
      return <Several choices={result.choices} />;
    case "pick-integration":
      return <PickIntegration integrations={result.integrations} ats={result.ats} />;
    case "refused":
      return <Refused {...result} />;
    case "not-in-kombo":
      return <NotInKombo {...result} />;
    case "no-integration":
      return <NoIntegration ats={result.ats} />;
    case "no-candidate":
      return <NoCandidate {...result} />;
    case "unknown-page":
      return <UnknownPage searchable={result.searchable} page={result.page} />;
    case "unreadable-page":
      return <UnreadablePage />;
    case "not-set-up":
      return <NotSetUp missing={result.missing} />;
    case "access-missing":
      return <AccessMissing origins={result.origins} />;
    case "failed":
      return <Failed failure={result.failure} />;
  }
}
