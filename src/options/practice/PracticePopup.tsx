import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { lines } from "../../popup/model/lines";
import { sentence } from "../../popup/model/sentence";
import { BAD } from "../../popup/parts/bad-names";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { PracticeList } from "./PracticeList";
import type { Practice } from "./practice";
import * as practising from "./practice";

/** About as long as an ATS takes to answer (ms). */
const ANSWER_MS = 700;

interface Props {
  /** Grows each time it is asked for: the field gets the focus again. */
  asked: number;
  mayCreate: boolean;
  onClose: () => void;
}

/** What the popup shows over a candidate, in small: who is open, the field with its list, what came of it, and Undo. */
export function PracticePopup({ asked, mayCreate, onClose }: Props) {
  const [practice, setPractice] = useState(() => {
    const tags = text("practice_tags").split(",");
    const names = tags.map((tag) => tag.trim()).filter(Boolean);
    return practising.startPractice(text("practice_name"), names, mayCreate, Date.now());
  });
  const field = useRef<HTMLInputElement>(null);
  const card = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, it has the focus again
  useEffect(() => {
    // All of it: what Enter does shows below the field.
    card.current?.scrollIntoView({ block: "nearest" });
    field.current?.focus({ preventScroll: true });
  }, [asked]);
  useAnswers(practice, setPractice);
  const rows = practising.rowsIn(practice);
  const active = practising.activeIn(practice, rows);
  const onKey = (event: KeyboardEvent) => {
    const act = actionOf(event, practice, onClose);
    if (!act) return;
    event.preventDefault();
    act(setPractice);
  };
  const undo = () => {
    setPractice((now) => practising.undo(now, Date.now()));
    // The button that has the focus is about to go.
    field.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the parts in it, as in the popup
    <div ref={card} className="practice" onKeyDown={onKey}>
      <h3 id="practice-name">{practice.shown.candidate.name}</h3>
      <ul className="tag-list" aria-label={text("tags_title")}>
        {practising.tagsIn(practice).map(({ name, state }) => (
          <li className={`tag tag-${state}`} key={name}>
            {name}
          </li>
        ))}
      </ul>
      <label className="unseen" htmlFor="practice-tag">
        {text("tag_label")}
      </label>
      <input
        ref={field}
        id="practice-tag"
        className="input"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={text("tag_placeholder")}
        aria-autocomplete="list"
        aria-expanded={rows.rows.length > 0}
        aria-controls="practice-tags"
        aria-activedescendant={active >= 0 ? `tag-${active}` : undefined}
        aria-describedby="practice-name practice-hint"
        aria-invalid={rows.bad !== null}
        value={practice.text}
        onChange={({ target: { value } }) => setPractice((now) => practising.type(now, value))}
      />
      <PracticeList
        practice={practice}
        rows={rows}
        active={active}
        onTake={(row) => setPractice((now) => practising.take(now, row, Date.now()))}
      />
      <p
        id="practice-hint"
        role="status"
        className={`small ${rows.bad || practice.notice ? "field-warning" : "muted"}`}
      >
        {hintOf(practice, rows.bad)}
      </p>
      <Outcome practice={practice} onUndo={undo} />
    </div>
  );
}

/** Whatever is sent is answered after a moment. */
function useAnswers(practice: Practice, setPractice: (change: (now: Practice) => Practice) => void): void {
  const { jobs } = practice;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a moment after the latest job
  useEffect(() => {
    if (!practising.isSending(practice)) return;
    const timer = setTimeout(() => setPractice((now) => practising.answer(now, Date.now())), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [jobs]);
}

function Outcome({ practice: { jobs }, onUndo }: { practice: Practice; onUndo: () => void }) {
  const [latest] = lines(jobs, new Set(jobs.map(({ id }) => id)), Date.now());
  const isDone = latest?.state === "done";
  return (
    <div role="status" className="practice-outcome">
      {latest && (
        <Notice look={isDone ? "good" : "plain"}>
          <p className="practice-line">
            <span>{sentence(latest, null)}</span>
            {latest.operation === "add" && (
              <Button
                look="quiet"
                aria-label={text("undo_for", latest.tag)}
                title={text("undo_removes")}
                onClick={onUndo}
              >
                {text("undo")}
              </Button>
            )}
          </p>
        </Notice>
      )}
    </div>
  );
}

function hintOf({ notice, jobs, numbers }: Practice, bad: keyof typeof BAD | null): string {
  if (bad) return text(BAD[bad]);
  if (notice) return notice.kind === "choose" ? text("notice_choose") : text("notice_already_there", notice.name);
  if (jobs.some(({ state }) => state === "done")) return text("practice_done");
  return text("practice_type", numbers[0]?.slice(0, 3).toLocaleLowerCase() ?? "");
}

type Change = (change: (now: Practice) => Practice) => void;

/** What a key does, by the popup's own keys; null where it is none of them. */
function actionOf(event: KeyboardEvent, practice: Practice, onClose: () => void): ((set: Change) => void) | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
  if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return null;
  const does = (change: (now: Practice) => Practice) => (set: Change) => set(change);
  if (key === "Escape") return practice.text ? does((now) => practising.type(now, "")) : onClose;
  if ((ctrlKey || metaKey) && key.toLowerCase() === "z" && !practice.text) {
    return does((now) => practising.undo(now, Date.now()));
  }
  if (!(event.target instanceof HTMLInputElement) || ctrlKey || metaKey || shiftKey) return null;
  const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]);
  if (altKey) return digit ? does((now) => practising.takeNumbered(now, digit, Date.now())) : null;
  if (key === "Enter") return event.repeat ? null : does((now) => practising.enter(now, Date.now()));
  if (key === "ArrowDown") return does((now) => practising.move(now, 1));
  if (key === "ArrowUp") return does((now) => practising.move(now, -1));
  return null;
}
