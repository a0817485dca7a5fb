/** Kombo's connectors that support "add tag"; the part of an integration id before the colon. */
export const CONNECTORS = [
  "workday",
  "successfactors",
  "smartrecruiters",
  "lever",
  "recruitee",
  "greenhouse",
  "greenhousev3",
  "teamtailor",
  "ashby",
  "onlyfy",
  "workable",
  "welcometothejungle",
  "erecruiter",
  "zohorecruit",
  "recruhr",
  "odoo",
  "avionte",
  "sandbox",
] as const;

export type Connector = (typeof CONNECTORS)[number];

/** The connector an integration id such as `greenhouse:HWUT…` names; null when it names none that can tag. */
export function connectorOf(integrationId: string): Connector | null {
  const [tool = "", rest] = integrationId.trim().split(":", 2);
  return rest && (CONNECTORS as readonly string[]).includes(tool) ? (tool as Connector) : null;
}

/** What people call each connector; product names are not translated. */
export const CONNECTOR_NAMES: Record<Connector, string> = {
  workday: "Workday",
  successfactors: "SAP SuccessFactors",
  smartrecruiters: "SmartRecruiters",
  lever: "Lever",
  recruitee: "Recruitee",
  greenhouse: "Greenhouse",
  greenhousev3: "Greenhouse",
  teamtailor: "Teamtailor",
  ashby: "Ashby",
  onlyfy: "Onlyfy",
  workable: "Workable",
  welcometothejungle: "Welcome to the Jungle",
  erecruiter: "eRecruiter",
  zohorecruit: "Zoho Recruit",
  recruhr: "RECRU",
  odoo: "Odoo",
  avionte: "Avionté",
  sandbox: "Kombo Sandbox",
};
