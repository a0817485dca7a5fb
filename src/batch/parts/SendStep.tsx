import { type FormEvent, useEffect, useId, useMemo, useState } from "react";
import { type BatchPlan, countPeople, peopleByTag } from "../../domain/batch/plan";
import { search } from "../../domain/picker";
import { type TagWarning, tagWarnings } from "../../domain/tag-warnings";
import type { TextKey } from "../../platform/text";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { listed, plural, text } from "../../ui/text";
import { namesNow, notesOf, planNow, send } from "../actions";
import { classify, wantedNames } from "../model/tags";
import { EMPTY_INDEX, get, type PageState, set, useBatch } from "../state";
import { integrationName } from "./PickIntegration";
import { TagChoices } from "./TagChoices";

/** Over this many people it takes a second step. */
const MANY = 100;
/** A second press sooner than this is the first one's other half. */
const AIM_MS = 600;

const PROBLEM_TEXT: Record<NonNullable<PageState["problem"]>, TextKey> = {
  "bad-name": "batch_problem_bad_name",
  "may-not-create": "batch_problem_may_not_create",
  "storage-full": "batch_problem_storage_full",
  "no-integration": "batch_problem_no_integration",
  "too-many": "batch_problem_too_many",
  "tag-rules": "batch_problem_tag_rules",
  "by-hand-off": "failure_by_hand_off_what",
  noted: "batch_problem_noted",
  "no-answer": "batch_problem_no_answer",
};

