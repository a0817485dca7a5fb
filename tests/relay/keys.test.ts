import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKeySet } from "../../relay/keys/jwks";
import { makeSigningKey } from "../../relay/local/identity";
import { until } from "../harness/until";
import { relayForTests } from "./support/relay";
import { runCommand } from "./support/run-command";
import { add, send } from "./support/send";
import { makeToken } from "./support/tokens";

describe("a running relay", () => {
  const relay = relayForTests();
  const first = () => relay.it.instances[0]!;

  it("takes up new keys without losing a request, and drops those that are gone", async () => {
    const old = await makeToken(relay.it);
    const failed: string[] = [];
    let going = true;
    const worker = async () => {
      while (going) {
        const { status, reason } = await add(relay.it.origin, old, "Referral");
        if (status !== 200) failed.push(`${status} ${reason}`);
      }
    };
    const workers = Array.from({ length: 4 }, worker);
    try {
      await relay.it.identity.rotate();
      const fresh = await makeToken(relay.it);
      expect(await add(relay.it.origin, fresh, "Referral")).toMatchObject({ status: 401, reason: "token-key" });
      expect(await first().refresh()).toMatchObject({ changed: true });
      // A connection to the worker before is served by it to its end.
      await until("the new key to count", async () => (await add(relay.it.origin, fresh, "Referral")).status === 200);
    } finally {
      going = false;
      await Promise.all(workers);
    }
    expect(failed).toEqual([]);
    expect(relay.it.audit.length).toBeGreaterThan(5);
  });

  it("does nothing when nothing changed", async () => {
    await first().refresh();
    expect(await first().refresh()).toEqual({ changed: false, notes: [] });
  });

  it("goes on with the keys it has while the identity provider cannot be reached, and says so", async () => {
    await first().refresh();
    relay.it.identity.setReachable(false);
    const { changed, notes } = await first().refresh();
    relay.it.identity.setReachable(true);
    expect(changed).toBe(false);
    expect(notes.join()).toMatch(/^identity provider: .+; what was known before stays in force$/);
    expect(await add(relay.it.origin, await makeToken(relay.it), "Referral")).toMatchObject({ status: 200 });
  });

  it("takes up another API key from its file", async () => {
    const { keyFile } = relay.it.config.kombo;
    const good = readFileSync(keyFile, "utf8");
    writeFileSync(keyFile, "ks_dev_another_key");
    expect((await first().refresh()).changed).toBe(true);
    const token = await makeToken(relay.it);
    // A connection from before is served once more by the process from before.
    const answered = async () => {
      const { status, reason } = await send(relay.it.origin, { token, path: "/v1/check-api-key" });
      return `${status} ${reason}`;
    };
    // Kombo refuses it, and the answer does not claim to be the relay's own.
    await expect.poll(answered).toBe("401 null");
    writeFileSync(keyFile, good);
    await first().refresh();
    await expect.poll(answered).toBe("200 null");
    writeFileSync(keyFile, "no key\nat all");
    await expect(first().refresh()).rejects.toThrow("does not hold one");
    writeFileSync(keyFile, good);
  });

  it("is refreshed by the command too, from another process", async () => {
    const file = join(relay.it.folder, "relay.json");
    writeFileSync(file, JSON.stringify(relay.it.config));
    const { folder, haproxy } = first();
    const place = ["--config", file, "--instance", "a", "--folder", folder];
    const prepared = await runCommand("prepare", ...place);
    await relay.it.identity.rotate();
    const refreshed = await runCommand("refresh", ...place, "--socket", haproxy.socket);
    expect([prepared.code, refreshed.code]).toEqual([0, 0]);
    expect(JSON.parse(refreshed.said)).toMatchObject({ relay: "reloaded" });
    const answered = async () => (await add(relay.it.origin, await makeToken(relay.it), "Referral")).status;
    await expect.poll(answered).toBe(200);
    const wrong = await runCommand("refresh", ...place, "--key-file", "/nowhere", "--socket", haproxy.socket);
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain("/nowhere");
  });

  it("keeps its files to itself, and few of them", async () => {
    const { folder } = first();
    const generations = readdirSync(folder).filter((name) => name.startsWith("generation-"));
    expect(generations.length).toBeLessThanOrEqual(2);
    for (const generation of generations)
      for (const name of ["haproxy.cfg", "secret.map"])
        expect(statSync(join(folder, generation, name)).mode & 0o077).toBe(0);
  });
});

describe("a key set", () => {
  it("gives the keys HAProxy can verify with, the public halves alone, and says what it left out", async () => {
    const rsa = await makeSigningKey();
    const ec = await makeSigningKey("ES256");
    const { keys, leftOut } = readKeySet({
      keys: [
        rsa,
        ec,
        { ...rsa, kid: "enc", use: "enc" },
        { ...rsa, kid: "pss", alg: "PS256" },
        { ...rsa, kid: "a b'\n" },
        { ...rsa, kid: undefined },
        { ...rsa },
        { kty: "oct", kid: "shared", k: "AAAA" },
        { kty: "EC", crv: "P-256", kid: "broken", x: "AA", y: "AA" },
        null,
      ],
    });
    expect(keys.map(({ kid, algorithm }) => `${kid} ${algorithm}`).sort()).toEqual(
      [`${rsa.kid} RS256`, `${ec.kid} ES256`].sort(),
    );
    expect(leftOut).toHaveLength(8);
    for (const { pem } of keys) expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });

  it.each([[null], [{}], [{ keys: [] }], [{ keys: [{ kty: "oct", kid: "x" }] }]])(
    "of nothing is an error: %j",
    (json) => {
      expect(() => readKeySet(json)).toThrow();
    },
  );
});

describe("elliptic keys", () => {
  const relay = relayForTests({ algorithm: "ES256" });
  it("verify tokens too", async () => {
    expect(relay.it.identity.keys[0]).toMatchObject({ alg: "ES256" });
    expect(await add(relay.it.origin, await makeToken(relay.it), "Referral")).toMatchObject({ status: 200 });
    const stranger = { ...(await makeSigningKey("ES256")), kid: relay.it.identity.keys[0]!.kid };
    const forged = await makeToken(relay.it, { key: stranger });
    expect(await add(relay.it.origin, forged, "Referral")).toMatchObject({ status: 401, reason: "token-signature" });
    const mixed = { ...(await makeSigningKey("RS256")), kid: relay.it.identity.keys[0]!.kid };
    const other = await makeToken(relay.it, { key: mixed });
    expect(await add(relay.it.origin, other, "Referral")).toMatchObject({ status: 401, reason: "token-key" });
  });
});
