import type { AtsReference, LookUp } from "../domain/candidate";
import type { PageFacts } from "../domain/facts";
import type { Rule, Verdict } from "./rule";

/** What all rules together make of an address, alone or with the facts of its page. */
export type Detection =
  | { is: "candidate"; rule: Rule; reference: AtsReference; needsPage: boolean }
  | { is: "no-candidate"; rule: Rule; tenant: string | null }
  | { is: "unknown" };

/** To be written by the rules' author: see docs/adding-an-ats.md. */
export declare function detect(rules: readonly Rule[], href: string, facts?: PageFacts): Detection;
export declare const _types: [LookUp, Verdict];
