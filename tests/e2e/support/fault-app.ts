import type { Person, SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import type { TcpProxy } from "../../harness/tcp-proxy";
import type { ExtensionPage } from "./extension-page";

/** What the fault tests and the soak do with a browser, whichever it is. */
export interface FaultApp {
  readonly control: Sandbox["control"];
  /** The browser itself sends a request again whose old connection was reset, so that nobody notices. */
  readonly repeatsResets: boolean;
  readonly proxy: TcpProxy;
  readonly extensionPage: ExtensionPage;
  readonly background: {
    /** Makes every write to the database fail as on a full disk, or work again. */
    refuseToStore(refuse: boolean): Promise<void>;
    /** Sets the clock of the running background forward, or back if `ms` is negative. */
    shiftClock(ms: number): Promise<void>;
  };
  /** The candidate's tags in the ATS. */
  tagsOf(person: Person): readonly string[];
  /** Saves the key and three companies, which resumes what was on hold. */
  connectAll(): Promise<void>;
  /** Stops the worker or event page at once. */
  killBackground(): Promise<void>;
  goOffline(offline: boolean): Promise<void>;
  openExtensionWindow(): Promise<ExtensionPage>;
  /** Reloads the extension while it works, as an update does, and waits until it runs again. */
  reload(): Promise<void>;
  /** Types a tag on a candidate's page, presses Enter and leaves the popup after a while. */
  tagAndLeave(of: SandboxIntegration, person: Person, tag: string, afterMs: number): Promise<void>;
}

/** Playwright's `test`, under the browser's name. */
export type FaultTest = (title: string, body: (fixtures: { app: FaultApp }) => Promise<void>) => void;
