import type { FindResult } from "../../domain/find";
import { Button } from "../../ui/Button";
import { listed, text } from "../../ui/text";
import { followTab } from "../find";
import { usePopup } from "../state";
import { submitAnyway } from "../submit";
import { Page } from "./Page";

/** Between opening and Enter the tab went to somebody else: only the recruiter knows who was meant. */
export function CandidateChanged({ now }: { now: FindResult }) {
  const tags = usePopup((state) => state.candidateChanged?.tags ?? []);
  const before = usePopup((state) => state.candidateChanged?.shown.candidate.name) || text("name_unknown");
  const after = (now.kind === "found" && now.shown.candidate.name) || null;
  return (
    <Page
      title={text("moved_title")}
      actions={
        <>
          <Button look="main" onClick={followTab}>
            {after ? text("moved_follow", after) : text("moved_follow_page")}
          </Button>
          <Button onClick={() => void submitAnyway()}>{text("moved_anyway", before)}</Button>
        </>
      }
    >
      <p>{after ? text("moved_why", before, after) : text("moved_why_nobody", before)}</p>
      <p className="muted">{text("moved_tags", listed(tags.map((tag) => tag.name)))}</p>
    </Page>
  );
}
