import { KomboCore } from "@kombo-api/sdk/core.js";
import { afterAll, beforeAll } from "vitest";
import { API_KEY } from "../../sandbox/data";
import type { Answer } from "../../src/kombo/answer";
import { northwind, sandboxForTests } from "../unit/sandbox/helpers";
import type { Pair, Theirs } from "./calls";
import { type Recorded, type Recorder, startRecorder } from "./recorder";

export interface Both {
  ours: { answer: Answer<unknown>; requests: Recorded[] };
  theirs: { answer: Theirs; requests: Recorded[] };
}

export interface Made {
  apiKey?: string;
  integrationId?: string;
  /** Runs between the two, so that both meet the same world. */
  between?: () => void;
}

/** The sandbox behind a recorder, and a way to make the same call through both clients. */
export function bothClients() {
  const sandbox = sandboxForTests();
  let recorder: Recorder;
  beforeAll(async () => {
    recorder = await startRecorder(() => sandbox.it.httpPort);
  });
  afterAll(() => recorder.stop());
  return {
    get sandbox() {
      return sandbox.it;
    },
    get url() {
      return recorder.url;
    },
    async make(pair: Pair, { apiKey = API_KEY, integrationId = northwind.id, between }: Made = {}): Promise<Both> {
      const serverUrl = `${recorder.url}/v1`;
      recorder.take();
      const answer = await pair.ours({ apiKey, apiOrigin: recorder.url, serverUrl, integrationId });
      const ours = { answer, requests: recorder.take() };
      between?.();
      const core = new KomboCore({
        api_key: apiKey,
        server_url: serverUrl,
        integration_id: integrationId,
        retry_config: { strategy: "none" },
        timeout_ms: 5000,
      });
      const theirs = { answer: await pair.theirs(core), requests: recorder.take() };
      return { ours, theirs };
    },
  };
}
