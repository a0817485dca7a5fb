import { pinningIn } from "../../platform/pinned";
import { type TextKey, text } from "../../ui/text";
import { usePinned } from "../model/usePinned";

const HOW: Record<ReturnType<typeof pinningIn>, TextKey> = {
  chrome: "options_pin_chrome",
  edge: "options_pin_edge",
  firefox: "options_pin_firefox",
};

/** How to keep the button in view: without it nobody sees its badge. Thanks once it is there. */
export function Pin() {
  const pinned = usePinned();
  const where = pinningIn();
  return (
    <section className="pin" aria-live="polite">
      <div>
        <p className="field-title">{text(pinned ? "options_pin_done" : "options_pin")}</p>
        <p className="muted">{pinned ? text("options_pin_done_text") : text(HOW[where])}</p>
      </div>
      {!pinned && <Drawing where={where} />}
    </section>
  );
}

/** The toolbar with the puzzle piece, and below it the menu's row with the mark to press. The words say the same. */
function Drawing({ where }: { where: ReturnType<typeof pinningIn> }) {
  return (
    <svg className="pin-drawing" viewBox="0 0 220 104" aria-hidden="true">
      <rect className="pin-bar" x="1" y="1" width="218" height="30" rx="8" />
      <rect className="pin-address" x="10" y="8" width="136" height="16" rx="8" />
      <path className="pin-here" d="M160 11h4a3 3 0 1 1 6 0h4v4a3 3 0 1 0 0 6v4h-14z" />
      <circle className="pin-dot" cx="198" cy="17" r="5" />
      <rect className="pin-bar" x="52" y="40" width="140" height="62" rx="8" />
      <rect className="pin-line" x="64" y="51" width="56" height="6" rx="3" />
      <rect className="pin-row" x="58" y="66" width="128" height="28" rx="6" />
      <rect className="pin-logo" x="65" y="73" width="14" height="14" rx="4" />
      <text className="pin-name" x="86" y="84">
        Quicktag
      </text>
      <g className="pin-here">
        {where === "chrome" && <path d="M165 72h9v2l-1.5 1v5l3 3v2h-5v4l-1 1-1-1v-4h-5v-2l3-3v-5l-1.500-1z" />}
        {where === "edge" && (
          <path
            fillRule="evenodd"
            d="M160 80c5-8 15-8 20 0c-5 8-15 8-20 0zM170 76a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM170 78.500a1.500 1.500 0 1 1 0 3a1.500 1.500 0 1 1 0-3z"
          />
        )}
        {where === "firefox" && (
          <path
            fillRule="evenodd"
            d="M168.500 71h3l.6 2.400 1.700.8 2.200-1.200 2 2-1.200 2.200.8 1.700 2.400.6v3l-2.400.6-.8 1.700 1.200 2.200-2 2-2.200-1.200-1.700.8-.6 2.400h-3l-.6-2.400-1.700-.8-2.200 1.200-2-2 1.200-2.200-.8-1.700-2.400-.6v-3l2.400-.6.8-1.700-1.200-2.200 2-2 2.200 1.200 1.700-.8zM170 78a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"
          />
        )}
      </g>
    </svg>
  );
}