/** Which tag, and the one deliberate step that says exactly what happens. */
export function SendStep() {
  const state = useBatch();
  const id = useId();
  const plan = useMemo(() => planNow(state), [state]);
  const { found, tagText, operation, confirming, sending, settings, tagLists, picked, problem } = state;
  const index = (picked && tagLists.get(picked)) || [...tagLists.values()][0] || EMPTY_INDEX;
  const suggestions = useMemo(
    () => (tagText.trim() === "" ? [] : search(index, tagText, { recents: [], limit: 12 })),
    [index, tagText],
  );
  const integrations = settings.integrations.filter((one) => plan.integrationIds.includes(one.id));
  const typed = namesNow(state, tagText).map((name) => classify(name, goesTo(state), state));
  const ofRows = wantedNames(found ?? [], []).map((name) => classify(name, goesTo(state), state));
  const open = typed.filter(({ is, rule }) => is.kind === "near" || is.kind === "bad" || rule !== null);
  const people = countPeople(plan.people);
  const notes = notesOf(state, plan);
  const isTooMany = settings.batchLimit !== null && people > settings.batchLimit;
  const canSend = plan.people.length > 0 && !isTooMany && open.length === 0 && !sending;
  const needsSecond = people > MANY || plan.newTags.length > 0 || notes.length > 0;
  const counts = useCounts(confirming);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!canSend) return;
    if (needsSecond && confirming === null) return set({ confirming: Date.now() });
    if (!counts) return;
    void send();
  };
  const sentence = sentenceOf(state, plan);
  return (
    <form className="stack" onSubmit={onSubmit} noValidate>
      <fieldset className="row">
        <legend className="unseen">{text("batch_operation")}</legend>
        {(["add", "remove"] as const).map((one) => (
          <label key={one} className="row choice">
            <input
              type="radio"
              name={`${id}-operation`}
              checked={operation === one}
              onChange={() => set({ operation: one, confirming: null })}
            />
            {text(one === "add" ? "batch_add" : "batch_remove")}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={id}>{text("batch_tag")}</label>
        <input
          id={id}
          className="input"
          list={`${id}-tags`}
          autoComplete="off"
          spellCheck={false}
          value={tagText}
          aria-describedby={`${id}-hint`}
          onChange={(event) => set({ tagText: event.target.value, confirming: null, problem: null })}
        />
        <datalist id={`${id}-tags`}>
          {suggestions.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p className="field-hint" id={`${id}-hint`}>
          {text("batch_tag_hint")}
        </p>
      </div>
      <TagChoices tags={[...typed, ...ofRows]} />
      <EachTag plan={plan} />
      <Warnings plan={plan} />
      {notes.length > 0 && (
        <Notice look="warn" title={text("batch_notes_title")}>
          {notes.map(({ tag, note }) => (
            <p key={tag}>{text("note_of_company", tag, note)}</p>
          ))}
        </Notice>
      )}
      {isTooMany && <Notice look="bad">{text("policy_batch", String(settings.batchLimit))}</Notice>}
      {confirming !== null && (
        <Notice look="warn" title={sentence}>
          <p>
            {plan.newTags.length > 0 && `${text("batch_creates", listed(plan.newTags))} `}
            {plural("batch_second_step", people)}
          </p>
        </Notice>
      )}
      <div className="row" role="status">
        {problem && <Notice look="bad">{text(PROBLEM_TEXT[problem])}</Notice>}
      </div>
      <div className="row">
        <Button
          type="submit"
          look={operation === "add" ? "main" : "danger"}
          disabled={!canSend}
          aria-disabled={!counts}
        >
          {sending ? text("batch_writing_down") : confirming === null ? sentence : text("batch_yes", sentence)}
        </Button>
        {confirming !== null && <Button onClick={() => set({ confirming: null })}>{text("batch_back")}</Button>}
        {integrations.length === 0 && <span className="muted">{text("batch_nothing_to_send")}</span>}
      </div>
    </form>
  );
}

/** Whether a press counts: of the second step not at once. The button says so and keeps the focus. */
function useCounts(confirming: number | null): boolean {
  const [aimed, setAimed] = useState<number | null>(null);
  useEffect(() => {
    if (confirming === null) return;
    const timer = setTimeout(() => setAimed(confirming), AIM_MS);
    return () => clearTimeout(timer);
  }, [confirming]);
  return confirming === aimed || confirming === null;
}

/** The integrations of everybody that was found. */
function goesTo({ found, settings }: PageState) {
  const ids = new Set((found ?? []).flatMap(({ row, candidate }) => (candidate ? (row.integrationId ?? []) : [])));
  return settings.integrations.filter(({ id }) => ids.has(id));
}

/** "Add “Career Fair 2026” to 412 people in Greenhouse (Northwind)". */
export function sentenceOf({ settings, operation }: PageState, plan: BatchPlan): string {
  const { tags, integrationIds } = plan;
  const people = countPeople(plan.people);
  if (people === 0) return text(operation === "add" ? "batch_add_nobody" : "batch_remove_nobody");
  // "Add A and B to 90 people" would be wrong where some get A and others B.
  const isSame = peopleByTag(plan).length === 0;
  const names =
    tags.length > 3 || !isSame
      ? plural("batch_tags", tags.length)
      : listed(tags.map((tag) => text("batch_quoted", tag)));
  const where = settings.integrations.filter(({ id }) => integrationIds.includes(id)).map(integrationName);
  return plural(operation === "add" ? "batch_do_add" : "batch_do_remove", people, names, listed(where));
}

/** As many tags as are listed with their people; the report has all of them. */
const MOST_TAGS = 12;

/** Who gets which tag, where rows have tags of their own. */
function EachTag({ plan }: { plan: BatchPlan }) {
  const counts = useMemo(() => peopleByTag(plan), [plan]);
  if (counts.length === 0) return null;
  const lines = counts.slice(0, MOST_TAGS).map(({ tag, people }) => plural("batch_tag_people", people, tag));
  return (
    <p className="small muted">
      {lines.join(" · ")}
      {counts.length > MOST_TAGS && " · …"}
    </p>
  );
}

/** What may become of new tags. */
function Warnings({ plan }: { plan: BatchPlan }) {
  const integrations = get().settings.integrations.filter(({ id }) => plan.integrationIds.includes(id));
  const found = plan.newTags.flatMap((name) =>
    integrations.flatMap((integration) =>
      tagWarnings(integration.connector, name).map((warning) => warningText(warning, integrationName(integration))),
    ),
  );
  if (found.length === 0) return null;
  return (
    <Notice look="warn">
      {[...new Set(found)].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

function warningText(warning: TagWarning, ats: string): string {
  switch (warning.kind) {
    case "existing-only":
      return text("labelled", ats, text("warn_existing_only"));
    case "changed":
      return text("labelled", ats, text("warn_changed", warning.becomes));
    case "ignored":
      return text("labelled", ats, text("warn_ignored", warning.from));
    case "split":
      return text("labelled", ats, text("bad_comma"));
  }
}
