import { useState } from "react";
import { CONNECTORS } from "../../domain/connector";
import type { FindResult } from "../../domain/find";
import { call } from "../../messaging/call";
import { Button } from "../../ui/Button";
import { failureText, text } from "../../ui/text";
import { noFailure } from "../find";
import { integrationName } from "../parts/names";
import { AgainButton, ByHandButton } from "./actions";
import { Integrations } from "./Integrations";
import { Page } from "./Page";

/** The commonest cause first: many integrations copy only candidates that were created through Kombo. */
export function NotInKombo({ integration, others, knowsOthers }: Extract<FindResult, { kind: "not-in-kombo" }>) {
  const ats = CONNECTORS[integration.connector].name;
  return (
    <Page
      title={text("not_in_kombo_title")}
      actions={
        <>
          <AskSync integrationId={integration.id} ats={ats} />
          <AgainButton />
          <ByHandButton />
        </>
      }
    >
      <p>{text("not_in_kombo_where", integrationName(integration))}</p>
      <ol className="causes">
        {!knowsOthers && <li>{text("not_in_kombo_only_created", ats)}</li>}
        <li>{text("not_in_kombo_not_synced")}</li>
      </ol>
      {others.length > 0 && (
        <>
          <h2>{text("refused_others")}</h2>
          <Integrations integrations={others} />
        </>
      )}
    </Page>
  );
}

function AskSync({ integrationId, ats }: { integrationId: string; ats: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const ask = async () => {
    setSaid(text("sync_asking"));
    const { failure } = await call("sync.request", { integrationId }).catch(noFailure);
    const failed = failure && failureText(failure, ats);
    setSaid(failed ? `${failed.what} ${failed.next}` : text("sync_asked"));
  };
  return (
    <>
      <Button look="main" onClick={() => void ask()}>
        {text("sync_ask")}
      </Button>
      <p role="status" className="sync-said small">
        {said}
      </p>
    </>
  );
}
