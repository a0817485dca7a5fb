export type { Agreement, AgreementKind, Place } from "./identity/agreement";
export { compareWithPage, type Subject } from "./identity/comparison";
export {
  candidateEmails,
  type Evidence,
  type EvidenceReads,
  evidenceOf,
  linkEvidence,
  pageEvidence,
} from "./identity/evidence";
