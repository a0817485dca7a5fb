/** How long the window must have kept its height before it is taken for all there is (ms). */
const SETTLED_MS = 150;
/** Under this height (CSS px) everything takes less room. */
const SHORT = 400;
const LOWEST = 200;

/**
 * The browser cuts a popup off at 600 screen pixels, which are 300 of ours at 200 % zoom. The popup then fits itself into
 * what it got. In CSS alone it could not: a window that takes its height from its content would never grow.
 */
export function fitWindow(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, SETTLED_MS);
  };
  window.addEventListener("resize", look);
  look();
}

function fit(): void {
  const { body } = document;
  body.style.maxHeight = "";
  body.classList.remove("short");
  // A window as low as this is still on its way to its size.
  if (window.innerHeight < LOWEST || body.getBoundingClientRect().height <= window.innerHeight + 1) return;
  body.style.maxHeight = `${window.innerHeight}px`;
  body.classList.toggle("short", window.innerHeight < SHORT);
}
