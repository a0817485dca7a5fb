import { describe, expect, it } from "vitest";
import { compareWithPage, type Evidence, evidenceOf, linkEvidence } from "../../../src/domain/agreement";

const compare = (name: string, evidence: Partial<Evidence>, emails: string[] = []) =>
  compareWithPage({ name, emails }, evidenceOf(evidence)).kind;
const declared = (name: string, ...names: string[]) => compare(name, { names });

describe("a declared name", () => {
  it.each([
    ["Jörg Müller", "Joerg Mueller"],
    ["Jörg Müller", "Jorg Muller"],
    ["Joerg Mueller", "Jörg Müller"],
    ["Hans Groß", "HANS GROSS"],
    ["Işık Yıldız", "IŞIK YILDIZ"],
    ["Łukasz Nowak", "Lukasz Nowak"],
    ["Søren Ångström", "Soeren Aangstroem"],
    ["Conor O'Brien", "Conor O’Brien"],
    ["Conor O'Brien", "Conor OʼBrien"],
    ["Jean-Luc Picard", "Jean Luc Picard"],
    ["Jean-Luc Picard", "Jean‑Luc Picard"],
    ["Robert Example", 'Robert "Bob" Example'],
    ["Robert Example", "Robert (Bob) Example"],
    ["Robert Example", "Robert „Bob“ Example"],
    ["Ada Example", "Dr. Ada Example"],
    ["Ada Example", "Prof. Dr. Ada Example"],
    ["Ada Example", "Ada Example, B.Sc."],
    ["Ada Example", "Ada Example, MBA, PhD"],
    ["Ada Example", "Example, Ada"],
    ["Ada Example", "Example, Dr. Ada"],
    ["Ada Example", "Ada M. Example"],
    ["Ada Example", "Ada Example (she/her)"],
    ["Ada Example", "A\u00adda Exa\u200bm\u2060ple"],
    ["Anne Marie Example", "Example, Anne Marie"],
    ["太郎 山田", "山田太郎"],
    ["太郎 山田", "山田 太郎 様"],
    ["太郎 山田", "山田太郎さん"],
    ["太郎 山田", "山田太郎（やまだ たろう）"],
    ["伟 王", "王伟"],
    ["伟 王", "王伟先生"],
    ["민준 김", "김민준"],
    ["민준 김", "김민준님"],
    ["민준 김", "김 민준 씨"],
    ["カナ ヤマダ", "ﾔﾏﾀﾞ ｶﾅ"],
    ["محمد حداد", "مُحَمَّد حَدَّاد"],
    ["דוד כהן", "דָּוִד כֹּהֵן"],
    ["דוד כהן", 'ד"ר דוד כהן'],
    ["Артём Королёв", "АРТЕМ КОРОЛЕВ"],
    ["Γιώργος Βλάχος", "ΓΙΩΡΓΟΣ ΒΛΑΧΟΣ"],
    ["สมชาย ใจดี", "นายสมชาย ใจดี"],
    ["मीना शर्मा", "श्रीमती मीना शर्मा"],
    ["Mark", "Mark"],
    ["Jack Ma", "Ma, Jack"],
    ["Karl Maier", "Dr. rer. nat. Karl Maier"],
    ["Karl Maier", "Prof. Dr. med. Karl Maier"],
    ["Karl Maier", "Dipl.-Kfm. Karl Maier"],
    ["Karl Maier", "Dr.-Ing. Karl Maier"],
    ["Karl Maier", "Karl Maier, CFA"],
    ["Karl Maier", "Karl Maier, 34"],
    ["Karl Maier", "⭐ Karl Maier 🟢"],
    ["William Example", "William ‚Bill‘ Example"],
    ["William Example", "William ‹Bill› Example"],
    ["มาลี ทองดี", "นางมาลี ทองดี"],
    ["มาลี ทองดี", "น.ส. มาลี ทองดี"],
    ["राम शर्मा", "डॉक्टर राम शर्मा"],
    ["রাহুল দাস", "শ্রী রাহুল দাস"],
    ["Майя Орлова", "МАЙЯ ОРЛОВА"],
    ["Майя Орлова", "Маи\u0306я Орлова"],
    ["太郎 山田", "山田太郎 / やまだたろう"],
  ])("%j is %j", (name, shown) => expect(declared(name, shown)).toBe("agrees"));

  it.each([
    ["Garcia", "Ana Garcia"],
    ["Ana Garcia", "Garcia"],
    ["Ali Ali", "Muhammad Ali"],
    ["Muhammad Ali", "Ali Ali"],
    ["Joerg Mueller", "Joerg Muller"],
    ["Ana Garcia", "Ana Lopez"],
    ["Addie Example", "Ada Example"],
    ["A. Example", "Ada Example"],
    ["John A. Smith", "John B. Smith"],
    ["मीना शर्मा", "मोना शर्मा"],
    ["सीता शर्मा", "सती शर्मा"],
    ["กิ่ง ใจดี", "กุ้ง ใจดี"],
    ["かな やまだ", "やまだがな"],
    ["伟 王", "王伟明"],
    ["Taro Yamada", "山田太郎"],
    ["昭 王", "王昭君"],
    ["Майя Орлова", "Маия Орлова"],
    ["Їжак Орлова", "Іжак Орлова"],
    ["太郎 山田", "山田・太郎"],
    ["王 Michael", "王"],
    ["Ana Garcia", "Ana—Garcia"],
  ])("%j is partly %j", (name, shown) => expect(declared(name, shown)).toBe("partly"));

  it.each([
    ["Ana Garcia", "Ana Garcia Lopez"],
    ["Ana Garcia Lopez", "Ana Garcia"],
    ["Ada Example", "Ada Maria Example"],
    ["三丰 张", "Zhang Sanfeng 张三丰"],
    ["Sanfeng Zhang", "Zhang Sanfeng 张三丰"],
  ])("%j and %j contain one another", (name, shown) => expect(declared(name, shown)).toBe("contains"));

  it.each([
    ["Thomas Martin", "Martin Thomas"],
    ["Thomas Martin", "Thomas, Martin"],
    ["太郎 山田", "太郎山田"],
    ["伟 王", "伟王"],
  ])("%j is %j with its parts swapped", (name, shown) => expect(declared(name, shown)).toBe("agrees-swapped"));

  it.each([
    ["Ada Example", "Ben Sample"],
    ["Mark", "Ben Sample"],
    ["伟 王", "李娜"],
  ])("%j is not %j", (name, shown) => expect(declared(name, shown)).toBe("differs"));

  it("decides over title and text", () => {
    const evidence = { names: ["Ben Sample"], title: "Ada Example", text: "Ada Example, Ben Sample" };
    expect(compare("Ada Example", evidence)).toBe("differs");
  });

  it("beside another one is two people, whichever fits", () => {
    expect(declared("Ada Example", "Ada Example", "Ben Sample")).toBe("two-people");
    expect(declared("Ada Example", "Ben Sample", "Ada Example")).toBe("two-people");
    expect(declared("Ada Example", "Ada Example", "ADA EXAMPLE")).toBe("agrees");
    expect(declared("Ada Example", "Cem Muster", "Ben Sample")).toBe("differs");
  });

  it.each(["Ana Garcia & Luis Lopez", "Luis Lopez; Ana Garcia", "Ana Garcia / Luis Lopez", "Ana Garcia + Luis Lopez"])(
    "in one field with another is two people: %j",
    (field) => expect(declared("Ana Garcia", field)).toBe("two-people"),
  );

  it("beside a longer one is that name inside a longer one", () => {
    expect(declared("Ana Garcia", "Ana Garcia", "Ana Garcia Lopez")).toBe("contains");
    expect(declared("Ana Garcia", "Ana Garcia", "García, Ana")).toBe("agrees");
  });

  it.each(["Loading…", "—", "", "New candidate", "…"])("is none where the field says %j", (text) =>
    expect(declared("Ada Example", text)).toBe("nothing-to-compare"),
  );

  it("with another spelling and the candidate's own address asks", () => {
    const evidence = { names: ["Christa Winter"], emails: ["c@example.com"] };
    expect(compare("Chris Sommer", evidence, ["C@example.com"])).toBe("partly");
    expect(compare("Chris Winter", { names: ["Christa Winter"] })).toBe("partly");
  });
});

