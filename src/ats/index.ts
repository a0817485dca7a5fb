import type { Rule } from "./rule";
import { ashby } from "./systems/ashby";
import { avionte } from "./systems/avionte";
import { erecruiter } from "./systems/erecruiter";
import { greenhouse } from "./systems/greenhouse";
import { lever } from "./systems/lever";
import { odoo } from "./systems/odoo";
import { onlyfy } from "./systems/onlyfy";
import { recruhr } from "./systems/recruhr";
import { recruitee } from "./systems/recruitee";
import { smartrecruiters } from "./systems/smartrecruiters";
import { successfactors } from "./systems/successfactors";
import { teamtailor } from "./systems/teamtailor";
import { welcometothejungle } from "./systems/welcometothejungle";
import { workable } from "./systems/workable";
import { workday } from "./systems/workday";
import { zohorecruit } from "./systems/zohorecruit";

/** Every ATS with a site of its own. Odoo comes last: on companies' own domains it goes by the address's shape alone. */
export const RULES: readonly Rule[] = [
  ashby,
  avionte,
  erecruiter,
  greenhouse,
  lever,
  onlyfy,
  recruhr,
  recruitee,
  smartrecruiters,
  successfactors,
  teamtailor,
  welcometothejungle,
  workable,
  workday,
  zohorecruit,
  odoo,
];
