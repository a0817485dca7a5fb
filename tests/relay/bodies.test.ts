import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relayForTests } from "./support/relay";
import { add, addRaw, candidate, head, raw, send, TAGS_PATH } from "./support/send";
import { makeToken } from "./support/tokens";

const relay = relayForTests({
  configure: (config) => {
    config.tagRules = { forbiddenWords: ["Forbidden"] };
  },
});

const applied = () => relay.it.sandbox.control.log.writes.map(({ sent }) => sent);

describe("a body that can be read in more than one way is refused", () => {
  const bodies: [string, string][] = [
    ["two tags", '{"tag":{"name":"ok"},"tag":{"name":"Forbidden"}}'],
    ["two names", '{"tag":{"name":"ok","name":"Forbidden"}}'],
    ["two names, the other way round", '{"tag":{"name":"Forbidden","name":"ok"}}'],
    ["an escaped key", '{"t\\u0061g":{"name":"Forbidden"}}'],
    ["an escaped key beside a plain one", '{"tag":{"name":"ok"},"t\\u0061g":{"name":"Forbidden"}}'],
    ["an escaped key inside", '{"tag":{"n\\u0061me":"Forbidden"}}'],
    ["an escaped letter in the name", '{"tag":{"name":"Forb\\u0069dden"}}'],
    ["an escaped slash", '{"tag":{"name":"a\\/b"}}'],
    ["an escaped line break", '{"tag":{"name":"a\\nb"}}'],
    ["half a surrogate pair", '{"tag":{"name":"\\ud800"}}'],
    ["blanks before", ' {"tag":{"name":"ok"}}'],
    ["blanks inside", '{"tag": {"name":"ok"}}'],
    ["a line break after", '{"tag":{"name":"ok"}}\n'],
    ["something after", '{"tag":{"name":"ok"}},'],
    ["another object after", '{"tag":{"name":"ok"}}{"tag":{"name":"Forbidden"}}'],
    ["a zero byte and something after", '{"tag":{"name":"ok"}}\0{"tag":{"name":"Forbidden"}}'],
    ["a zero byte in the name", '{"tag":{"name":"ok\0"}}'],
    ["a mark of the byte order", '\ufeff{"tag":{"name":"ok"}}'],
    ["keys in capitals", '{"TAG":{"NAME":"ok"}}'],
    ["more in the tag", '{"tag":{"name":"ok","id":"1"}}'],
    ["a prototype", '{"__proto__":{"tag":{"name":"Forbidden"}},"tag":{"name":"ok"}}'],
    ["a number", '{"tag":{"name":1}}'],
    ["a list", '{"tag":{"name":["Forbidden"]}}'],
    ["nothing", '{"tag":{"name":null}}'],
    ["no name", '{"tag":{"name":""}}'],
    ["no tag", "{}"],
    ["a list around it", '[{"tag":{"name":"ok"}}]'],
    ["half of it", '{"tag":{"name":"ok"}'],
    ["another language", "tag[name]=Forbidden"],
    ["empty remote fields", '{"tag":{"name":"ok"},"remote_fields":{}}'],
    ["unknown remote fields", '{"tag":{"name":"ok"},"remote_fields":{"lever":{"perform_as":"1"}}}'],
    ["remote fields first", '{"remote_fields":{"workable":{"on_behalf_of_user_remote_id":"1"}},"tag":{"name":"ok"}}'],
  ];

  it.each(bodies)("%s", async (_, body) => {
    const token = await makeToken(relay.it);
    for (const method of ["POST", "DELETE"])
      expect(await send(relay.it.origin, { token, body, method })).toMatchObject({ status: 400, reason: "body-shape" });
    expect(applied()).toEqual([]);
  });

  it.each<[string, number[]]>([
    ["a byte that begins nothing", [0x80]],
    ["a byte that never stands in UTF-8", [0xff]],
    ["a letter in two bytes", [0xc1, 0xa1]],
    ["a letter in three bytes", [0xe0, 0x81, 0xa1]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["beyond the last character", [0xf4, 0x90, 0x80, 0x80]],
    ["half a character", [0xe2, 0x82]],
  ])("broken UTF-8: %s", async (_, bytes) => {
    const text = Buffer.from('{"tag":{"name":"ok-"}}');
    const body = new Uint8Array([...text.subarray(0, 19), ...bytes, ...text.subarray(19)]);
    const answer = await addRaw(relay.it.origin, await makeToken(relay.it), body);
    expect(answer).toMatchObject({ status: 400, reason: "body-shape" });
  });

  it("every change of a good body by one byte is refused, or is another good body", { timeout: 60_000 }, async () => {
    const token = await makeToken(relay.it);
    const good = '{"tag":{"name":"Well"}}';
    const change = fc.tuple(
      fc.nat(good.length),
      fc.integer({ min: 0, max: 127 }),
      fc.constantFrom("insert", "replace", "delete"),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([at, code, how]) => {
        const one = how === "delete" ? "" : String.fromCharCode(code);
        const body = good.slice(0, at) + one + good.slice(how === "insert" ? at : at + 1);
        relay.it.sandbox.control.reset();
        const { status } = await addRaw(relay.it.origin, token, body);
        const names = status === 200 ? [JSON.parse(body).tag.name] : [];
        expect(applied()).toEqual(names);
        for (const name of names) expect(body).toBe(JSON.stringify({ tag: { name } }));
      }),
      { numRuns: process.env.QUICKTAG_SLOW === "1" ? 1000 : 80 },
    );
  });
});

