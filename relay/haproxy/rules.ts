import type { Reason } from "../refusals";

/**
 * The rules a request passes, in order. The first that speaks against it sets `txn.no` to its reason; what costs time or
 * reads a body comes after what is cheap. Nothing is answered before the audit line is known.
 */
export class Rules {
  readonly lines: string[] = [];

  /** `folder`: where the instance's files lie. */
  constructor(readonly folder: string) {}

  push(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  /** Refuses for this reason if the condition holds and nothing was refused before. */
  refuse(reason: Reason, condition: string): void {
    this.push(`http-request set-var(txn.no) str(${reason}) if !refused ${condition}`);
  }

  /** Sets a variable of the request. Where the expression gives nothing, it stays as it was. */
  set(variable: string, expression: string, condition = ""): void {
    this.push(`http-request set-var(txn.${variable}) ${expression}${condition && ` if ${condition}`}`);
  }
}
