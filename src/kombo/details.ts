import * as v from "valibot";
import type * as Contract from "./contract";
import type { HttpAnswer } from "./exchange";
import { type Fields, list, maybe, readAll, reader, text } from "./fields";

/** One thing an integration can or cannot do. */
export interface Ability {
  id: string;
  label: string;
  is_available: boolean;
  opted_out_by_customer: boolean;
}

export interface IntegrationDetails {
  organisation: string | null;
  ats: string | null;
  status: string;
  setupStatus: string;
  models: Ability[];
  actions: Ability[];
}

const orEmpty = v.fallback(text, "");
const flag = v.custom<boolean>((value) => typeof value === "boolean");

/** What is not said is not taken for a fault. */
const readAbility = reader(
  v.object({
    id: orEmpty,
    label: orEmpty,
    is_available: v.fallback(flag, true),
    opted_out_by_customer: v.fallback(flag, false),
  } satisfies Fields<Contract.ReadModelRecord> & Fields<Contract.WriteActionRecord>),
  (record): Ability => record,
);

// A field more or less must not make a working integration look broken: only its id and its status are needed.
const integration = v.object({
  id: text,
  status: text,
  setup_status: orEmpty,
  end_user: v.fallback(v.object({ organization_name: maybe }), { organization_name: null }),
  tool: v.fallback(v.object({ label: maybe }), { label: null }),
  read_models: list,
  write_actions: list,
} satisfies Fields<Contract.IntegrationRecord>);

const readIntegration = reader(v.object({ data: integration }), ({ data }) => data);

/** An integration's details; null when the answer is about another one, or about none. */
export function integrationOf({ body }: HttpAnswer, asked: string): IntegrationDetails | null {
  const data = readIntegration(body.json);
  if (data?.id !== asked) return null;
  return {
    organisation: data.end_user.organization_name,
    ats: data.tool.label,
    status: data.status,
    setupStatus: data.setup_status,
    models: readAll(data.read_models, readAbility),
    actions: readAll(data.write_actions, readAbility),
  };
}

const readKey = reader(
  v.object({ data: v.object({ environment_id: text } satisfies Fields<Contract.KeyRecord>) }),
  ({ data }) => data.environment_id,
);

/** The environment's id out of the answer to a check of the key; null when it is no such answer. */
export const environmentOf = ({ body }: HttpAnswer): string | null => readKey(body.json);
