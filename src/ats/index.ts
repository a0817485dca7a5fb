import type { Rule } from "./rule";
import { greenhouse } from "./systems/greenhouse";
import { lever } from "./systems/lever";
import { odoo } from "./systems/odoo";

/** Every ATS with a site of its own. Odoo comes last: on companies' own domains it goes by the address's shape alone. */
export const RULES: readonly Rule[] = [greenhouse, lever, odoo];
