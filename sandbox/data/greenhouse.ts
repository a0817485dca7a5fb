import { company } from "./company";
import { crew } from "./names";

/** Both companies live on one host and number from 4242 on: only name and e-mail tell their people apart. */
const shared = (index: number) => ({
  remoteId: String(4242 + index),
  applicationRemoteId: String(7742 + index),
  remoteUrl: `https://app.greenhouse.io/people/${4242 + index}`,
});

export const northwind = company({
  code: "NorthwindGH",
  connector: "greenhouse",
  organisation: "Northwind Example",
  tenant: null,
  host: "app.greenhouse.io",
  seeds: crew(0, { first: "Ada", last: "Example", emails: ["ada.example@example.com"], tags: ["Referral"] }),
  ids: shared,
});

export const contoso = company({
  code: "ContosoGH",
  connector: "greenhouse",
  organisation: "Contoso Sample",
  tenant: null,
  host: "app.greenhouse.io",
  seeds: crew(1, { first: "Ben", last: "Sample", emails: ["ben.sample@example.org"], tags: ["Keep Warm"] }),
  ids: shared,
});

/** A company with its own address. Newer accounts have long ids ending in the silo's number. */
export const acmeGreenhouse = company({
  code: "AcmeGHv3",
  connector: "greenhousev3",
  organisation: "Acme Example",
  tenant: "acme",
  host: "acme.greenhouse.io",
  seeds: crew(2, { first: "Carla", last: "Placeholder" }),
  ids: (index) => {
    const id = String(51_000_042_004 + index * 1000);
    const application = String(62_000_042_004 + index * 1000);
    return {
      remoteId: id,
      applicationRemoteId: application,
      remoteUrl: `https://acme.greenhouse.io/people/${id}`,
    };
  },
});