describe("a body comes in one piece, plain, and is short", () => {
  const body = '{"tag":{"name":"ok"}}';

  it("not in chunks", async () => {
    const bytes = `${head("POST", TAGS_PATH, await makeToken(relay.it), ["Transfer-Encoding: chunked"])}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    expect(await raw(relay.it.origin, bytes)).toEqual({ status: 400, reason: "body-encoding" });
  });

  it.each(["gzip", "deflate", "br", "identity"])("not encoded: %s", async (encoding) => {
    const token = await makeToken(relay.it);
    const bytes = encoding === "gzip" ? new Uint8Array(gzipSync(body)) : body;
    const answer = await addRaw(relay.it.origin, token, bytes, { "content-encoding": encoding });
    expect(answer).toMatchObject({ status: 400, reason: "body-encoding" });
  });

  it("with its length", async () => {
    const token = await makeToken(relay.it);
    expect((await raw(relay.it.origin, head("POST", TAGS_PATH, token))).reason).toBe("body-encoding");
    const twice = head("POST", TAGS_PATH, token, ["Content-Length: 21", "Content-Length: 22"]);
    expect((await raw(relay.it.origin, `${twice}${body}x`)).status).toBe(400);
  });

  it("not padded beyond 4 kB", async () => {
    const token = await makeToken(relay.it);
    const long = `${" ".repeat(4096)}${body}`;
    expect(await addRaw(relay.it.origin, token, long)).toMatchObject({ status: 413, reason: "body-too-long" });
    const endless = `{"tag":{"name":"${"a".repeat(20_000)}"}}`;
    expect(await addRaw(relay.it.origin, token, endless)).toMatchObject({ status: 413, reason: "body-too-long" });
    expect(applied()).toEqual([]);
  });

  it("whatever type it says it has", async () => {
    const token = await makeToken(relay.it);
    const headers = { "content-type": "application/json; charset=utf-16" };
    expect(await addRaw(relay.it.origin, token, body, headers)).toMatchObject({ status: 200 });
    expect(applied()).toEqual(["ok"]);
  });

  it("the sync's is the one the extension sends", async () => {
    const token = await makeToken(relay.it);
    const sync = (text: string) => send(relay.it.origin, { token, path: "/v1/force-sync", body: text });
    expect(await sync('{"type":"DELTA"}')).toMatchObject({ status: 200 });
    for (const text of ['{"type":"FULL"}', "{}", '{"type":"DELTA","type":"FULL"}'])
      expect(await sync(text)).toMatchObject({ status: 400, reason: "body-shape" });
  });

  it("many refusals in a row do not break the connection", async () => {
    const token = await makeToken(relay.it);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => addRaw(relay.it.origin, at % 2 ? token : "x.y.z", `{"tag":${at}}`)),
    );
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(50);
  });
});

describe("tags in a user's name", () => {
  const fields = {
    greenhouse: { greenhouse: { post_headers: { "On-Behalf-Of": "1" } } },
    workable: { workable: { on_behalf_of_user_remote_id: "1" } },
  };
  it.each(Object.values(fields))("are refused unless permitted", async (remote_fields) => {
    const body = JSON.stringify({ tag: { name: "ok" }, remote_fields });
    const answer = await addRaw(relay.it.origin, await makeToken(relay.it), body);
    expect(answer).toMatchObject({ status: 400, reason: "remote-fields" });
    expect(applied()).toEqual([]);
  });
});

describe("a good body", () => {
  it("passes with every name that can be written, byte for byte", async () => {
    const token = await makeToken(relay.it);
    const names = ["a", '"', "\\", '\\"', '"}}', '","remote_fields":{}', "\u007e", "é", "日本", "😀", "a".repeat(255)];
    for (const name of [...names, "😀".repeat(255)])
      expect(await add(relay.it.origin, token, name)).toMatchObject({ status: 200 });
    expect(applied().slice(0, names.length)).toEqual(names);
    expect(relay.it.sandbox.control.tagsOf(candidate)).toContain("日本");
  });

  it.each([
    ["a control character", "a\u007f"],
    ["a change of direction", "a\u202eb"],
    ["a line break of its own kind", "a\u2028b"],
    ["too many characters", "a".repeat(256)],
  ])("is refused with %s in the name", async (_, name) => {
    const token = await makeToken(relay.it);
    expect(await add(relay.it.origin, token, name)).toMatchObject({ status: 400, reason: "tag-unwritable" });
  });

  it("with a forbidden tag is refused when it is added, not when it is taken away", async () => {
    const token = await makeToken(relay.it);
    expect(await add(relay.it.origin, token, "Forbidden")).toMatchObject({ status: 400, reason: "tag-forbidden" });
    expect(await add(relay.it.origin, token, "Forbidden", { method: "DELETE" })).toMatchObject({ status: 200 });
  });
});
