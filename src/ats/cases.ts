import type { AtsId } from "../domain/candidate";
import type { Case } from "./rule";
import { cases as greenhouse } from "./systems/greenhouse.cases";
import { cases as lever } from "./systems/lever.cases";
import { cases as odoo } from "./systems/odoo.cases";

/** The examples of every rule. Apart from the list of rules, so that they stay out of the bundle; only tests import this. */
export const CASES: Partial<Record<AtsId, readonly Case[]>> = { greenhouse, lever, odoo };
