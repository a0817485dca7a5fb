import type { CandidateIdentity } from "../candidate";
import { emailKey } from "../text/emails";
import { type Agreement, NOTHING, of } from "./agreement";
import { compareDeclared } from "./compare-declared";
import { compareLink } from "./compare-link";
import { comparePage } from "./compare-page";
import { candidateEmails, type Evidence } from "./evidence";
import { isFullName, namesInField, parseName } from "./names";

export type Subject = Pick<CandidateIdentity, "name" | "emails">;

/**
 * Compares name and addresses of Kombo's answer with the evidence. Whoever was found by an address gives no addresses:
 * it is on the page by necessity and proves nothing more.
 */
export function compareWithPage(subject: Subject, evidence: Evidence): Agreement {
  const name = parseName(subject.name);
  const email = compareEmails(subject, evidence);
  const declared = evidence.names.flatMap(namesInField);
  if (declared.length > 0) return withEmail(compareDeclared(name, declared), email);
  // One word proves nothing where ordinary words stand too.
  const searched = name !== null && name.words.length > 1 && isFullName(name) ? name : null;
  if (evidence.kind === "link") return withEmail(compareLink(name, searched, evidence.text), email);
  return comparePage(name, searched, evidence, email);
}

/** The declared names, or a link's text, decide; with another spelling and the candidate's own address the person is asked. */
function withEmail(named: Agreement, email: Agreement): Agreement {
  if (named.kind === "nothing-to-compare") return email;
  const isContradicted = named.kind === "differs" || named.kind === "other-name";
  return isContradicted && email.kind === "agrees" ? of("partly", "email") : named;
}

/** More strangers' addresses than this and the page is a list. */
const FEW = 1;

function compareEmails(subject: Subject, evidence: Evidence): Agreement {
  const known = new Set(subject.emails.map(emailKey));
  const shown = candidateEmails(evidence);
  if (!shown.some((address) => known.has(address))) return NOTHING;
  return of("agrees", "email", shown.filter((address) => !known.has(address)).length > FEW);
}
