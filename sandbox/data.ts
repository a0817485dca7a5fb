import { babel } from "./data/babel";
import * as byEmail from "./data/by-email";
import * as byId from "./data/by-id";
import * as greenhouse from "./data/greenhouse";
import * as odoo from "./data/odoo";
import type { SandboxIntegration } from "./data/types";

export type { Person, SandboxIntegration } from "./data/types";

/** All made-up companies: every connector at least once, Greenhouse four times, Odoo twice. */
export const INTEGRATIONS: readonly SandboxIntegration[] = [
  greenhouse.northwind,
  greenhouse.contoso,
  greenhouse.acmeGreenhouse,
  byId.lever,
  odoo.acmeOdoo,
  odoo.umbrellaOdoo,
  byId.ashby,
  byId.workable,
  byId.smartrecruiters,
  byId.teamtailor,
  byId.recruitee,
  byId.zoho,
  byId.wttj,
  byEmail.workday,
  byEmail.successfactors,
  byEmail.onlyfy,
  byEmail.erecruiter,
  byEmail.recru,
  byEmail.avionte,
  babel,
  byEmail.komboSandbox,
];

/** The one key the sandbox accepts. Not a secret: it opens nothing but this sandbox. */
export const API_KEY = "ks_dev_QuicktagSandboxKeyForEveryone";
