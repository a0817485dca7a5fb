import { INTEGRATIONS, type SandboxIntegration } from "../data";
import { ashby } from "./ashby";
import { asset } from "./assets";
import { avionte } from "./avionte";
import { erecruiter } from "./erecruiter";
import { greenhouse } from "./greenhouse";
import { hostile } from "./hostile";
import { missing } from "./layout";
import { lever } from "./lever";
import { odoo } from "./odoo";
import { onlyfy } from "./onlyfy";
import { recruhr } from "./recruhr";
import { recruitee } from "./recruitee";
import { hostOf } from "./request";
import type { PageUrls, Site } from "./site";
import { smartrecruiters } from "./smartrecruiters";
import { successfactors } from "./successfactors";
import { teamtailor } from "./teamtailor";
import { unknown } from "./unknown";
import { welcometothejungle } from "./welcometothejungle";
import { workable } from "./workable";
import { workday } from "./workday";
import { zohorecruit } from "./zohorecruit";

export type { PageUrls, Site } from "./site";
export { unknownUrl } from "./unknown";

/** A page of no ATS that tries to make the extension act. */
export const HOSTILE_URL = "https://hostile.example.test/";

/** Every stand-in. */
export const SITES: readonly Site[] = [
  greenhouse,
  lever,
  odoo,
  ashby,
  workable,
  smartrecruiters,
  teamtailor,
  recruitee,
  welcometothejungle,
  zohorecruit,
  workday,
  successfactors,
  onlyfy,
  erecruiter,
  recruhr,
  avionte,
  unknown,
  hostile,
];

/** Answers for every stand-in: which one is decided by the host name the browser asked for. */
export function sites(): (request: Request) => Response | Promise<Response> {
  return (request) => {
    const host = hostOf(request);
    const site = SITES.find((one) => one.hosts(host));
    if (!site) return missing("nothing", "unknown");
    return asset(new URL(request.url).pathname) ?? site.handle(request);
  };
}

/** Whether a stand-in answers to this host name. */
export function isSiteHost(host: string): boolean {
  return SITES.some((one) => one.hosts(host));
}

/** A company's addresses, by its integration id, or of the first company that uses a connector. */
export function pageUrls(of: string): PageUrls & { company: SandboxIntegration } {
  const company = INTEGRATIONS.find((one) => one.id === of) ?? INTEGRATIONS.find((one) => one.connector === of);
  const site = company && SITES.find((one) => one.connectors.includes(company.connector));
  if (!company || !site) throw new Error(`no stand-in site for ${of}`);
  return { company, ...site.examples(company) };
}
