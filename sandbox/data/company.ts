import type { Connector } from "../../src/domain/connector";
import { komboId } from "./ids";
import { address, jobFor, type Seed } from "./names";
import { RECRUITING_TAGS } from "./tags";
import type { Person, SandboxIntegration } from "./types";

/** The ids one ATS gives to its person number `index`. */
export interface AtsIds {
  remoteId: string;
  /** Left out where addresses show the remote id itself. */
  urlId?: string;
  applicationRemoteId: string;
  remoteUrl: string | null;
}

interface Company {
  /** At most 14 letters: the beginning of every Kombo id of this company. */
  code: string;
  connector: Connector;
  organisation: string;
  tenant: string | null;
  host: string | null;
  seeds: readonly Seed[];
  ids: (index: number) => AtsIds;
  tags?: string[];
}

function person(company: Company, seed: Seed, index: number): Person {
  const ids = company.ids(index);
  // Kombo ids are filled up with zeros, so that numbers of another length need another word.
  const [candidate, application, length] = index < 99 ? ["Cand", "Appl", 2] : ["More", "Also", 5];
  const number = String(index + 1).padStart(length, "0");
  return {
    komboId: komboId(`${company.code}${candidate}${number}`),
    komboApplicationId: komboId(`${company.code}${application}${number}`),
    remoteId: ids.remoteId,
    urlId: ids.urlId ?? ids.remoteId,
    applicationRemoteId: ids.applicationRemoteId,
    firstName: seed.first,
    lastName: seed.last,
    emails: seed.emails ?? [address(seed.first, seed.last)],
    remoteUrl: ids.remoteUrl,
    job: jobFor(seed, index),
    synced: seed.synced ?? true,
    tags: [...(seed.tags ?? [])],
  };
}

/** One company with its people, numbered as its ATS numbers them. */
export function company(given: Company): SandboxIntegration {
  return {
    id: `${given.connector}:${komboId(given.code)}`,
    connector: given.connector,
    organisation: given.organisation,
    tenant: given.tenant,
    host: given.host,
    people: given.seeds.map((seed, index) => person(given, seed, index)),
    tags: given.tags ?? [...RECRUITING_TAGS],
    newPerson: (seed, index) => person(given, seed, index),
  };
}
