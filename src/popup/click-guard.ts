/**
 * How long what is clicked must have stood still (ms): longer than a person needs to press once they have aimed, shorter
 * than they need to aim anew. Browsers protect their permission prompts in the same way.
 */
const STEADY_MS = 300;

let movedAt = 0;

/** Something in the popup changed its place, or its meaning in the same place. */
export function layoutShifted(): void {
  movedAt = performance.now();
}

/**
 * The popup grows and shrinks with what it has to say, so that a click may meet a tag, or an Undo, that came under the
 * mouse an instant ago. Such a click is not taken. Clicks by keyboard and assistive technology are: they do not aim.
 */
export function guardClicks(): void {
  const watch = new ResizeObserver(layoutShifted);
  for (const part of document.querySelectorAll("main > *, #entry > *, footer"))
    watch.observe(part, { box: "border-box" });
  let pressedAt = Number.POSITIVE_INFINITY;
  let steady = true;
  const press = ({ timeStamp }: Event) => {
    pressedAt = timeStamp;
    steady = timeStamp - movedAt >= STEADY_MS;
  };
  const click = (event: MouseEvent) => {
    const aimed = event.detail > 0 && pressedAt !== Number.POSITIVE_INFINITY;
    // Nor is the second half of a double click, also when nothing moved yet: once is meant.
    if (!aimed || (event.detail === 1 && steady && movedAt < pressedAt)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before anybody else hears of it.
  document.addEventListener("pointerdown", press, true);
  document.addEventListener("click", click, true);
}
