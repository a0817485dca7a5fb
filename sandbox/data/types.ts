import type { Connector } from "../../src/domain/connector";
import type { Seed } from "./names";

/** One made-up person in one made-up company's ATS. */
export interface Person {
  /** Kombo's candidate id. */
  komboId: string;
  /** The ATS's candidate id, as Kombo holds it. */
  remoteId: string;
  /** The ATS's id as its URLs show it; equal to `remoteId` except in systems like Workable, which show a number. */
  urlId: string;
  komboApplicationId: string;
  applicationRemoteId: string;
  /** Empty for somebody who has a single name; one of the two is always there. */
  firstName: string;
  lastName: string;
  emails: string[];
  /** Kombo's `remote_url`; null for connectors that give none. */
  remoteUrl: string | null;
  job: string;
  /** False: exists in the ATS, but Kombo has not (yet) synced it. */
  synced: boolean;
  /** Tags Kombo's mirror shows at the start. */
  tags: string[];
}

/** One fictional company with one ATS, connected in Kombo. */
export interface SandboxIntegration {
  id: string;
  connector: Connector;
  organisation: string;
  /** Tenant key as the ATS's URLs show it; null where they show none. */
  tenant: string | null;
  /** Real host name its stand-in site answers to; null for Kombo Sandbox. */
  host: string | null;
  people: Person[];
  tags: string[];
  /** A further person number `index`, with the ids this ATS would give. */
  newPerson(seed: Seed, index: number): Person;
}
