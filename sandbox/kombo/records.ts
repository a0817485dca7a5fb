import { hex } from "../data/ids";
import type { CandidateState, Company } from "./company";

const CREATED = "2025-11-03T09:30:00.000Z";

function jobOf(company: Company, name: string) {
  return { id: `Job${hex(`${company.integration.id} ${name}`, 21)}`, name, remote_id: hex(name, 6) };
}

function tagsOf(company: Company, names: readonly string[]) {
  return names.map((name) => {
    const id = company.tag(name)?.id ?? `Tag${hex(name, 21)}`;
    return { id, name, remote_id: hex(name, 8) };
  });
}

/** Personal data that real answers hold too, so that dropping it can be tested. */
function contact({ person }: CandidateState) {
  return {
    email_addresses: person.emails.map((email_address, index) => ({
      email_address,
      type: index === 0 ? "PERSONAL" : null,
    })),
    phone_numbers: [{ phone_number: "+49 30 5550100", type: "MOBILE" }],
    social_media: [{ link: "https://social.example.com/in/made-up", type: "OTHER", username: null }],
    source: "Career page",
  };
}

const STAGE = { id: "Stage1NewApplicants00000", name: "New applicants", remote_id: "1", index: 0 };

function applicationCore(company: Company, { person, mirror }: CandidateState) {
  return {
    id: person.komboApplicationId,
    remote_id: person.applicationRemoteId,
    outcome: "PENDING" as const,
    rejection_reason_name: null,
    rejected_at: null,
    remote_url: null,
    changed_at: mirror.changedAt.toISOString(),
    remote_created_at: CREATED,
    remote_updated_at: CREATED,
    current_stage: STAGE,
    job: jobOf(company, person.job),
  };
}

/** A candidate as `GET /ats/candidates` gives it: as the mirror shows them, which may be old. */
export function candidateRecord(company: Company, state: CandidateState) {
  const { person, mirror, id } = state;
  return {
    id,
    remote_id: person.remoteId,
    first_name: person.firstName || null,
    last_name: person.lastName || null,
    company: null,
    title: null,
    confidential: false,
    ...contact(state),
    location: { city: "Berlin", country: "DE", raw: "Berlin, Germany" },
    custom_fields: null,
    remote_url: person.remoteUrl,
    remote_created_at: CREATED,
    remote_updated_at: CREATED,
    changed_at: mirror.changedAt.toISOString(),
    remote_deleted_at: null,
    applications: [applicationCore(company, state)],
    tags: tagsOf(company, mirror.tags),
  };
}

/** An application as `GET /ats/applications` gives it, with its candidate inside. */
export function applicationRecord(company: Company, state: CandidateState) {
  const { person, mirror, id } = state;
  const core = applicationCore(company, state);
  return {
    ...core,
    current_stage_id: core.current_stage.id,
    job_id: core.job.id,
    candidate_id: id,
    screening_question_answers: [],
    custom_fields: null,
    remote_deleted_at: null,
    candidate: {
      id,
      remote_id: person.remoteId,
      first_name: person.firstName || null,
      last_name: person.lastName || null,
      ...contact(state),
      remote_url: person.remoteUrl,
      tags: tagsOf(company, mirror.tags),
    },
    interviews: [],
    offers: [],
  };
}
