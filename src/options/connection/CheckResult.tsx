import type { Failure } from "../../domain/failure";
import type { IntegrationCheck } from "../../messaging/protocol";
import { Notice } from "../../ui/Notice";
import { failureText, text } from "../../ui/text";
import type { Connection } from "../model/useConnection";
import { usePolicy } from "../model/usePolicy";
import { Status } from "../Status";
import { PolicyProblems } from "../sections/Company";
import { CheckedIntegration } from "./CheckedIntegration";
import { FailureDetails } from "./FailureDetails";
import { isGood } from "./OutcomeLine";

/** What Check connection found: the key, then each integration. */
export function CheckResult({ connection: { checked, outdated, changed, form } }: { connection: Connection }) {
  const policy = usePolicy();
  if (!checked) return <Status />;
  const { key, integrations } = checked.result;
  const typed = (check: IntegrationCheck) => form.rows.find((row) => row.id.trim() === check.id)?.label.trim() ?? "";
  return (
    <Status>
      <h3 className="field-title">{text("options_result_title")}</h3>
      {outdated && <p className="muted small">{text("options_result_outdated")}</p>}
      {key.ok ? (
        <GoodKey environment={key.environmentId} alone={integrations.length === 0} />
      ) : (
        <BadKey failure={key.failure} />
      )}
      {integrations.map((check) => (
        <CheckedIntegration key={check.id} check={check} label={typed(check)} />
      ))}
      <PolicyProblems problems={policy?.problems ?? []} />
      {isGood(checked.result) && !outdated && (
        <p className="good">{text(changed ? "options_result_then_save" : "options_result_all_good")}</p>
      )}
    </Status>
  );
}

function GoodKey({ environment, alone }: { environment: string; alone: boolean }) {
  return (
    <Notice look="good" title={text("options_result_key_ok")}>
      {environment && <p className="muted small">{text("options_result_environment", environment)}</p>}
      {alone && <p>{text("options_result_no_integration")}</p>}
    </Notice>
  );
}

function BadKey({ failure }: { failure: Failure }) {
  const { what, next, who } = failureText(failure);
  return (
    <Notice look="bad" title={what}>
      <p>{next}</p>
      {who && <p className="muted small">{who}</p>}
      <FailureDetails failure={failure} />
    </Notice>
  );
}
