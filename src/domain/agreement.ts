export { type Agreement, type AgreementKind, compareWithPage, type Place, type Subject } from "./identity/comparison";
export {
  candidateEmails,
  type Evidence,
  type EvidenceReads,
  evidenceOf,
  linkEvidence,
  pageEvidence,
} from "./identity/evidence";
