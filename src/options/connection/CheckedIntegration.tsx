import { CONNECTORS, connectorOf } from "../../domain/connector";
import type { IntegrationCheck } from "../../messaging/protocol";
import { Notice } from "../../ui/Notice";
import { failureText, text } from "../../ui/text";
import { fixerText } from "../model/fixerText";
import { CHECK_PROBLEMS, type CheckProblem, STATUS_TEXTS } from "../model/texts";
import { FailureDetails } from "./FailureDetails";

const LOOKS = { usable: "good", unusable: "bad", unknown: "warn" } as const;

interface Props {
  check: IntegrationCheck;
  label: string;
}

/** One integration as Kombo sees it: whose, which ATS, whether it can tag, what is missing and who can mend it. */
export function CheckedIntegration({ check, label }: Props) {
  const connector = connectorOf(check.id);
  const ats = check.ats ?? (connector ? CONNECTORS[connector].name : null);
  const partly = check.status === "usable" && check.problems.length > 0;
  const heading = [label || ats || check.id, label && ats, check.organisation].filter(Boolean).join(" · ");
  return (
    <Notice look={partly ? "warn" : LOOKS[check.status]} title={heading}>
      <p>{text(partly ? "options_result_partly" : STATUS_TEXTS[check.status])}</p>
      {check.failure && <Failed check={check} ats={ats} />}
      {check.problems.length > 0 && (
        <ul className="problems">
          {check.problems.map((problem) => (
            <Problem key={problem} problem={problem} ats={ats ?? text("ats_generic")} />
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Failed({ check, ats }: { check: IntegrationCheck; ats: string | null }) {
  if (!check.failure) return null;
  const { what, next, who } = failureText(check.failure, ats);
  return (
    <>
      <p>
        {what} {next}
      </p>
      {who && <p className="muted small">{who}</p>}
      <FailureDetails failure={check.failure} />
    </>
  );
}

function Problem({ problem, ats }: { problem: CheckProblem; ats: string }) {
  const { what, next, fixer } = CHECK_PROBLEMS[problem];
  return (
    <li>
      <p className="problem-what">{text(what, ats)}</p>
      <p>{text(next, ats)}</p>
      <p className="muted small">{fixerText(fixer, ats)}</p>
    </li>
  );
}
