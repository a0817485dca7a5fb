import type { UrlProblem } from "../../domain/account-input";
import type { Fixer } from "../../domain/failure";
import type { IntegrationCheck } from "../../messaging/protocol";
import type { TextKey } from "../../ui/text";
import type { KeyProblem, RowProblem } from "./form";

export type CheckProblem = IntegrationCheck["problems"][number];

interface ProblemText {
  what: TextKey;
  next: TextKey;
  fixer: Fixer;
}

/** What each finding of the check means, what to do and who can do it. */
export const CHECK_PROBLEMS: Record<CheckProblem, ProblemText> = {
  inactive: {
    what: "options_problem_inactive_what",
    next: "options_problem_inactive_next",
    fixer: "kombo-admin",
  },
  invalid: {
    what: "options_problem_invalid_what",
    next: "options_problem_invalid_next",
    fixer: "ats-admin",
  },
  "setup-incomplete": {
    what: "options_problem_setup_incomplete_what",
    next: "options_problem_setup_incomplete_next",
    fixer: "kombo-admin",
  },
  "sync-pending": {
    what: "options_problem_sync_pending_what",
    next: "options_problem_sync_pending_next",
    fixer: "nobody",
  },
  "tags-unavailable": {
    what: "options_problem_tags_unavailable_what",
    next: "options_problem_tags_unavailable_next",
    fixer: "kombo-admin",
  },
  "candidates-unavailable": {
    what: "options_problem_candidates_unavailable_what",
    next: "options_problem_candidates_unavailable_next",
    fixer: "kombo-admin",
  },
  "tagging-disabled": {
    what: "options_problem_tagging_disabled_what",
    next: "options_problem_tagging_disabled_next",
    fixer: "kombo-admin",
  },
  "only-created": {
    what: "options_problem_only_created_what",
    next: "options_problem_only_created_next",
    fixer: "kombo-admin",
  },
};

export const STATUS_TEXTS: Record<IntegrationCheck["status"], TextKey> = {
  usable: "options_result_usable",
  unusable: "options_result_unusable",
  unknown: "options_result_unknown",
};

export const URL_TEXTS: Record<UrlProblem, TextKey> = {
  missing: "options_server_url_missing",
  shape: "options_server_url_shape",
  insecure: "options_server_url_insecure",
};

export const KEY_TEXTS: Record<KeyProblem, TextKey> = {
  missing: "options_key_missing",
  shape: "options_key_shape",
  "other-server": "options_key_other_server",
};

export const ROW_TEXTS: Record<RowProblem, TextKey> = {
  missing: "options_integration_missing",
  shape: "options_integration_shape",
  connector: "options_integration_connector",
  twice: "options_integration_twice",
};
