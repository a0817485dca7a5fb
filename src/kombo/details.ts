import * as v from "valibot";
import type * as Contract from "./contract";
import type { HttpAnswer } from "./exchange";

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

type Fields<T> = { [K in keyof T]?: v.GenericSchema<unknown, unknown> };

const text = v.fallback(v.string(), "");
/** What is not said is not taken for a fault. */
const ability = v.object({
  id: text,
  label: text,
  is_available: v.fallback(v.boolean(), true),
  opted_out_by_customer: v.fallback(v.boolean(), false),
} satisfies Fields<Contract.ReadModelRecord> & Fields<Contract.WriteActionRecord>);
const abilities = v.fallback(v.array(v.unknown()), []);

// A field more or less must not make a working integration look broken: only its status is needed.
const integration = v.object({
  id: v.fallback(v.nullish(v.string(), null), null),
  status: v.string(),
  setup_status: text,
  end_user: v.fallback(v.object({ organization_name: v.nullable(v.string()) }), { organization_name: null }),
  tool: v.fallback(v.object({ label: v.nullable(v.string()) }), { label: null }),
  read_models: abilities,
  write_actions: abilities,
} satisfies Fields<Contract.IntegrationRecord>);

const key = v.object({ environment_id: v.string() } satisfies Fields<Contract.KeyRecord>);

const dataOf = ({ body }: HttpAnswer): unknown => (body.kind === "object" ? body.value.data : null);

/** The environment's id out of the answer to a check of the key; null when it is no such answer. */
export function environmentOf(answer: HttpAnswer): string | null {
  const read = v.safeParse(key, dataOf(answer));
  return read.success ? read.output.environment_id : null;
}

/** An integration's details; null when the answer is about another one, or about none. */
export function integrationOf(answer: HttpAnswer, asked: string): IntegrationDetails | null {
  const read = v.safeParse(integration, dataOf(answer));
  if (!read.success) return null;
  const { id, status, setup_status, end_user, tool, read_models, write_actions } = read.output;
  if (id !== null && id !== asked) return null;
  return {
    organisation: end_user.organization_name,
    ats: tool.label,
    status,
    setupStatus: setup_status,
    models: read_models.flatMap(readAbility),
    actions: write_actions.flatMap(readAbility),
  };
}

function readAbility(record: unknown): Ability[] {
  const read = v.safeParse(ability, record);
  return read.success ? [read.output] : [];
}
