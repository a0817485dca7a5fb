import { generate } from "selfsigned";
import { INTEGRATIONS } from "./data";
import { RECORDER_HOST } from "./kombo/recorder";

/** For hosts that differ by customer or region; the exact names come from the companies. */
const WILDCARDS = [
  "*.greenhouse.io",
  "*.lever.co",
  "*.ashbyhq.com",
  "*.workable.com",
  "*.smartrecruiters.com",
  "*.teamtailor.com",
  "*.recruitee.com",
  "*.zoho.eu",
  "*.zoho.com",
  "*.welcomekit.co",
  "*.myworkday.com",
  "*.successfactors.eu",
  "*.successfactors.com",
  "*.onlyfy.io",
  "*.erecruiter.net",
  "*.recru.eu",
  "*.myavionte.com",
  "*.odoo.com",
];

/** A self-signed certificate for every name the sandbox answers to, made at each start and never stored. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const hosts = INTEGRATIONS.flatMap(({ host }) => host ?? []);
  const names = new Set(["api.kombo.dev", "api.us.kombo.dev", "localhost", RECORDER_HOST, ...hosts, ...WILDCARDS]);
  const altNames = [...[...names].map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: "127.0.0.1" }];
  const pems = await generate([{ name: "commonName", value: "Quicktag sandbox" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames }],
  });
  return { key: pems.private, cert: pems.cert };
}
