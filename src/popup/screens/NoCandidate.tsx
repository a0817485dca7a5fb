import type { AtsId } from "../../domain/candidate";
import { CONNECTORS } from "../../domain/connector";
import { text } from "../../ui/text";
import { AgainButton, ByHandButton } from "./actions";
import { Page } from "./Page";

export function NoCandidate({ ats, filling }: { ats: AtsId; filling?: true }) {
  return (
    <Page
      title={filling ? text("page_shows_nobody_yet") : text("no_candidate_title", CONNECTORS[ats].name)}
      actions={
        <>
          {filling && <AgainButton main />}
          <ByHandButton main={!filling} />
        </>
      }
    >
      <p>{filling ? text("page_shows_nobody_yet_next") : text("no_candidate_next")}</p>
    </Page>
  );
}
