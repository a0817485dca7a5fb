import type { PageFacts } from "../../domain/facts";
import type { Case } from "../rule";

const found = "found";
const constructed = "constructed";
const applicant = (id: string) => [
  { by: "application", value: id } as const,
  { by: "candidate", value: id, needsPageMatch: true } as const,
];
const acme42 = { tenant: "acme", lookups: applicant("42") };
const acme7 = { tenant: "acme", lookups: [{ by: "candidate", value: "7", needsPageMatch: true }] } as const;
const pageOnly = { lookups: [], needsPage: true } as const;
const at = (path: string) => `https://acme.odoo.com${path}`;
const own = (path: string) => `https://erp.example.com${path}`;

const form = ["o_form_view o_applicant_form"];

/** Facts as the web client gives them: the model of the action on screen, the record's id, and the form that is there. */
const says = (model: string, resId?: number, more: Partial<PageFacts> = {}): Partial<PageFacts> => ({
  ...more,
  declared: {
    action: [JSON.stringify({ res_model: model, type: "ir.actions.act_window" })],
    history: [JSON.stringify({ nextState: { resId, actionStack: [] } })],
    form,
    ...more.declared,
  },
});

/** Odoo 17 keeps all of it in the hash. */
const web = (hash: string, query = "") => at(`/web${query}#${hash}`);

