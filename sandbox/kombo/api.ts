import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ApiError, errorBody } from "./api-error";
import { findCompany, requireIntegration, requireKey, requireModel } from "./auth";
import { concurrencyLimit } from "./concurrency-limit";
import { integrationDetails } from "./details";
import type { Ctx, Env } from "./env";
import { faultMiddleware } from "./fault-middleware";
import { latencyMiddleware } from "./latency-middleware";
import { listApplications, listCandidates, listTags } from "./lists";
import { logRequests } from "./log-requests";
import type { SandboxState } from "./state";
import { listUsers } from "./users";
import { writeTag } from "./write-tag";

function answerError(error: Error, c: Ctx): Response {
  if (!(error instanceof ApiError)) console.error("sandbox:", error);
  const [code, status] = error instanceof ApiError ? [error.code, error.status] : ["PLATFORM.UNKNOWN_ERROR", 500];
  return c.json(errorBody(code, error.message), status as ContentfulStatusCode);
}

/** Syncs now, or as soon as this integration's sync takes. */
function forceSync(state: SandboxState, c: Ctx): Response {
  const company = findCompany(state, c.req.header("X-Integration-Id"));
  const { syncMs } = company.options;
  if (syncMs > 0) state.timers.after(syncMs, () => company.sync());
  else company.sync();
  const { type } = (c.get("entry").body as { type?: "FULL" | "DELTA" } | null) ?? {};
  const sync_id = "SyncOfTheSandbox00000000";
  return c.json({ status: "success", data: { already_queued: false, sync_id, type: type ?? "FULL" } });
}

function reads(app: Hono<Env>): void {
  app.get("/v1/ats/candidates", (c) => {
    const company = c.get("company");
    requireModel(company.options.candidates, "candidates");
    return c.json(listCandidates(company, c.req.query()));
  });
  app.get("/v1/ats/applications", (c) => {
    const company = c.get("company");
    requireModel(company.options.candidates, "applications");
    return c.json(listApplications(company, c.req.query()));
  });
  app.get("/v1/ats/tags", (c) => {
    const company = c.get("company");
    requireModel(company.options.tags, "tags");
    return c.json(listTags(company, c.req.query()));
  });
  app.get("/v1/ats/users", (c) => c.json(listUsers(c.get("company"), c.req.query())));
}

/** Kombo's API as far as Quicktag calls it. */
export function komboApi(state: SandboxState): Hono<Env> {
  const app = new Hono<Env>();
  app.onError(answerError);
  app.notFound((c) => c.json(errorBody(null, "No such endpoint."), 404));
  app.use("/v1/*", logRequests(state));
  // Outside of everything that takes time, so that an action counts until its answer has left.
  app.on(["POST", "DELETE"], "/v1/ats/*", concurrencyLimit(state));
  app.use("/v1/*", latencyMiddleware(state), faultMiddleware(state), requireKey(state));
  app.use("/v1/ats/*", requireIntegration(state));

  app.get("/v1/check-api-key", (c) =>
    c.json({ status: "success", data: { environment_id: "SandboxEnvironment000000" } }),
  );
  app.get("/v1/integrations/:id", (c) => c.json(integrationDetails(findCompany(state, c.req.param("id")))));
  app.post("/v1/force-sync", (c) => forceSync(state, c));
  reads(app);
  app.post("/v1/ats/candidates/:id/tags", writeTag(state, "add"));
  app.delete("/v1/ats/candidates/:id/tags", writeTag(state, "remove"));
  return app;
}
