import { company } from "./company";
import { hex, opaque } from "./ids";
import { crew } from "./names";

/** Addresses show an instance number, Kombo holds a WID: no way leads from one to the other. */
export const workday = company({
  code: "HazelWorkday",
  connector: "workday",
  organisation: "Hazel Example",
  tenant: "hazel",
  host: "wd5.myworkday.com",
  seeds: crew(13, { first: "Nia", last: "Exemplar" }),
  ids: (index) => ({
    remoteId: hex(`workday candidate ${index}`, 32),
    urlId: `6536$${1201 + index}`,
    applicationRemoteId: hex(`workday application ${index}`, 32),
    remoteUrl: null,
  }),
});

const numbered = (first: number, firstApplication: number) => (index: number) => ({
  remoteId: String(first + index),
  applicationRemoteId: String(firstApplication + index),
  remoteUrl: null,
});

export const successfactors = company({
  code: "IvySuccess",
  connector: "successfactors",
  organisation: "Ivy Example",
  tenant: "ivy",
  host: "performancemanager5.successfactors.eu",
  seeds: crew(14, { first: "Otto", last: "Normal" }),
  ids: numbered(18_201, 9_301),
});

export const onlyfy = company({
  code: "JuniperOnlyfy",
  connector: "onlyfy",
  organisation: "Juniper Example",
  tenant: "juniper",
  host: "juniper.onlyfy.io",
  seeds: crew(15, { first: "Pia", last: "Vorlage" }),
  ids: numbered(3_104_201, 8_804_201),
});

export const erecruiter = company({
  code: "KestrelEre",
  connector: "erecruiter",
  organisation: "Kestrel Example",
  tenant: "kestrel",
  host: "kestrel.erecruiter.net",
  seeds: crew(16, { first: "Quirin", last: "Testmann" }),
  ids: numbered(70_201, 90_201),
});

export const recru = company({
  code: "LindenRecru",
  connector: "recruhr",
  organisation: "Linden Example",
  tenant: "linden",
  host: "linden.recru.eu",
  seeds: crew(17, { first: "Rita", last: "Vzorova" }),
  ids: numbered(2_201, 5_201),
});

/** Addresses carry an encoded form of the number. */
export const avionte = company({
  code: "MapleAvionte",
  connector: "avionte",
  organisation: "Maple Example",
  tenant: "maple",
  host: "maple.myavionte.com",
  seeds: crew(18, { first: "Sam", last: "Fictional" }),
  ids: (index) => ({ ...numbered(412_201, 812_201)(index), urlId: opaque(`avionte ${index}`) }),
});

/** Kombo's built-in connector: no site at all. */
export const komboSandbox = company({
  code: "OakSandbox",
  connector: "sandbox",
  organisation: "Oak Example",
  tenant: null,
  host: null,
  seeds: crew(19, { first: "Tess", last: "Trial" }),
  ids: numbered(1, 101),
});
