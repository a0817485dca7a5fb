import type { AtsId } from "../../domain/candidate";
import { CONNECTORS } from "../../domain/connector";
import { text } from "../../ui/text";
import { AgainButton, ByHandButton } from "./actions";
import { Page } from "./Page";

export function NoCandidate({ ats }: { ats: AtsId }) {
  return (
    <Page
      title={text("no_candidate_title", CONNECTORS[ats].name)}
      actions={
        <>
          <AgainButton main />
          <ByHandButton />
        </>
      }
    >
      <p>{text("no_candidate_next")}</p>
    </Page>
  );
}
