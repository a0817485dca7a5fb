import { company } from "./company";
import { crew, type Seed } from "./names";
import { nastyTags } from "./nasty-tags";
import { RECRUITING_TAGS } from "./tags";

/** People in ten scripts and more; their addresses keep to plain letters. */
const SCRIPTS: readonly Seed[] = [
  ["Анна", "Петрова", "anna.petrova"],
  ["Νίκος", "Παπαδόπουλος", "nikos.papadopoulos"],
  ["ليلى", "حداد", "layla.haddad"],
  ["נועה", "כהן", "noa.cohen"],
  ["अनन्या", "शर्मा", "ananya.sharma"],
  ["สมชาย", "ใจดี", "somchai.jaidee"],
  ["小明", "王", "xiaoming.wang"],
  ["さくら", "田中", "sakura.tanaka"],
  ["민준", "김", "minjun.kim"],
  ["ნინო", "ბერიძე", "nino.beridze"],
  ["Արամ", "Հակոբյան", "aram.hakobyan"],
  ["கவிதா", "முருகன்", "kavitha.murugan"],
].map(([first, last, address]) => ({ first: first!, last: last!, emails: [`${address}@example.com`] }));

const inbox = ["the.keller.twins@example.com"];

/** Names that are hard to compare, and people who are hard to tell apart. */
const PEOPLE: readonly Seed[] = [
  { first: "Suharto", last: "", emails: ["suharto@example.com"] },
  { first: "", last: "Prasetyo", emails: ["prasetyo@example.com"] },
  { first: "Mia", last: "Keller", emails: inbox, job: "Data Analyst" },
  { first: "Lia", last: "Keller", emails: inbox, job: "Data Analyst" },
  { first: "Zoë".normalize("NFD"), last: "Brontë".normalize("NFD"), emails: ["zoe.bronte.one@example.com"] },
  { first: "Zoë", last: "Brontë", emails: ["zoe.bronte.two@example.com"] },
  { first: "Jan\u00a0Willem", last: "de  Vries", emails: ["jan.de.vries@example.com"] },
  { first: "Seán", last: "O’Brien", emails: ["sean.obrien@example.com"] },
  { first: "Sean", last: "O'Brien", emails: ["sean.o.brien@example.org"] },
  { first: "İpek", last: "Işık", emails: ["ipek.isik@example.com"] },
  { first: "Tom & Co", last: "<Jerry>", emails: ["tom.jerry@example.com"] },
  { first: "nobody@example.com", last: "", emails: ["no.name@example.com"] },
];

const [late, ...early] = crew(20, { first: "Vera", last: "Ersatz" }).reverse();

/** A company with names from everywhere and a tag list nobody ever cleaned up. */
export const babel = company({
  code: "BabelGHv3",
  connector: "greenhousev3",
  organisation: "Babel Example",
  tenant: "babel",
  host: "babel.greenhouse.io",
  seeds: [...early.reverse(), ...SCRIPTS, ...PEOPLE, late!],
  ids: (index) => {
    const id = String(53_000_042_007 + index * 1000);
    return {
      remoteId: id,
      applicationRemoteId: String(64_000_042_007 + index * 1000),
      remoteUrl: `https://babel.greenhouse.io/people/${id}`,
    };
  },
  tags: [...new Set([...RECRUITING_TAGS, ...nastyTags()])],
});
