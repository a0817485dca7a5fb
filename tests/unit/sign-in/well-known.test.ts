import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";

vi.mock("../../../src/platform/browser", () => ({ browser: {} }));
const { parseWellKnown, readWellKnown } = await import("../../../src/options/sign-in/well-known");

const RELAY = "https://tags.example.com";
const good = {
  version: 1,
  origin: RELAY,
  api: `${RELAY}/v1`,
  issuer: "https://id.example.com/realms/company",
  clientId: "quicktag",
  scopes: ["openid", "email"],
  audience: RELAY,
  token: "access",
};
const { version: _, origin: _o, api: _a, ...place } = good;
const parse = (document: unknown) => parseWellKnown(JSON.stringify(document), RELAY);

describe("the document a relay gives", () => {
  it("is taken as it is", () => expect(parse(good)).toEqual(place));

  it.each(["https://tags.example.org", "https://tags.example.com/", "http://tags.example.com", "", null, 1])(
    "does not count when it calls itself %j",
    (origin) => expect(parse({ ...good, origin })).toBe("other-origin"),
  );

  it("does not count when it sends the calls elsewhere", () =>
    expect(parse({ ...good, api: "https://evil.example/v1" })).toBe("other-origin"));

  it.each(["http://id.example.com", "javascript:alert(1)", "id.example.com", "", 7])(
    "does not count with the issuer %j",
    (issuer) => expect(parse({ ...good, issuer })).toBe("unreadable"),
  );

  it("never throws, and takes nothing that is not all there", () => {
    const field = fc.constantFrom(...(Object.keys(place) as (keyof typeof place)[]).filter((name) => name !== "token"));
    fc.assert(fc.property(fc.string(), (text) => typeof parseWellKnown(text, RELAY) === "string"));
    fc.assert(fc.property(fc.json(), (text) => typeof parseWellKnown(text, RELAY) === "string"));
    fc.assert(
      fc.property(
        field,
        fc.oneof(fc.constant(undefined), fc.integer(), fc.object(), fc.constant(" ")),
        (name, value) => {
          expect(parse({ ...good, [name]: value })).toBe("unreadable");
        },
      ),
    );
  });
});

describe("asking a relay", () => {
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener).listen(0, "127.0.0.1");
    stops.push(
      () => void server.closeAllConnections(),
      () => void server.close(),
    );
    await new Promise((resolve) => server.once("listening", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const documentOf = (origin: string) => JSON.stringify({ ...good, origin, audience: origin, api: `${origin}/v1` });

  it("reads it", async () => {
    const origin: string = await serve((_, response) => response.end(documentOf(origin)));
    expect(await readWellKnown(origin, false)).toEqual({ ...place, audience: origin });
  });

  it("follows no redirect, not even to itself", async () => {
    const origin: string = await serve((request, response) =>
      request.url === "/here" ? response.end(documentOf(origin)) : response.writeHead(302, { location: "/here" }).end(),
    );
    expect(await readWellKnown(origin, false)).toBe("unreachable");
  });

  it("reads no more than a few kB, though it never ends", async () => {
    let sent = 0;
    const origin: string = await serve((_, response) => {
      const more = () => {
        sent += 1000;
        if (!response.destroyed) response.write(" ".repeat(1000), () => setTimeout(more, 1));
      };
      more();
    });
    expect(await readWellKnown(origin, false)).toBe("unreadable");
    expect(sent).toBeLessThan(500_000);
  });

  it("tells a host without a relay from one that is not there", async () => {
    const origin = await serve((_, response) => response.writeHead(404).end());
    expect(await readWellKnown(origin, false)).toBe("no-relay");
    expect(await readWellKnown("http://127.0.0.1:1", false)).toBe("unreachable");
  });

  it("asks nobody in the clear", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    expect(await readWellKnown("http://tags.example.com", false)).toBe("unreachable");
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
