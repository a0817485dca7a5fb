import type { PageSide } from "../messaging/page-side";
import { gather } from "./gather";
import { linkText } from "./link";
import { showToast } from "./toast";

/**
 * The only script that ever runs in a page, and only after a gesture. It listens to nothing and asks for nothing: the
 * background calls these functions and gets their answers. Injected again it replaces itself.
 */
const quicktag: PageSide = { gather, linkText, showToast };

Object.assign(globalThis, { quicktag });
