import type { MiddlewareHandler } from "hono";
import { errorBody } from "./api-error";
import type { Company } from "./company";
import type { Env } from "./env";
import type { SandboxState } from "./state";

/** Refuses actions over the integration's limit; the headers of every action's answer tell the limit and what is free. */
export function concurrencyLimit(state: SandboxState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { integration } = c.get("entry");
    const company = state.companies.get(integration ?? "");
    if (!company) return next();
    const limit = company.options.concurrencyLimit;
    if (company.inFlight >= limit) {
      const body = errorBody("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", `More than ${limit} actions at once.`);
      c.res = c.json(body, 429);
      setHeaders(c.res, company);
      return;
    }
    company.inFlight += 1;
    try {
      await next();
      setHeaders(c.res, company);
    } finally {
      company.inFlight -= 1;
    }
  };
}

/** Reads the limit again: it may have been changed while the action ran. */
function setHeaders(response: Response, { options, inFlight }: Company): void {
  response.headers.set("Concurrency-Limit", String(options.concurrencyLimit));
  response.headers.set("Concurrency-Remaining", String(Math.max(0, options.concurrencyLimit - inFlight)));
}
