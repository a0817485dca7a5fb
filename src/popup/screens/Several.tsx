import { atsNameOf, connectorOf } from "../../domain/connector";
import type { ShownCandidate } from "../../domain/find";
import { text } from "../../ui/text";
import { choose } from "../find";
import { AtsMark } from "../parts/AtsMark";
import { ByHandButton } from "./actions";
import { Page } from "./Page";

/** Several people match; nothing is guessed. */
export function Several({ choices }: { choices: readonly ShownCandidate[] }) {
  return (
    <Page title={text("several_title")} actions={<ByHandButton />}>
      <p>{text("several_why")}</p>
      <ul className="picks">
        {choices.map((shown) => (
          <li key={`${shown.integrationId} ${shown.candidate.id}`}>
            <Choice shown={shown} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Choice({ shown }: { shown: ShownCandidate }) {
  const connector = connectorOf(shown.integrationId);
  const { name, remoteId, tags } = shown.candidate;
  const details = [atsNameOf(shown.integrationId), remoteId && text("ats_id", remoteId), tags.slice(0, 3).join(", ")];
  return (
    <button type="button" className="pick" onClick={() => choose(shown)}>
      {connector && <AtsMark connector={connector} />}
      <span>
        <span className="pick-name">{name || text("name_unknown")}</span>
        <span className="muted small">{details.filter(Boolean).join(" · ")}</span>
      </span>
    </button>
  );
}
