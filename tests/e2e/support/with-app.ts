import { type SessionOptions, withSession } from "../../harness/launch";
import { App } from "./app";

/** Starts Quicktag on a virtual screen of this size, runs `use`, and stops everything. For scripts and benchmarks. */
export function withApp(options: SessionOptions & { screen: string }, use: (app: App) => Promise<void>): Promise<void> {
  return withSession(options, async ({ display, sandbox, browser }) => {
    if (!display) throw new Error("There is no virtual screen");
    await use(new App(display, sandbox, browser));
  });
}
