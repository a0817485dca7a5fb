import { maskedReport, type ReportedPage } from "../../ats/report";
import { Button } from "../../ui/Button";
import { CopyButton } from "../../ui/CopyButton";
import { text } from "../../ui/text";
import { find } from "../find";
import { ByHandButton } from "./actions";
import { Page } from "./Page";

/** Nothing has left the browser yet; the search is the recruiter's decision. */
export function UnknownPage({ searchable, page }: { searchable: boolean; page: ReportedPage | null }) {
  const report = page && maskedReport(page);
  // There was something to look for, and it is not offered again: it was looked for and brought nobody.
  const searched = !searchable && page !== null && page.tokenCount !== undefined && page.tokenCount > 0;
  return (
    <Page
      title={text("unknown_title")}
      actions={
        <>
          {searchable && (
            <Button look="main" onClick={() => void find({ search: true })}>
              {text("unknown_search")}
            </Button>
          )}
          <ByHandButton main={!searchable} />
        </>
      }
    >
      <p>{text(searchable ? "unknown_next" : searched ? "unknown_not_found" : "unknown_no_search")}</p>
      {searchable && <p className="small muted">{text("unknown_privacy")}</p>}
      {report && (
        <details className="small">
          <summary>{text("unknown_report")}</summary>
          <pre className="report">{report}</pre>
          <CopyButton label={text("copy_report")} copies={report} />
        </details>
      )}
    </Page>
  );
}
