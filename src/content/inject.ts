import type { PageSide } from "../messaging/page-side";
import { gather } from "./gather";
import { linkFacts } from "./link";
import { pageLinks } from "./page-links";
import { showToast } from "./toast";

/**
 * The only script that ever runs in a page, and only after a gesture. It listens to nothing but the keys for its own
 * toast and asks for nothing: the background calls these functions and gets their answers. Injected again it replaces
 * itself.
 */
const quicktag: PageSide = { gather, linkFacts, pageLinks, showToast };

// An own property: a page's `<iframe name="quicktag">` gives every world's window one of that name.
Object.defineProperty(globalThis, "quicktag", { value: quicktag, configurable: true });
