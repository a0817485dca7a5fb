import { Hono } from "hono";
import type { FaultRule } from "./faults";
import type { OptionsPatch } from "./options";
import type { World } from "./world";

/** Changes in an ATS that somebody else made; they show in reads after a sync. */
interface ElsewhereChange {
  integration: string;
  addTags?: string[];
  deleteTags?: string[];
}

/** Applies what another user of the ATS did. */
export function changeElsewhere(world: World, change: ElsewhereChange): void {
  const company = world.company(change.integration);
  for (const name of change.addTags ?? []) if (!company.tag(name)) company.createTag(name);
  for (const name of change.deleteTags ?? []) company.deleteTag(name);
}

/** The strings behind the scenes, over HTTP and only under this path; nothing of it exists at the real service. */
export function controlApi(world: World): Hono {
  const app = new Hono().basePath("/__sandbox");
  app.onError((error, c) => c.json({ error: error.message }, 400));
  app.put("/faults", async (c) => {
    world.faults.set(await c.req.json<FaultRule[]>());
    return c.json({ ok: true });
  });
  app.put("/options", async (c) => {
    world.set(await c.req.json<OptionsPatch>());
    return c.json({ ok: true });
  });
  app.post("/release/:name", (c) => c.json({ released: world.faults.release(c.req.param("name")) }));
  app.get("/held", (c) => c.json(world.faults.held()));
  app.post("/reset", (c) => {
    world.reset();
    return c.json({ ok: true });
  });
  app.post("/sync", (c) => {
    world.sync(c.req.query("integration"));
    return c.json({ ok: true });
  });
  app.put("/tags", async (c) => {
    changeElsewhere(world, await c.req.json<ElsewhereChange>());
    return c.json({ ok: true });
  });
  app.post("/reissue/:id", (c) => {
    const id = c.req.param("id");
    const company = [...world.companies.values()].find((each) => each.candidate(id));
    if (!company) throw new Error(`no candidate ${id}`);
    return c.json({ id: company.reissue(id) });
  });
  app.get("/ledger", (c) => c.json({ requests: world.ledger.requests, writes: world.ledger.writes }));
  app.get("/state", (c) => c.json(world.state()));
  return app;
}
