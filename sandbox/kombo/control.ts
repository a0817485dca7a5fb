import { Hono } from "hono";
import type { TagChange } from "./company";
import type { FaultRule } from "./fault";
import type { LatencyMode } from "./latency";
import type { OptionsPatch } from "./options";
import type { Growth, SandboxState } from "./state";

type For<T> = T & { integration: string };

const DONE = { ok: true };

function orders(app: Hono, state: SandboxState): void {
  app.put("/faults", async (c) => {
    state.faults.set(await c.req.json<FaultRule[]>());
    return c.json(DONE);
  });
  app.post("/release/:name", (c) => c.json({ released: state.faults.release(c.req.param("name")) }));
  app.put("/options", async (c) => {
    state.set(await c.req.json<OptionsPatch>());
    return c.json(DONE);
  });
  app.put("/latency", async (c) => {
    state.setLatency(await c.req.json<LatencyMode>());
    return c.json(DONE);
  });
  app.put("/tags", async (c) => {
    const { integration, ...change } = await c.req.json<For<TagChange>>();
    state.changeTags(integration, change);
    return c.json(DONE);
  });
  app.put("/grow", async (c) => {
    const { integration, ...growth } = await c.req.json<For<Growth>>();
    state.grow(integration, growth);
    return c.json(DONE);
  });
  app.post("/reissue/:id", (c) => {
    const id = c.req.param("id");
    return c.json({ id: state.companyOf(id).reissue(id) });
  });
  app.post("/sync", (c) => {
    state.sync(c.req.query("integration"));
    return c.json(DONE);
  });
  app.post("/reset", (c) => {
    state.reset();
    return c.json(DONE);
  });
}

function reports(app: Hono, state: SandboxState): void {
  app.get("/held", (c) => c.json(state.faults.held()));
  app.get("/log", (c) => c.json({ requests: state.log.requests, writes: state.log.writes }));
  app.get("/created", (c) => c.json(state.createdTags()));
  app.get("/redirected", (c) => c.json(state.recorder.arrivals));
  app.get("/truth", (c) => c.json(state.truth()));
}

/** The controls over HTTP, only under this path; the real service has nothing like them. */
export function controlApi(state: SandboxState): Hono {
  const app = new Hono().basePath("/__sandbox");
  app.onError((error, c) => c.json({ error: error.message }, 400));
  orders(app, state);
  reports(app, state);
  return app;
}