describe("a text", () => {
  it.each<[string, string]>([
    ["Ada Example", "Candidates\nAda Example\nEngineer"],
    ["Ada Example", "ADÁ EXAMPLE is here"],
    ["Ada Example", "Profile of Ada Example"],
    ["Ada Example", "Ada Example (ID 42)"],
    ["Ada Example", "Example, Ada"],
    ["Jörg Müller", "Bewerbung von Joerg Mueller vom Mai"],
    ["太郎 山田", "候補者\n山田太郎様\n東京"],
    ["민준 김", "후보자: 김민준"],
    ["Ada Example", `${"x".repeat(50_000)}\nA\u00adda Example`],
    ["Արամ Պետրոսյան", "Թեկնածու\nԱՐԱՄ ՊԵՏՐՈՍՅԱՆ"],
    ["Майя Орлова", "x\nМаи\u0306я Орлова"],
  ])("has %j in %j", (name, text) => expect(compare(name, { text })).toBe("agrees"));

  it.each<[string, string, string]>([
    ["one ordinary word", "Mark", "Ben Sample\nMark as read\nMark"],
    ["one given name of a pair", "Ada Example", "Ada Jones"],
    ["initials", "I A", "I have A list\nI\nA"],
    ["a longer run of letters", "伟 王", "王伟明\n王伟的简历在这里"],
    ["a part of a longer word", "Ada Example", "Adamant Examples"],
    ["words in two cells", "太郎 山田", "山田\n太郎2"],
    ["an app shell", "Ada Example", "Loading…"],
    ["nobody", "Ada Example", "Ben Sample, engineer"],
    ["an address", "Ada Example", "ada.example@example.com"],
  ])("proves nothing by %s", (_what, name, text) => expect(compare(name, { text })).toBe("nothing-to-compare"));

  it.each(["John Smith, Ada Jones", "John Smith; Ada Jones", "John Smith\nAda Jones", "Jones Smith / Ada"])(
    "gives no name across the people of %j",
    (text) => expect(compare("Ada Smith", { text })).toBe("partly"),
  );

  it("that was cut off proves nothing by some of the words", () => {
    expect(compare("Ada Smith", { text: "John Smith, Ada Jones", complete: false })).toBe("nothing-to-compare");
  });

  it("has a name inside a longer one", () => {
    expect(compare("Ana Garcia", { text: "Ana Garcia Lopez" })).toBe("contains");
    expect(compare("Ada Example", { text: "Ada Maria Example" })).toBe("contains");
    expect(compare("Ada Example", { title: "Ada Maria Example | ATS" })).toBe("contains");
  });

  it("is doubted where somebody else stands before, or the name is only mentioned", () => {
    const doubt = (text: string, more: Partial<Evidence> = {}) =>
      compareWithPage({ name: "Ada Example", emails: [] }, evidenceOf({ text, ...more })).isDoubtful;
    expect(doubt("Ada Example\nBen Sample")).toBe(false);
    expect(doubt("Ben Sample\nAda Example")).toBe(true);
    expect(doubt("Next candidate: Ada Example")).toBe(true);
    expect(doubt("Ada Example", { headings: ["Ben Sample"] })).toBe(true);
    expect(doubt("Ada Example", { title: "Ben Sample - ATS" })).toBe(true);
  });
});

