/** What Quicktag knows of one of Kombo's connectors. The one table of such facts. */
interface ConnectorFacts {
  /** The product's name; not translated. */
  name: string;
  /** Our own monogram instead of a logo, on a colour that carries white text at 4.5:1 or more. */
  mark: string;
  colour: string;
  /** The rule in `src/ats/systems` that reads its pages; null where there is no site. */
  ats: string | null;
  /** Its ATS can record which user added a tag (`remote_fields` of the tag endpoints). */
  recordsUsers?: true;
  /** Its ATS makes two tags of a name with a comma. */
  splitsAtComma?: true;
  /**
   * What may become of a new tag: reported, not promised. Workday, as Workable below. Teamtailor: its help says tags are
   * lower-cased (support.teamtailor.com/en/articles/118949-candidate-tags). Zoho Recruit: as Kombo's connector treats it.
   */
  newTags?: NewTagLimits;
}

/** What an ATS is known, or reported, to do with the name of a new tag. */
export interface NewTagLimits {
  /** Keeps only what stands before the first blank. */
  cutAtBlank?: true;
  lowerCased?: true;
  /** A tag of this many characters or more is ignored. */
  ignoredFrom?: number;
  /** Only tags that exist already are taken; a new one has to be made in the system first. */
  refused?: true;
}

/** "Create a candidate tag" of another unified API: developers.getknit.dev/reference/create-a-candidate-tag. */
const WORKABLE_TAGS: NewTagLimits = { cutAtBlank: true, lowerCased: true, ignoredFrom: 25 };

const TABLE = {
  workday: { name: "Workday", mark: "Wd", colour: "#0b5cad", ats: "workday", newTags: { refused: true } },
  successfactors: { name: "SAP SuccessFactors", mark: "SF", colour: "#0a6ed1", ats: "successfactors" },
  smartrecruiters: { name: "SmartRecruiters", mark: "SR", colour: "#1b6e3a", ats: "smartrecruiters" },
  lever: { name: "Lever", mark: "Lv", colour: "#4b5563", ats: "lever" },
  recruitee: { name: "Recruitee", mark: "Re", colour: "#1e56c5", ats: "recruitee" },
  greenhouse: { name: "Greenhouse", mark: "Gh", colour: "#12704b", ats: "greenhouse", recordsUsers: true },
  greenhousev3: { name: "Greenhouse", mark: "Gh", colour: "#12704b", ats: "greenhouse", recordsUsers: true },
  teamtailor: { name: "Teamtailor", mark: "Tt", colour: "#c0265e", ats: "teamtailor", newTags: { lowerCased: true } },
  ashby: { name: "Ashby", mark: "As", colour: "#5145a8", ats: "ashby" },
  onlyfy: { name: "Onlyfy", mark: "On", colour: "#8a3ab9", ats: "onlyfy" },
  workable: {
    name: "Workable",
    mark: "Wk",
    colour: "#047076",
    ats: "workable",
    recordsUsers: true,
    newTags: WORKABLE_TAGS,
  },
  welcometothejungle: {
    name: "Welcome to the Jungle",
    mark: "WJ",
    colour: "#7a5b00",
    ats: "welcometothejungle",
    splitsAtComma: true,
  },
  erecruiter: { name: "eRecruiter", mark: "eR", colour: "#b2440c", ats: "erecruiter" },
  zohorecruit: { name: "Zoho Recruit", mark: "Zo", colour: "#b3261e", ats: "zohorecruit", newTags: { refused: true } },
  recruhr: { name: "RECRU", mark: "Rc", colour: "#6a4a3a", ats: "recruhr" },
  odoo: { name: "Odoo", mark: "Od", colour: "#714b67", ats: "odoo" },
  avionte: { name: "Avionté", mark: "Av", colour: "#34568b", ats: "avionte" },
  sandbox: { name: "Kombo Sandbox", mark: "Ks", colour: "#374151", ats: null },
} as const satisfies Record<string, ConnectorFacts>;

/** Kombo's connectors that support "add tag"; the part of an integration id before the colon. */
export type Connector = keyof typeof TABLE;

/** Ids of the rules, one per ATS; Greenhouse V1 and V3 are one ATS with two connectors. */
export type AtsId = Exclude<(typeof TABLE)[Connector]["ats"], null>;

export const CONNECTORS: Record<Connector, ConnectorFacts> = TABLE;

export const CONNECTOR_IDS = Object.keys(TABLE) as Connector[];

export const isConnector = (text: unknown): text is Connector => typeof text === "string" && Object.hasOwn(TABLE, text);

/** The connector an integration id such as `greenhouse:HWUT…` names; null when it names none that can tag. */
export function connectorOf(integrationId: string): Connector | null {
  const [tool = "", rest] = integrationId.trim().split(":", 2);
  return rest && isConnector(tool) ? tool : null;
}

/** The ATS's name of an integration, for sentences; null when it names no connector. */
export function atsNameOf(integrationId: string): string | null {
  const connector = connectorOf(integrationId);
  return connector && CONNECTORS[connector].name;
}

/** The connectors whose candidates one rule finds. */
export const connectorsOf = (ats: AtsId): Connector[] => CONNECTOR_IDS.filter((id) => CONNECTORS[id].ats === ats);
