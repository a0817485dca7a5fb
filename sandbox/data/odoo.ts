import { company } from "./company";
import { crew } from "./names";

const SIZE = 9;
const FIRST = 40;

/**
 * Addresses show the applicant's number. Kombo's candidate number is another one, which as an applicant number belongs to
 * somebody else: whoever mixes them up tags the wrong person. Both databases count from the same small number.
 */
const numbers = (host: string) => (index: number) => {
  const applicant = String(FIRST + index);
  return {
    remoteId: String(FIRST + (index < SIZE ? (index + 1) % SIZE : index)),
    urlId: applicant,
    applicationRemoteId: applicant,
    remoteUrl: `https://${host}/odoo/recruitment-applications/${applicant}`,
  };
};

export const acmeOdoo = company({
  code: "AcmeOdoo",
  connector: "odoo",
  organisation: "Acme Works Example",
  tenant: "acme.odoo.com",
  host: "acme.odoo.com",
  seeds: crew(3, { first: "Dora", last: "Muster" }),
  ids: numbers("acme.odoo.com"),
});

export const umbrellaOdoo = company({
  code: "UmbrellaOdoo",
  connector: "odoo",
  organisation: "Umbrella Example",
  tenant: "umbrella.odoo.com",
  host: "umbrella.odoo.com",
  seeds: crew(4, { first: "Emil", last: "Beispiel", emails: ["emil.beispiel@example.org"] }),
  ids: numbers("umbrella.odoo.com"),
});
