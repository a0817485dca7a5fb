import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { integrationDetails } from "./details";
import type { Ctx, Env } from "./env";
import { errorBody, Refusal } from "./errors";
import { companyOf, needsIntegration, needsKey, needsModel } from "./guard";
import { listApplications, listCandidates, listTags } from "./lists";
import { record } from "./record";
import { slots } from "./slots";
import { strike } from "./strike";
import { listUsers } from "./users";
import type { World } from "./world";
import { writeTag } from "./write-tag";

function failed(error: Error, c: Ctx): Response {
  if (!(error instanceof Refusal)) console.error("sandbox:", error);
  const [code, status] = error instanceof Refusal ? [error.code, error.status] : ["PLATFORM.UNKNOWN_ERROR", 500];
  return c.json(errorBody(code, error.message), status as ContentfulStatusCode);
}

/** Mirrors the ATS now, or as soon as this integration's sync takes. */
function forceSync(world: World, c: Ctx): Response {
  const company = companyOf(world, c.req.header("X-Integration-Id"));
  const { syncMs } = company.options;
  if (syncMs > 0) world.timers.after(syncMs, () => company.sync());
  else company.sync();
  const { type } = (c.get("entry").body as { type?: "FULL" | "DELTA" } | null) ?? {};
  const sync_id = "SyncOfTheSandbox00000000";
  return c.json({ status: "success", data: { already_queued: false, sync_id, type: type ?? "FULL" } });
}

/** Reads answer after as long as this integration's reads take. */
async function slowly(world: World, c: Ctx, answer: () => object): Promise<Response> {
  await world.timers.wait(c.get("company").options.readMs);
  return c.json(answer());
}

/** Kombo's API as far as Quicktag calls it. */
export function komboApi(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.onError(failed);
  app.notFound((c) => c.json(errorBody(null, "No such endpoint."), 404));
  app.use("/v1/*", record(world));
  app.on(["POST", "DELETE"], "/v1/ats/*", slots(world));
  app.use("/v1/*", strike(world), needsKey(world));
  app.use("/v1/ats/*", needsIntegration(world));

  app.get("/v1/check-api-key", (c) =>
    c.json({ status: "success", data: { environment_id: "SandboxEnvironment000000" } }),
  );
  app.get("/v1/integrations/:id", (c) => c.json(integrationDetails(companyOf(world, c.req.param("id")))));
  app.post("/v1/force-sync", (c) => forceSync(world, c));

  app.get("/v1/ats/candidates", (c) => {
    const company = c.get("company");
    needsModel(company.options.candidates, "candidates");
    return slowly(world, c, () => listCandidates(company, c.req.query()));
  });
  app.get("/v1/ats/applications", (c) => {
    const company = c.get("company");
    needsModel(company.options.candidates, "applications");
    return slowly(world, c, () => listApplications(company, c.req.query()));
  });
  app.get("/v1/ats/tags", (c) => {
    const company = c.get("company");
    needsModel(company.options.tags, "tags");
    return slowly(world, c, () => listTags(company, c.req.query()));
  });
  app.get("/v1/ats/users", (c) => slowly(world, c, () => listUsers(c.get("company"), c.req.query())));
  app.post("/v1/ats/candidates/:id/tags", writeTag(world, "add"));
  app.delete("/v1/ats/candidates/:id/tags", writeTag(world, "remove"));
  return app;
}
