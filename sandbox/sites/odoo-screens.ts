import type { Person, SandboxIntegration } from "../data";
import { emailOf, jobsOf, nameOf } from "./people";

/** What Odoo's web client shows at one address. Sent as data: the client builds the page, as the real one does. */
export interface Screen {
  /** The address the client settles on. */
  path: string;
  model: string;
  view: "form" | "list" | "kanban";
  resId: number | null;
  title: string;
  /** Root class of a form. */
  formClass: string;
  fields: readonly { name: string; label: string; value: string }[];
  /** mailto link beside the e-mail field. */
  mailto: string | null;
  links: readonly { text: string; href: string }[];
  /** Records named in the chatter; Odoo writes their links with an empty hash and the record beside it. */
  mentions: readonly { text: string; model: string; id: string }[];
  previous: string | null;
  next: string | null;
}

/** The database's version decides the name field of an applicant, and whether `hr.candidate` exists. */
export const versionOf = (company: SandboxIntegration): 18 | 19 => (company.host?.startsWith("acme.") ? 18 : 19);

export const JOB_ACTION = "action-216";
const EMPLOYEE_ACTION = "action-199";
/** Opened directly, its form does not come for a while. */
export const SLOW_ACTION = "action-223";

const MODELS: Record<string, string> = {
  recruitment: "hr.job",
  "hr.job": "hr.job",
  "recruitment-applications": "hr.applicant",
  "hr.applicant": "hr.applicant",
  [JOB_ACTION]: "hr.applicant",
  "action-215": "hr.applicant",
  "action-219": "hr.applicant",
  "action-220": "hr.applicant",
  [SLOW_ACTION]: "hr.applicant",
  "recruitment-candidates": "hr.candidate",
  "hr.candidate": "hr.candidate",
  "hr.employee": "hr.employee",
  employees: "hr.employee",
  [EMPLOYEE_ACTION]: "hr.employee",
  "res.users": "res.users",
  "res.partner": "res.partner",
  departments: "hr.department",
};

export const jobId = (company: SandboxIntegration, job: string): number => jobsOf(company).indexOf(job) + 4;

const field = (name: string, label: string, value: string) => ({ name, label, value });

function form(path: string, model: string, id: string, title: string, more: Partial<Screen>): Screen {
  const empty = {
    formClass: "o_form_view",
    fields: [],
    mailto: null,
    links: [],
    mentions: [],
    previous: null,
    next: null,
  };
  return { path, model, view: "form", resId: Number(id), title, ...empty, ...more };
}

/** The same address with the record's number exchanged, as the pager makes it. */
function beside(company: SandboxIntegration, person: Person, path: string, idOf: (one: Person) => string) {
  const { people } = company;
  const at = people.indexOf(person);
  const swap = (step: number) => {
    const other = people[(at + step + people.length) % people.length] ?? person;
    return path.replace(/\d+$/, idOf(other));
  };
  return { previous: swap(-1), next: swap(1) };
}

function applicant(company: SandboxIntegration, person: Person, path: string): Screen {
  const id = person.applicationRemoteId;
  const nameField = versionOf(company) === 18 ? "candidate_id" : "partner_name";
  return form(path, "hr.applicant", id, nameOf(person), {
    formClass: "o_form_view o_applicant_form",
    fields: [
      field(nameField, "Name", nameOf(person)),
      field("email_from", "Email", emailOf(person)),
      field("job_id", "Job Position", person.job),
    ],
    mailto: emailOf(person),
    links: [
      { text: "Job position", href: `${path}/hr.job/${jobId(company, person.job)}` },
      { text: "Recruiter", href: `${path}/res.users/2` },
      { text: "Interviewer", href: `${path}/${EMPLOYEE_ACTION}/${id}` },
    ],
    mentions: company.people
      .filter((one) => one !== person)
      .slice(0, 2)
      .map((one) => ({ text: nameOf(one), model: "hr.applicant", id: one.applicationRemoteId })),
    ...beside(company, person, path, (one) => one.applicationRemoteId),
  });
}

