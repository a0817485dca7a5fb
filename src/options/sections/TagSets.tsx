import { type FormEvent, useEffect, useRef, useState } from "react";
import { prepare } from "../../domain/picker";
import type { Settings } from "../../domain/settings";
import { offeredNames } from "../../domain/tag-list";
import type { TagSet, TagSetProblem } from "../../domain/tag-set";
import { call } from "../../messaging/call";
import type { TextKey } from "../../platform/text";
import { onStoreChange } from "../../storage/changes";
import { readTagList } from "../../storage/read";
import { readTagSets } from "../../storage/tag-sets";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { integrationName } from "../ForgetList";
import { setTags } from "../model/set-tags";
import { Section } from "../Section";
import { SelectField } from "../SelectField";
import { Status } from "../Status";

const PROBLEMS: Record<TagSetProblem, TextKey> = {
  "no-name": "options_set_no_name",
  "name-taken": "options_set_name_taken",
  "no-tags": "options_set_no_tags",
  "too-many": "options_set_too_many",
};

type Problem = { at: "name" | "tags"; says: string } | "no-answer" | null;

/** Tags that go together under one name, for each integration. */
export function TagSets({ settings }: { settings: Settings }) {
  const sets = useTagSets();
  const list = useRef<HTMLDivElement>(null);
  const { integrations } = settings;
  if (integrations.length === 0) return null;
  const remove = ({ integrationId, id }: TagSet) => {
    // The button that has the focus is about to go.
    list.current?.focus();
    void call("sets.delete", { integrationId, id });
  };
  return (
    <Section title={text("options_sets")} lead={text("options_sets_lead")}>
      <div ref={list} tabIndex={-1} className="focusable">
        {sets.length > 0 && (
          <ul className="lines">
            {sets.map((set) => (
              <li className="line" key={`${set.integrationId} ${set.id}`}>
                <div>
                  {set.name}
                  <p className="muted small">
                    {integrations.length > 1 && `${integrationName(settings, set.integrationId)} · `}
                    {set.tags.join(", ")}
                  </p>
                </div>
                <Button
                  look="quiet"
                  aria-label={text("options_integration_remove_which", set.name)}
                  onClick={() => remove(set)}
                >
                  {text("options_integration_remove")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <NewSet settings={settings} />
    </Section>
  );
}

function NewSet({ settings }: { settings: Settings }) {
  const [integrationId, setIntegrationId] = useState(settings.integrations[0]?.id ?? "");
  const [name, setName] = useState("");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem>(null);
  const [added, setAdded] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setAdded(null);
    const outcome = await save({ integrationId, name, typed }).catch(() => "no-answer" as const);
    setProblem(outcome);
    if (outcome !== null) return;
    setAdded(name.trim());
    setName("");
    setTyped("");
  };
  const says = (at: "name" | "tags") =>
    problem !== null && problem !== "no-answer" && problem.at === at ? problem.says : null;
  return (
    <form className="stack" onSubmit={(event) => void add(event)} noValidate>
      {settings.integrations.length > 1 && (
        <SelectField
          label={text("options_set_integration")}
          value={integrationId}
          onChange={(event) => setIntegrationId(event.target.value)}
        >
          {settings.integrations.map(({ id }) => (
            <option key={id} value={id}>
              {integrationName(settings, id)}
            </option>
          ))}
        </SelectField>
      )}
      <Field
        label={text("options_set_name")}
        problem={says("name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={text("options_set_tags")}
        hint={text("options_set_tags_hint")}
        problem={says("tags")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div>
        <Button type="submit">{text("options_set_add")}</Button>
      </div>
      <Status>
        {problem === "no-answer" && <Notice look="bad">{text("options_no_answer_short")}</Notice>}
        {added !== null && <Notice>{text("options_set_added", added)}</Notice>}
      </Status>
    </form>
  );
}

/** Keeps the set; gives what is wrong with it, or null. */
async function save(form: { integrationId: string; name: string; typed: string }): Promise<Problem> {
  const { integrationId, name, typed } = form;
  await call("tags.refresh", { integrationId });
  const list = await readTagList(integrationId);
  const read = setTags(typed, prepare(list ? offeredNames(list) : []));
  if ("unknown" in read) return { at: "tags", says: text("options_set_unknown", read.unknown.join(", ")) };
  const { problem } = await call("sets.save", {
    set: { id: crypto.randomUUID(), integrationId, name, tags: read.tags },
  });
  if (problem === null) return null;
  return { at: problem === "no-tags" || problem === "too-many" ? "tags" : "name", says: text(PROBLEMS[problem]) };
}

function useTagSets(): readonly TagSet[] {
  const [sets, setSets] = useState<readonly TagSet[]>([]);
  useEffect(() => {
    const refresh = () => void readTagSets().then(setSets);
    refresh();
    return onStoreChange((store) => {
      if (store === "tagSets") refresh();
    });
  }, []);
  return sets;
}
