import type { AtsId } from "../domain/candidate";
import type { Case } from "./rule";
import { cases as ashby } from "./systems/ashby.cases";
import { cases as avionte } from "./systems/avionte.cases";
import { cases as erecruiter } from "./systems/erecruiter.cases";
import { cases as greenhouse } from "./systems/greenhouse.cases";
import { cases as lever } from "./systems/lever.cases";
import { cases as odoo } from "./systems/odoo.cases";
import { cases as onlyfy } from "./systems/onlyfy.cases";
import { cases as recruhr } from "./systems/recruhr.cases";
import { cases as recruitee } from "./systems/recruitee.cases";
import { cases as smartrecruiters } from "./systems/smartrecruiters.cases";
import { cases as successfactors } from "./systems/successfactors.cases";
import { cases as teamtailor } from "./systems/teamtailor.cases";
import { cases as welcometothejungle } from "./systems/welcometothejungle.cases";
import { cases as workable } from "./systems/workable.cases";
import { cases as workday } from "./systems/workday.cases";
import { cases as zohorecruit } from "./systems/zohorecruit.cases";

/** The examples of every rule. Apart from the list of rules, so that they stay out of the bundle; only tests import this. */
export const CASES: Record<AtsId, readonly Case[]> = {
  ashby,
  avionte,
  erecruiter,
  greenhouse,
  lever,
  odoo,
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
};
