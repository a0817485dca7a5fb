import fc from "fast-check";

/** Ways in which mail programs, chats and people wrap a link on its way into the clipboard. */
type Wrap = (link: string) => string;

const RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const base64Url = (text: string) => Buffer.from(text, "utf8").toString("base64url");

/** Proofpoint's third version as its filter writes it: special characters out, runs of them counted by a letter. */
const proofpoint3: Wrap = (link) => {
  let taken = "";
  const address = link.replace(/[^\w\-./:?=&~]+/g, (run) => {
    const chars = [...run];
    taken += run;
    return chars.length === 1 ? "*" : chars.length > 65 ? "*".repeat(chars.length) : `**${RUNS[chars.length - 2]}`;
  });
  return `https://urldefense.com/v3/__${address}__;${base64Url(taken)}!!Ab1-cD_x!token$`;
};

const proofpoint2: Wrap = (link) =>
  `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(link)
    .replace(/[_-]/g, (char) => (char === "_" ? "%5F" : "%2D"))
    .replaceAll("%2F", "_")
    .replaceAll("%", "-")}&d=DwMFaQ&c=abc&r=def&m=ghi&s=jkl&e=`;

export const REDIRECTS: Record<string, Wrap> = {
  safelinks: (link) =>
    `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C01%7Cada%40example.com%7C0&sdata=x%3D&reserved=0`,
  "safelinks in a tenant's path": (link) =>
    `https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent(link)}&data=05`,
  teams: (link) =>
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encodeURIComponent(link)}&locale=en-us`,
  google: (link) => `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D&ust=1700000000&usg=AOvVaw`,
  "google, another country": (link) => `https://www.google.co.uk/url?sa=t&url=${encodeURIComponent(link)}`,
  "proofpoint 1": (link) => `https://urldefense.proofpoint.com/v1/url?u=${encodeURIComponent(link)}&k=abc&r=def`,
  "proofpoint 2": proofpoint2,
  "proofpoint 3": proofpoint3,
};

export const AROUND: Record<string, Wrap> = {
  "as it is": (link) => link,
  "in angle brackets": (link) => `<${link}>`,
  "behind a name": (link) => `Ada Example <${link}>`,
  "in Markdown": (link) => `[Ada Example (42)](${link})`,
  "in Markdown with a title": (link) => `[Ada](${link} "Profile")`,
  "as a chat writes it": (link) => `<${link}|Ada Example>`,
  "in a wiki": (link) => `[Ada Example|${link}]`,
  "in markup": (link) => `<a href="${link.replaceAll("&", "&amp;")}">Ada Example</a>`,
  "in markup with single quotes": (link) => `<a href='${link}'>Ada</a>`,
  "in quotes": (link) => `"${link}"`,
  "in typographic quotes": (link) => `„${link}“`,
  "in round brackets": (link) => `(${link})`,
  "in bold": (link) => `**${link}**`,
  "in code": (link) => `\`${link}\``,
  "in a sentence": (link) => `Could you look at ${link}, please?`,
  "at the end of a sentence": (link) => `Here she is: ${link}.`,
  "in a Japanese sentence": (link) => `候補者はこちら：${link}。`,
  "in a Japanese sentence without a blank": (link) => `プロフィール${link}をご覧ください`,
  "in an exclamation": (link) => `${link}!`,
  "twice, as Outlook writes it": (link) => `${link}<${link}>`,
  "with a name before and a line after": (link) => `Ada Example\r\n${link}\r\n\r\nBest, Rae`,
};

const INVISIBLE = ["\u200b", "\ufeff", "\u200e", "\u2066", "\u2069", "\u2060", "\u00ad", "\u200d", "\u061c", "\u3164"];
const BLANKS = [" ", "\u00a0", "\u202f", "\u3000", "\t", "\n", "\r\n", "\u2003"];
const ENDS = ["", ",", ";", ".", ", ", " ;", "…", "?"];

const fullWidth: Wrap = (text) =>
  text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));

/** Characters nobody sees, put in at some places; blanks and punctuation around. */
export const disguised = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      marks: fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...INVISIBLE)), { maxLength: 5 }),
      before: fc.constantFrom("", ...BLANKS, ...INVISIBLE),
      after: fc.constantFrom("", ...BLANKS, ...INVISIBLE),
      end: fc.constantFrom(...ENDS),
      wide: fc.boolean(),
    })
    .map(({ marks, before, after, end, wide }) => {
      const chars = [...(wide ? fullWidth(text) : text)];
      for (const [at, mark] of marks) chars.splice(at % (chars.length + 1), 0, mark);
      return before + chars.join("") + end + after;
    });

/** A link behind up to three redirects, in something a person may paste. */
export const wrapped = (link: string): fc.Arbitrary<string> =>
  fc
    .record({
      redirects: fc.array(fc.constantFrom(...Object.values(REDIRECTS)), { maxLength: 3 }),
      around: fc.constantFrom(...Object.values(AROUND)),
    })
    .map(({ redirects, around }) => around(redirects.reduce((inner, redirect) => redirect(inner), link)));
