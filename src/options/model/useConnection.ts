import { useEffect, useRef, useState } from "react";
import { type Settings, serverUrl } from "../../domain/settings";
import { call } from "../../messaging/call";
import type { ConnectionCheck } from "../../messaging/protocol";
import { browser } from "../../platform/browser";
import { askOf, type Form, formOf, isChanged, isFine, originOf, type Problems, problemsOf, serverOf } from "./form";

/** What the last press of a button led to. */
export type Outcome =
  | { kind: "wrong" }
  | { kind: "saving" | "checking" }
  /** `access`: the host the browser gave no access to. */
  | { kind: "saved"; access: string | null }
  | { kind: "refused"; reason: "bad-integration" | "storage-full" }
  | { kind: "no-access"; host: string }
  | { kind: "no-answer" };

export interface Checked {
  result: ConnectionCheck;
  /** What was checked, to notice that it has changed since. */
  asked: string;
}

const NO_PROBLEMS: Problems = { url: null, key: null, rows: new Map() };

/** The connection form: what is typed, what is wrong with it, and its two buttons. */
export function useConnection(settings: Settings, reload: () => Promise<Settings>) {
  const [form, setForm] = useState(() => formOf(settings));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const changed = isChanged(form, settings);
  const asked = JSON.stringify(askOf(form));

  const stored = useRef(settings);
  useEffect(() => {
    // Another page saved: take it over, unless something was typed here.
    if (stored.current !== settings && !isChanged(form, stored.current)) setForm(formOf(settings));
    stored.current = settings;
  }, [settings, form]);

  const change = (next: Partial<Form>) => {
    setForm((now) => ({ ...now, ...next }));
    setProblems(NO_PROBLEMS);
    setOutcome((now) => (now?.kind === "saving" || now?.kind === "checking" ? now : null));
  };

  /** Runs inside the click: the browser grants access to a host only there, hence before anything is awaited. */
  const attempt = (then: (allowed: boolean) => Promise<Outcome | null>, busy: "saving" | "checking") => {
    if (outcome?.kind === "saving" || outcome?.kind === "checking") return;
    const found = problemsOf(form, settings);
    setProblems(found);
    if (!isFine(found)) return setOutcome({ kind: "wrong" });
    const origin = originOf(serverOf(form));
    const granted =
      origin === null ? Promise.resolve(true) : browser.permissions.request({ origins: [origin] }).catch(() => false);
    setOutcome({ kind: busy });
    granted.then(then).then(setOutcome, () => setOutcome({ kind: "no-answer" }));
  };

  const host = () => new URL(serverUrl(serverOf(form))).hostname;

  const save = () =>
    attempt(async (allowed) => {
      const answer = await call("settings.save", askOf(form));
      if (!answer.ok) return refused(answer.reason, setProblems);
      const saved = formOf(await reload());
      // What was typed while it was being saved stays.
      setForm((now) => (now === form ? saved : now));
      const { key: _, ...kept } = askOf(form);
      // The result of a check stays true for what was saved; the key is merely no longer in the form.
      const fresh = checked?.asked === asked;
      setChecked(fresh ? { ...checked, asked: JSON.stringify(kept) } : null);
      return { kind: "saved", access: allowed ? null : host() };
    }, "saving");

  const check = () =>
    attempt(async (allowed) => {
      if (!allowed) return { kind: "no-access", host: host() };
      setChecked({ result: await call("connection.check", askOf(form)), asked });
      return null;
    }, "checking");

  return {
    form,
    problems,
    outcome,
    checked,
    outdated: checked !== null && checked.asked !== asked,
    changed,
    change,
    save,
    check,
  };
}

type Refusal = "bad-key" | "bad-server" | "bad-integration" | "storage-full";

function refused(reason: Refusal, show: (problems: Problems) => void): Outcome {
  if (reason === "bad-key") show({ ...NO_PROBLEMS, key: "shape" });
  if (reason === "bad-server") show({ ...NO_PROBLEMS, url: "shape" });
  return reason === "bad-key" || reason === "bad-server" ? { kind: "wrong" } : { kind: "refused", reason };
}

export type Connection = ReturnType<typeof useConnection>;