/** Punctuation and symbols (of pictures every 32nd) but those that stand inside names, and those that are a letter in another form. */
const SIGNS = Array.from({ length: 0x1fbff }, (_, code) => String.fromCodePoint(code))
  .filter((_, code) => code < 0x3100 || (code > 0xfd00 && code < 0x10000) || code % 32 === 0)
  .filter((sign) => /^[\p{P}\p{S}\n\v\f\r\x85\u2028\u2029\t]$/u.test(sign))
  .filter((sign) => !/[\p{L}\p{N}]/u.test(sign.normalize("NFKC")) && ![",", "،"].includes(sign.normalize("NFKC")));

describe("the words of two names", { timeout: 20_000 }, () => {
  it("are no name across any sign between them, on any surface", () => {
    const joined = SIGNS.filter((sign, at) => {
      const text = `Ana ${sign} Garcia`;
      const pages: Partial<Evidence>[] = [
        { names: [text] },
        { title: `${text} | ATS` },
        { headings: [text] },
        { text },
        { kind: "link", text },
      ];
      const page = pages[at % pages.length] as Partial<Evidence>;
      return ["agrees", "agrees-swapped", "contains"].includes(compare("Ana Garcia", page));
    });
    expect(SIGNS.length).toBeGreaterThan(1500);
    expect(joined).toEqual([]);
  });

  it("are a name across no list's sign without blanks either", () => {
    const inNames = /[-'’‘`´ʼʻ′＇ʹ׳״"՚་༌־·.,،‐‑‒–−]/;
    const signs = SIGNS.filter((sign) => {
      // A loose accent belongs to the letter before it.
      const plain = sign.normalize("NFKC");
      return !inNames.test(plain) && !inNames.test(sign) && !/\p{M}/u.test(plain);
    });
    expect(signs.filter((sign) => compare("太郎 山田", { names: [`山田${sign}太郎`] }) === "agrees")).toEqual([]);
    expect(signs.filter((sign) => compare("Ana Garcia", { names: [`Ana${sign}Garcia`] }) === "agrees")).toEqual([]);
  });
});

describe("title and headings", () => {
  it.each([
    "Ada Example - Greenhouse",
    "Example, Ada | ATS",
    "ATS · Ada Example",
    "Ada Example – Engineer",
    "Candidate Ada Example",
  ])("name the candidate in %j", (title) =>
    expect(compare("Ada Example", { title, text: "Ben Sample" })).toBe("agrees"),
  );

  it.each([
    ["太郎 山田", "候補者 山田太郎 | ATS"],
    ["伟 王", "候选人 王伟 - ATS"],
    ["민준 김", "지원자 김민준 | ATS"],
    ["Ada Example", "3. Ada Example | ATS"],
    ["Ada Example", "Candidate 42 Ada Example - ATS"],
  ])("%j stands in %j beside a label or a number", (name, title) => expect(compare(name, { title })).toBe("agrees"));

  it.each([
    ["太郎 山田", "山田太郎丸 | ATS"],
    ["伟 王", "王伟明 候选人 | ATS"],
    ["민준 김", "지원자김민준 | ATS"],
  ])("%j is no piece of %j", (name, title) => expect(compare(name, { title })).not.toBe("agrees"));

  it("say whose the title is: not the second person's, not a longer name's", () => {
    const doubt = (title: string) =>
      compareWithPage({ name: "Ana Garcia", emails: [] }, evidenceOf({ title })).isDoubtful;
    expect(doubt("Ben Sample & Ana Garcia | ATS")).toBe(true);
    expect(doubt("Interview with Ana Garcia and Ben Sample")).toBe(true);
    expect(doubt("Ben Sample | Ana Garcia")).toBe(true);
    expect(doubt("Ana Garcia | Acme Corp")).toBe(false);
    expect(doubt("Recruiting | Ana Garcia")).toBe(false);
    expect(compare("Ana Garcia", { title: "Ana Garcia de Lopez | ATS" })).toBe("contains");
    expect(compare("Ana Garcia", { title: "Ana Garcia Page" })).toBe("contains");
  });

  it("show somebody else only together", () => {
    expect(compare("Ada Example", { title: "Ben Sample | ATS", text: "Ben Sample\nEngineer" })).toBe("other-name");
    expect(compare("Ada Example", { title: "Ben Sample | ATS", headings: ["Ben Sample"] })).toBe("other-name");
    expect(compare("Ada Example", { title: "Sales Force | ATS", text: "Welcome" })).toBe("nothing-to-compare");
    expect(compare("Ada Example", { headings: ["Ben Sample"] })).toBe("nothing-to-compare");
  });

  it("with some of the name are partly", () => {
    expect(compare("Ada Example", { title: "Ada Jones - ATS" })).toBe("partly");
  });
});

describe("an e-mail address", () => {
  it("agrees where it is the candidate's", () => {
    expect(compare("Ada Example", { emails: ["ADA@example.com"], text: "A. E." }, ["ada@example.com"])).toBe("agrees");
  });

  it("is doubted where the page names somebody else and the candidate nowhere: people share addresses", () => {
    const doubt = (name: string, text: string) =>
      compareWithPage({ name, emails: ["jobs@agency.example"] }, evidenceOf({ emails: ["jobs@agency.example"], text }))
        .isDoubtful;
    expect(doubt("Ada Example", "All candidates\nBen Sample\njobs@agency.example")).toBe(true);
    expect(doubt("Garcia", "Ana Garcia\njobs@agency.example")).toBe(true);
    expect(doubt("Ada Example", "All candidates\njobs@agency.example")).toBe(false);
    expect(doubt("Ada Example", "Ada Example\njobs@agency.example\nBen Sample")).toBe(false);
  });

  it.each([
    ["O’Brien@example.com", "o'brien@example.com"],
    ["ada@bücher.example", "ADA@xn--bcher-kva.example"],
    ["bjo\u0308rn@example.com", "björn@example.com"],
  ])("is the same in another spelling, the recruiter's own too: %s", (shown, known) => {
    expect(compare("Ada Example", { emails: [shown] }, [known])).toBe("agrees");
    expect(compare("Ada Example", { emails: [shown], ownEmails: [known] }, [known])).toBe("nothing-to-compare");
  });

  it("of the recruiter's own proves nothing", () => {
    const evidence = { emails: ["me@example.org"], ownEmails: ["Me@Example.org"], text: "Ben" };
    expect(compare("Ada Example", evidence, ["ME@example.org"])).toBe("nothing-to-compare");
  });
});

describe("a link", () => {
  const link = (name: string, text: string) => compareWithPage({ name, emails: [] }, linkEvidence(text)).kind;
  it.each([
    "Open profile",
    "Open Profile",
    "View",
    "View Candidate",
    "Profil anzeigen",
    "Voir le profil",
    "Özgeçmiş",
    "查看",
    "",
    "42",
    "…",
  ])("that reads %j proves nothing", (text) => expect(link("Ada Example", text)).toBe("nothing-to-compare"));

  it("names whom it leads to", () => {
    expect(link("Ada Example", "Ada Example")).toBe("agrees");
    expect(link("Ada Example", "Example, Ada")).toBe("agrees");
    expect(link("Ada Example", "AE Ada Example")).toBe("agrees");
    expect(link("Ada Example", "Ben Sample")).toBe("differs");
    expect(link("Ada Example", "Ada Jones")).toBe("partly");
    expect(link("Ana Garcia", "Ana Garcia Lopez")).toBe("contains");
  });

  it("that names somebody else first is doubted", () => {
    const doubt = (text: string) => compareWithPage({ name: "Ada Example", emails: [] }, linkEvidence(text)).isDoubtful;
    expect(doubt("Ben Sample (Ada Example)")).toBe(true);
    expect(doubt("Ben Sample → Ada Example")).toBe(true);
    expect(doubt("Ada Example (Adda)")).toBe(false);
  });
});
