import type { Company } from "./company";
import type { Step } from "./env";
import { errorBody } from "./errors";
import type { World } from "./world";

/** Actions at one time per integration; every action's answer says how many there may be and how many are free. */
export function slots(world: World): Step {
  return async (c, next) => {
    const { integration } = c.get("entry");
    const company = world.companies.get(integration ?? "");
    if (!company) return next();
    const limit = company.options.concurrencyLimit;
    if (company.inFlight >= limit) {
      const body = errorBody("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", `More than ${limit} actions at once.`);
      c.res = c.json(body, 429);
      say(c.res, company);
      return;
    }
    company.inFlight += 1;
    try {
      await next();
      say(c.res, company);
    } finally {
      company.inFlight -= 1;
    }
  };
}

function say(response: Response, { options, inFlight }: Company): void {
  response.headers.set("Concurrency-Limit", String(options.concurrencyLimit));
  response.headers.set("Concurrency-Remaining", String(Math.max(0, options.concurrencyLimit - inFlight)));
}