function candidate(company: SandboxIntegration, person: Person, path: string): Screen {
  return form(path, "hr.candidate", person.remoteId, nameOf(person), {
    formClass: "o_form_view o_applicant_form",
    fields: [field("partner_name", "Name", nameOf(person)), field("email_from", "Email", emailOf(person))],
    mailto: emailOf(person),
    links: [{ text: "Application", href: `${path}/hr.applicant/${person.applicationRemoteId}` }],
    ...beside(company, person, path, (one) => one.remoteId),
  });
}

/** Records that look like an applicant's: a name, an e-mail, the same small numbers. */
function lookAlike(company: SandboxIntegration, model: string, id: string, path: string): Screen | null {
  if (model === "hr.job" || model === "hr.department") {
    const job = jobsOf(company)[Number(id) - 4] ?? "Recruitment";
    return form(path, model, id, job, {
      fields: [field("name", "Name", job), field("alias_email", "Email alias", "jobs@example.org")],
      links: [{ text: "Applications", href: `/odoo/recruitment/${id}/${JOB_ACTION}` }],
    });
  }
  const who = model === "res.users" ? "Rae Recruiter" : "Eli Employee";
  const email = model === "res.users" ? "recruiter@example.org" : "eli.employee@example.org";
  return form(path, model, id, who, {
    fields: [field("name", "Name", who), field("work_email", "Work Email", email)],
    mailto: email,
  });
}

function record(company: SandboxIntegration, model: string, id: string, path: string): Screen | null {
  const { people } = company;
  if (model === "hr.applicant") {
    const person = people.find((one) => one.applicationRemoteId === id);
    return person ? applicant(company, person, path) : null;
  }
  if (model === "hr.candidate") {
    const person = versionOf(company) === 18 ? people.find((one) => one.remoteId === id) : null;
    return person ? candidate(company, person, path) : null;
  }
  return lookAlike(company, model, id, path);
}

function listOf(company: SandboxIntegration, model: string, path: string, view: "list" | "kanban"): Screen | null {
  const jobs = jobsOf(company);
  const job = /\/recruitment\/(\d+)\//.exec(path)?.[1];
  const inJob = (one: Person) => !job || jobId(company, one.job) === Number(job);
  const links =
    model === "hr.job"
      ? jobs.map((one) => ({ text: one, href: `/odoo/recruitment/${jobId(company, one)}/${JOB_ACTION}` }))
      : company.people.filter(inJob).map((one) => ({
          text: nameOf(one),
          href: `${path}/${model === "hr.candidate" ? one.remoteId : one.applicationRemoteId}`,
        }));
  if (!["hr.job", "hr.applicant", "hr.candidate"].includes(model)) return null;
  if (model === "hr.candidate" && versionOf(company) !== 18) return null;
  const title = { "hr.job": "Job Positions", "hr.candidate": "Candidates" }[model] ?? "Applications";
  return { ...form(path, model, "0", title, { links }), view, resId: null };
}

/** Addresses the client rewrites: an action that has a path of its own shows that path. */
function settled(path: string): string {
  return path.replace(/^\/scoped_app\//, "/odoo/").replace(/\/action-219(?=\/|$)/, "/recruitment-applications");
}

/** The screen at an address below `/odoo`; null when there is no such page. Only the last segment counts. */
export function screenAt(company: SandboxIntegration, url: URL): Screen | null {
  const path = settled(url.pathname.replace(/\/+$/, ""));
  const segments = path.split("/").slice(2);
  const last = segments.at(-1) ?? "";
  if (path === "/odoo") return listOf(company, "hr.job", "/odoo/recruitment", "kanban");
  const named = MODELS[/^\d+$|^new$/.test(last) ? (segments.at(-2) ?? "") : last];
  if (!named) return null;
  if (last === "new")
    return { ...form(path, named, "0", "New", { formClass: "o_form_view o_applicant_form" }), resId: null };
  if (/^\d+$/.test(last)) return record(company, named, last, path);
  return listOf(company, named, path, url.searchParams.get("view_type") === "kanban" ? "kanban" : "list");
}