export const cases: readonly Case[] = [
  { url: at("/odoo/recruitment-applications/42"), expect: acme42, evidence: found },
  { url: at("/odoo/hr.applicant/42"), expect: acme42, evidence: found },
  {
    url: at("/mail/view?model=hr.applicant&res_id=42"),
    expect: acme42,
    evidence: found,
    note: "link in notification mails",
  },
  {
    url: at("/odoo/recruitment/5/action-hr_recruitment.action_hr_job_applications/42"),
    expect: acme42,
    evidence: constructed,
  },
  { url: at("/odoo/action-hr_recruitment.crm_case_categ0_act_job/42"), expect: acme42, evidence: constructed },
  { url: at("/odoo/recruitment/5/hr.applicant/42"), expect: acme42, evidence: constructed },
  { url: at("/odoo/recruitment-applications/42?debug=1&cids=1"), expect: acme42, evidence: constructed },
  { url: at("/odoo/recruitment-applications/42?view_type=form"), expect: acme42, evidence: constructed },
  { url: at("/odoo/recruitment-applications/42/"), expect: acme42, evidence: constructed, note: "trailing slash" },
  {
    url: at("/odoo/recruitment%2Dapplications/42#top"),
    expect: acme42,
    evidence: constructed,
    note: "encoded character",
  },
  {
    url: at("/odoo/discuss/recruitment-applications/42"),
    expect: acme42,
    evidence: constructed,
    note: "an earlier breadcrumb",
  },
  {
    url: at("/odoo/recruitment-applications/41/recruitment-applications/42"),
    expect: acme42,
    evidence: constructed,
    note: "the last record counts",
  },
  {
    url: at("/odoo/recruitment-applications/hr.applicant/42"),
    expect: acme42,
    evidence: found,
    note: "after a detour by the calendar",
  },
  { url: at("/odoo/recruitment-candidates/5/hr.applicant/42"), expect: acme42, evidence: found },
  {
    url: at("/scoped_app/recruitment-applications/42"),
    expect: acme42,
    evidence: constructed,
    note: "installed as an app",
  },
  { url: at("/web#id=42&model=hr.applicant&view_type=form"), expect: acme42, evidence: found },
  {
    url: at("/web?debug=1#action=267&id=42&model=hr.applicant&view_type=form&cids=1&menu_id=190"),
    expect: acme42,
    evidence: constructed,
  },
  { url: at("/odoo/recruitment-candidates/7"), expect: acme7, evidence: constructed },
  { url: at("/odoo/hr.candidate/7"), expect: acme7, evidence: constructed },
  { url: at("/web#id=7&model=hr.candidate&view_type=form"), expect: acme7, evidence: constructed },
  {
    url: "https://acme-test-12345.dev.odoo.com/odoo/recruitment-applications/42",
    expect: { tenant: "acme-test-12345.dev", lookups: applicant("42") },
    evidence: constructed,
    note: "staging",
  },

  // A company's own domain.
  {
    url: own("/odoo/recruitment-applications/42"),
    expect: { tenant: "erp.example.com", lookups: applicant("42") },
    evidence: constructed,
  },
  {
    url: "http://odoo.example.org:8069/odoo/hr.applicant/42",
    expect: { tenant: "odoo.example.org:8069", lookups: applicant("42") },
    evidence: constructed,
    note: "the port tells databases apart",
  },
  {
    url: own("/web#id=42&model=hr.applicant&view_type=form"),
    expect: { tenant: "erp.example.com", lookups: applicant("42") },
    evidence: constructed,
  },
  {
    url: own("/odoo/recruitment/5/action-214/42"),
    expect: { tenant: "erp.example.com", ...pageOnly },
    evidence: constructed,
  },
  {
    url: own("/odoo/recruitment/5/action-214/42"),
    facts: says("hr.applicant", 42),
    expect: { tenant: "erp.example.com", lookups: applicant("42") },
    evidence: constructed,
  },
  { url: own("/odoo/recruitment-applications"), expect: "no-candidate", evidence: constructed },
  { url: own("/odoo/recruitment/5"), expect: "no-candidate", evidence: constructed },
  { url: own("/odoo/employees/9"), facts: says("hr.employee", 9), expect: "no-candidate", evidence: constructed },
  { url: own("/odoo/employees/9"), expect: null, evidence: constructed, note: "may be any site" },
  { url: own("/odoo/pricing"), expect: null, evidence: constructed },
  { url: own("/odoo"), expect: null, evidence: constructed },
  { url: own("/web"), expect: null, evidence: constructed },
  {
    url: own("/odoo/action-214/42"),
    facts: { declared: {} },
    expect: null,
    evidence: constructed,
    note: "the page does not say that it is Odoo",
  },
  { url: "https://erp.example.com/blog/odoo/recruitment-applications/42", expect: null, evidence: constructed },

  {
    url: own("/odoo/hr.applicant/42"),
    facts: { declared: {} },
    expect: null,
    evidence: constructed,
    note: "the page does not look like Odoo",
  },
  {
    url: own("/odoo/hr.applicant/42"),
    facts: { declared: { name: ["Ada Example"] } },
    expect: { lookups: applicant("42") },
    evidence: constructed,
  },

  // Only the page can tell.
  { url: at("/odoo/recruitment/5/action-214/42"), expect: { tenant: "acme", ...pageOnly }, evidence: found },
  { url: at("/odoo/action-214/42"), expect: { tenant: "acme", ...pageOnly }, evidence: constructed },
  { url: at("/odoo/talent-pool/3/action-215/42"), expect: { tenant: "acme", ...pageOnly }, evidence: constructed },
  {
    url: at("/odoo/recruitment-applications/12/action-199/21"),
    expect: { tenant: "acme", ...pageOnly },
    evidence: found,
    note: "was an employee",
  },
  { url: at("/odoo/recruitment/5/action-214/42"), facts: says("hr.applicant", 42), expect: acme42, evidence: found },
  { url: at("/odoo/departments/7/action-220/42"), facts: says("hr.applicant", 42), expect: acme42, evidence: found },
  { url: at("/odoo/action-300/7"), facts: says("hr.candidate", 7), expect: acme7, evidence: constructed },
  {
    url: at("/odoo/action-214/42"),
    facts: says("hr.applicant"),
    expect: acme42,
    evidence: constructed,
    note: "no record in the router's state: the address has it",
  },
  {
    url: at("/odoo/recruitment-applications/12/action-199/21"),
    facts: says("hr.employee", 21),
    expect: "no-candidate",
    evidence: found,
  },
  {
    url: at("/odoo/action-214/42"),
    facts: says("hr.applicant", 41),
    expect: "no-candidate",
    evidence: constructed,
    note: "the page is at another record",
  },
  { url: at("/odoo/action-214/42"), facts: { declared: {} }, expect: "no-candidate", evidence: constructed },
  {
    url: at("/odoo/action-214/42"),
    facts: { declared: { action: ["{broken"], history: ["null"] } },
    expect: "no-candidate",
    evidence: constructed,
  },
  {
    url: at("/odoo/recruitment-applications/42"),
    facts: says("hr.employee", 42),
    expect: "no-candidate",
    evidence: constructed,
    note: "the page says another model",
  },
  {
    url: at("/odoo/recruitment-applications/42"),
    facts: says("hr.applicant", 43),
    expect: "no-candidate",
    evidence: constructed,
    note: "the page is at another record",
  },
  {
    url: at("/odoo/recruitment-applications/42"),
    facts: says("hr.applicant", 42, {
      declared: { email: ["Ada@Example.com"] },
      emails: [{ address: "recruiter@example.org", place: "mailto", candidateLike: true }],
    }),
    expect: { tenant: "acme", lookups: [...applicant("42"), { by: "email", value: "ada@example.com" }] },
    evidence: constructed,
    note: "the form's own e-mail, not the addresses of others",
  },

  {
    url: at("/odoo/action-214/42"),
    facts: {
      declared: {
        form,
        action: [
          '{"help":"<p>…","res_model":"hr.applicant","context":{"default_res_model":"hr.job"},"domain":"[(\'res',
        ],
      },
    },
    expect: acme42,
    evidence: constructed,
    note: "an entry too long to come whole",
  },
  {
    url: at("/odoo/action-214/42"),
    facts: { declared: { action: ['{"res_model":"hr.applicant","x":{"res_model":"hr.job"'] } },
    expect: "no-candidate",
    evidence: constructed,
    note: "cut off, and it names two models",
  },

  // Odoo, but nobody is open.
  { url: at("/odoo/recruitment"), expect: "no-candidate", evidence: found },
  { url: at("/odoo/recruitment/5"), expect: "no-candidate", evidence: found, note: "a job" },
  {
    url: at("/odoo/recruitment/5/action-214"),
    expect: "no-candidate",
    evidence: found,
    note: "the job's applications",
  },
  { url: at("/odoo/recruitment-applications?db=acme"), expect: "no-candidate", evidence: found },
  { url: at("/odoo/recruitment-applications?view_type=kanban"), expect: "no-candidate", evidence: found },
  { url: at("/odoo/recruitment-candidates"), expect: "no-candidate", evidence: found },
  { url: at("/odoo/hr.applicant"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/hr.applicant/new"), expect: "no-candidate", evidence: constructed },
  {
    url: at("/odoo/recruitment-applications/new"),
    facts: says("hr.applicant"),
    expect: "no-candidate",
    evidence: found,
  },
  { url: at("/odoo/recruitment/job-positions"), expect: "no-candidate", evidence: found },
  {
    url: at("/odoo/recruitment-applications/42/res.partner/7"),
    expect: "no-candidate",
    evidence: constructed,
    note: "a contact",
  },
  { url: at("/odoo/recruitment-applications/18/hr.job/4"), expect: "no-candidate", evidence: found, note: "a job" },
  { url: at("/odoo/recruitment-applications/18/res.users/2"), expect: "no-candidate", evidence: found, note: "a user" },
  {
    url: at("/odoo/recruitment-applications/42/action-300"),
    expect: "no-candidate",
    evidence: constructed,
    note: "a list under an applicant",
  },
  {
    url: at("/odoo/recruitment-applications/42/43"),
    expect: "no-candidate",
    evidence: constructed,
    note: "the router ignores the second number",
  },
  { url: at("/odoo/employees/9"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/hr.employee/9"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/crm.lead/12"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/hr.talent.pool/3"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/talent-pool/3"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/action-214"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo/discuss"), expect: "no-candidate", evidence: constructed },
  { url: at("/odoo"), expect: "no-candidate", evidence: constructed },
  {
    url: at("/web#action=267&model=hr.applicant&view_type=kanban&cids=1&menu_id=190&active_id=5"),
    expect: "no-candidate",
    evidence: constructed,
    note: "active_id is the job",
  },
  { url: at("/web#id=42&model=hr.applicant&view_type=kanban"), expect: "no-candidate", evidence: constructed },
  {
    url: at("/web#model=hr.applicant&view_type=form&menu_id=190"),
    expect: "no-candidate",
    evidence: constructed,
    note: "a new record",
  },
  { url: at("/web#id=9&model=hr.employee&view_type=form"), expect: "no-candidate", evidence: constructed },
  { url: at("/web#id=5&model=hr.job&view_type=form"), expect: "no-candidate", evidence: constructed },
  { url: at("/web#id=3&view_type=form&model=res.partner"), expect: "no-candidate", evidence: found },
  { url: at("/web#id=12&view_type=form&model=crm.lead&menu_id=3"), expect: "no-candidate", evidence: found },
  { url: at("/web#id=77&model=purchase.order&view_type=form"), expect: "no-candidate", evidence: found },
  {
    url: at("/web#id=42&model=survey.user_input&view_type=form"),
    expect: "no-candidate",
    evidence: found,
    note: "an applicant's answers",
  },
  {
    url: "https://paomao.odoo.com/web#id=123&model=sale.order&view_type=form",
    expect: "no-candidate",
    evidence: found,
  },
  { url: at("/mail/view?model=hr.employee&res_id=9"), expect: "no-candidate", evidence: constructed },
  {
    url: at("/web/login?redirect=%2Fodoo%2Frecruitment-applications%2F42"),
    expect: "no-candidate",
    evidence: constructed,
  },
  { url: at("/web/content/42?model=hr.applicant&id=42"), expect: "no-candidate", evidence: constructed },

  // Odoo 17, read off a running installation.
  {
    url: web("id=3&cids=1&menu_id=165&action=224&model=hr.applicant&view_type=form"),
    expect: { tenant: "acme", lookups: applicant("3") },
    evidence: found,
  },
  {
    url: web("id=3&cids=1-2&model=hr.applicant&view_type=form"),
    expect: { tenant: "acme", lookups: applicant("3") },
    evidence: found,
    note: "two companies, no action and no menu",
  },
  {
    url: web("id=3&active_id=4&action=224&model=hr.applicant&view_type=form", "?debug=1"),
    expect: { tenant: "acme", lookups: applicant("3") },
    evidence: found,
    note: "active_id is the job",
  },
  {
    url: "http://odoo.example.org:8069/web#id=3&cids=1&menu_id=165&action=224&model=hr.applicant&view_type=form",
    expect: { tenant: "odoo.example.org:8069", lookups: applicant("3") },
    evidence: found,
    note: "a company's own domain, without encryption",
  },
  {
    url: own("/web#id=3&cids=1&menu_id=165&action=224&model=hr.applicant&view_type=form"),
    facts: { declared: { form, name: ["Ada Example"] } },
    expect: { tenant: "erp.example.com", lookups: applicant("3") },
    evidence: found,
  },
  {
    url: web("cids=1&menu_id=165&action=224&model=hr.applicant&view_type=kanban"),
    expect: "no-candidate",
    evidence: found,
  },
  {
    url: web("cids=1&menu_id=165&action=224&model=hr.applicant&view_type=list"),
    expect: "no-candidate",
    evidence: found,
  },
  {
    url: own("/web#action=224&model=hr.applicant&view_type=list&cids=1"),
    expect: "no-candidate",
    evidence: found,
  },
  { url: web("id=3&model=hr.employee&view_type=form&cids=1"), expect: "no-candidate", evidence: found },
  { url: web("id=4&model=hr.job&view_type=form&cids=1"), expect: "no-candidate", evidence: found },
  { url: web("action=mail.action_discuss&cids=1"), expect: "no-candidate", evidence: found },
  {
    url: own("/web#id=3&model=hr.employee&view_type=form"),
    expect: null,
    evidence: constructed,
    note: "may be any site",
  },
  { url: own("/web#id=3"), expect: null, evidence: constructed },

  // Odoo 18, on a second visit.
  {
    url: at("/odoo/recruitment/4/action-216/18"),
    expect: { tenant: "acme", ...pageOnly },
    evidence: found,
    note: "the everyday way",
  },
  {
    url: at("/odoo/recruitment-candidates/5/hr.applicant/19"),
    expect: { tenant: "acme", lookups: applicant("19") },
    evidence: found,
  },
  {
    url: at("/odoo/departments/7/action-220/19"),
    facts: says("hr.applicant", 19),
    expect: { tenant: "acme", lookups: applicant("19") },
    evidence: found,
  },
  {
    url: "http://erp.example.com:8069/odoo/recruitment-applications/7",
    expect: { tenant: "erp.example.com:8069", lookups: applicant("7") },
    evidence: found,
  },

  // Odoo 19.
  { url: at("/odoo/recruitment/3/action-222/6"), expect: { tenant: "acme", ...pageOnly }, evidence: found },
  {
    url: at("/odoo/recruitment/3/action-222/6"),
    facts: says("hr.applicant", 6),
    expect: { tenant: "acme", lookups: applicant("6") },
    evidence: found,
  },
  {
    url: at("/odoo/hr.applicant/35"),
    expect: { tenant: "acme", lookups: applicant("35") },
    evidence: found,
    note: "also a talent, which is an applicant without a job",
  },
  {
    url: at("/odoo/talent-pool/1/action-223/38"),
    facts: says("hr.applicant", 38),
    expect: { tenant: "acme", lookups: applicant("38") },
    evidence: found,
  },
  { url: at("/odoo/hr.talent.pool/1"), facts: says("hr.talent.pool", 1), expect: "no-candidate", evidence: found },
  { url: at("/odoo/recruitment/3/action-222"), expect: "no-candidate", evidence: found },
  { url: at("/odoo/settings"), expect: "no-candidate", evidence: found },
  { url: at("/odoo/action-203/3"), facts: says("hr.employee", 3), expect: "no-candidate", evidence: found },
  {
    url: at("/odoo/action-223/38"),
    facts: { title: "Odoo", declared: { action: [JSON.stringify({ res_model: "hr.applicant" })] } },
    expect: "no-candidate",
    evidence: found,
    note: "the form has not come yet: nobody so far",
  },
  {
    url: at("/odoo/recruitment-applications/42"),
    facts: { title: "Odoo" },
    expect: "no-candidate",
    evidence: constructed,
    note: "likewise where the address names the model",
  },

  // What else is on the form's page.
  {
    url: at("/odoo/recruitment-applications/42"),
    facts: says("hr.applicant", 42, {
      declared: { name: ["Ada Example"], email: [] },
      emails: [
        { address: "colleague@example.org", place: "text", candidateLike: true },
        { address: "referee@example.net", place: "mailto", candidateLike: false },
      ],
    }),
    expect: acme42,
    evidence: found,
    note: "an applicant without e-mail: the chatter's addresses are other people's",
  },
  {
    url: at("/odoo/recruitment-applications/42"),
    facts: says("hr.applicant", 42, {
      declared: { form: [...form, ...form], name: ["Ada Example", "Ben Sample"] },
    }),
    expect: acme42,
    evidence: found,
    note: "another applicant's form in a dialog over the first: both names are declared",
  },
  {
    url: at("/odoo/hr.candidate/7"),
    facts: says("hr.candidate", 7, { declared: { email: ["ada@example.com"] } }),
    expect: { tenant: "acme", lookups: [...acme7.lookups, { by: "email", value: "ada@example.com" }] },
    evidence: constructed,
    note: "the number counts only when the page agrees, then the e-mail is asked",
  },
  { url: "https://evil.example/odoo/hr.applicant/77", facts: {}, expect: null, evidence: constructed },

  // Not the recruiter's side, or somebody else's site.
  { url: at("/jobs/detail/engineer-5"), expect: null, evidence: constructed },
  { url: at("/jobs/apply/engineer-5"), expect: null, evidence: constructed },
  { url: at("/json/2/hr.applicant/search_read"), expect: null, evidence: constructed, note: "the API" },
  {
    url: "https://www.odoo.com/odoo/recruitment-applications/42",
    expect: null,
    evidence: constructed,
    note: "the vendor's site",
  },
  {
    url: "https://acme.odoo.com@evil.test/odoo/hr.applicant/42",
    expect: null,
    evidence: constructed,
    note: "look-alike: user name before the host",
  },
  {
    url: "https://acme.odoo.com.evil.test/odoo/hr.applicant/42",
    expect: null,
    evidence: constructed,
    note: "look-alike host",
  },
];
