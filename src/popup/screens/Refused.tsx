import { atsNameOf } from "../../domain/connector";
import type { FindResult } from "../../domain/find";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { RevealName } from "../parts/RevealName";
import { REASONS } from "../parts/reasons";
import { AgainButton, ByHandButton } from "./actions";
import { Integrations } from "./Integrations";
import { Page } from "./Page";

/** Kombo's candidate is somebody else than the page shows; who that is, is said on a click. Nothing can be sent from here. */
export function Refused({ shown, pageTitle, others }: Extract<FindResult, { kind: "refused" }>) {
  return (
    <Page
      title={text("refused_title")}
      actions={
        <>
          <AgainButton />
          <ByHandButton />
        </>
      }
    >
      <Notice look="bad">
        <p>{text(REASONS[shown.certainty.reason])}</p>
      </Notice>
      <dl className="pair">
        {pageTitle && (
          <>
            <dt>{text("refused_page")}</dt>
            <dd>{pageTitle}</dd>
          </>
        )}
        <dt>{text("refused_kombo", atsNameOf(shown.integrationId) ?? text("ats_generic"))}</dt>
        <dd>
          <RevealName shown={shown} label={text("refused_reveal")} />
        </dd>
      </dl>
      <p>{text("refused_next")}</p>
      {others.length > 0 && (
        <>
          <h2>{text("refused_others")}</h2>
          <Integrations integrations={others} />
        </>
      )}
    </Page>
  );
}
