import { type ClipboardEvent, type DragEvent, useEffect, useId, useState } from "react";
import { MOST_ROWS } from "../../domain/batch/batch";
import type { RowOrigin } from "../../domain/batch/row";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { failureText, number, plural, text } from "../../ui/text";
import { lookUp, readText, stopLookUp } from "../actions";
import { inputOfFile, inputOfHtml } from "../model/input";
import { set, takeInput, useBatch } from "../state";
import { Columns } from "./Columns";
import { PickIntegration } from "./PickIntegration";

/** Without a key for so long, what was typed or pasted is read. */
const TYPING_MS = 250;

const BY_PERSON: readonly RowOrigin[] = ["text", "html"];

/** Where the list of people comes from: pasted, dropped, chosen as a file. */
export function InputStep() {
  const typed = useBatch((state) => state.text);
  const input = useBatch((state) => state.input);
  const lookingUp = useBatch((state) => state.lookingUp);
  const isSetUp = useBatch((state) => state.settings.integrations.length > 0);
  // A company may want people to be found by the page only.
  const isOff = useBatch(
    ({ settings, input: now }) => !settings.byHand && (now === null || BY_PERSON.includes(now.origin)),
  );
  const fromPage = useBatch((state) => state.fromPage);
  const [isOver, setOver] = useState(false);
  const field = useId();
  const takeFile = (file: Blob | undefined) => file && void inputOfFile(file).then(takeInput);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) takeFile(file);
    else take(event.dataTransfer.getData("text/plain"));
  };
  const onPaste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    const linked = inputOfHtml(event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain"));
    if (!file && !linked) return;
    event.preventDefault();
    if (file) takeFile(file);
    else if (linked) takeInput(linked);
  };
  const take = (given: string) => {
    set({ text: given });
    readText();
  };
  // Read once the typing rests: how many rows there are, and what their columns hold, is said before anybody is asked.
  useEffect(() => {
    if (typed.trim() === "" || input !== null) return;
    const timer = setTimeout(readText, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, input]);
  return (
    <section className="section" aria-labelledby={`${field}-title`}>
      <h2 id={`${field}-title`}>{text("batch_who")}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has its equal in the button for a file. */}
      <div
        className={isOver ? "drop drop-over stack" : "drop stack"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <div className="field">
          <label htmlFor={field}>{text("batch_paste")}</label>
          <textarea
            id={field}
            className="input list-input"
            rows={6}
            spellCheck={false}
            value={typed}
            aria-describedby={`${field}-hint`}
            onPaste={onPaste}
            onChange={(event) => set({ text: event.target.value, input: null })}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isOff) void begin();
            }}
          />
          <p className="field-hint" id={`${field}-hint`}>
            {text("batch_paste_hint", number(MOST_ROWS))}
          </p>
        </div>
        <div className="row">
          <label className="button button-plain">
            {text("batch_file")}
            <input
              className="unseen"
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
              onChange={(event) => takeFile(event.target.files?.[0])}
            />
          </label>
        </div>
      </div>
      {fromPage === "nobody" && <Notice look="warn">{text("batch_page_nobody")}</Notice>}
      {fromPage === "unreadable" && <Notice look="warn">{text("batch_page_unreadable")}</Notice>}
      {isOff && <Notice look="warn">{text("policy_by_hand_off")}</Notice>}
      <PickIntegration />
      <Columns />
      {input && <About />}
      <div className="row">
        {lookingUp ? (
          <Button onClick={stopLookUp}>{text("batch_stop")}</Button>
        ) : (
          <Button
            look="main"
            disabled={
              !isSetUp || isOff || (typed.trim() === "" && !input) || (input !== null && input.tooMany !== null)
            }
            onClick={() => void begin()}
          >
            {text("batch_look_up")}
          </Button>
        )}
        <LookUpState />
      </div>
    </section>
  );
}

async function begin(): Promise<void> {
  if (useBatch.getState().input === null) readText();
  await lookUp();
}

function LookUpState() {
  const lookingUp = useBatch((state) => state.lookingUp);
  const problem = useBatch((state) => state.problem);
  return (
    <div role="status" className="grow">
      {lookingUp && (
        <span className="muted">
          {lookingUp.total === 0
            ? text("batch_reading")
            : text("batch_looking_up", String(lookingUp.done), String(lookingUp.total))}
        </span>
      )}
      {problem === "no-answer" && <Notice look="bad">{text("batch_no_answer")}</Notice>}
    </div>
  );
}

/** What was read, before anything is asked. */
function About() {
  const input = useBatch((state) => state.input);
  if (!input) return null;
  const { tooMany, partly, origin, rows } = input;
  return (
    <div role="status" className="stack">
      {tooMany !== null ? (
        <Notice look="bad">{plural("batch_too_many", tooMany, number(MOST_ROWS))}</Notice>
      ) : (
        <p>{plural("batch_rows", rows.length)}</p>
      )}
      {partly && <Notice look="warn">{text("batch_partly", String(partly.loaded), String(partly.told))}</Notice>}
      {(origin === "html" || origin === "other-page") && <Notice>{text("batch_by_page_lead")}</Notice>}
    </div>
  );
}

/** Why the look-up ended early. */
export function LookUpFailure() {
  const failure = useBatch((state) => state.lookUpFailure);
  if (!failure) return null;
  const { what, next, who } = failureText(failure);
  return (
    <Notice look="bad" title={what}>
      <p>{next}</p>
      {who && <p className="muted">{who}</p>}
      <div>
        <Button onClick={() => void lookUp()}>{text("batch_look_up_again")}</Button>
      </div>
    </Notice>
  );
}
