import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";

/** Rows drawn above and below what is seen, so that scrolling finds them there. */
const MARGIN = 8;

interface Props {
  label: string;
  count: number;
  rowPx: number;
  /** As many rows as it is high at most. */
  mostRows: number;
  active: number;
  onActive: (at: number) => void;
  /** A key the list itself has no use for; true when it was used. */
  onKey?: (key: string) => boolean;
  /** A key for React that stays with the row wherever it stands. */
  keyOf: (at: number) => string;
  row: (at: number) => ReactNode;
}

/** Where the highlight goes by this key; null for any other key. */
function movedTo(key: string, at: number, count: number, page: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** A list of any length, one row of which is active; only the rows in view are drawn. It is one Tab stop. */
export function VirtualList({ label, count, rowPx, mostRows, active, onActive, onKey, keyOf, row }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(rowPx * mostRows);
  const id = useId();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / rowPx) - MARGIN);
  const last = Math.min(count, Math.ceil((top + height) / rowPx) + MARGIN);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = movedTo(event.key, active, count, Math.max(1, Math.floor(height / rowPx) - 1));
    if (to === null) {
      if (onKey?.(event.key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    onActive(to);
    const element = box.current;
    if (!element) return;
    if (to * rowPx < element.scrollTop) element.scrollTop = to * rowPx;
    else if ((to + 1) * rowPx > element.scrollTop + height) element.scrollTop = (to + 1) * rowPx - height;
  };
  return (
    <div
      ref={box}
      className="virtual"
      style={{ height: `min(60vh, ${Math.min(count, mostRows) * rowPx + 2}px)` }}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={count > 0 ? `${id}-${keyOf(active)}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-all" role="presentation" style={{ height: count * rowPx }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
          const at = first + offset;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
            <div
              key={keyOf(at)}
              id={`${id}-${keyOf(at)}`}
              role="option"
              className={at === active ? "virtual-row active" : "virtual-row"}
              style={{ height: rowPx, transform: `translateY(${at * rowPx}px)` }}
              aria-selected={at === active}
              aria-setsize={count}
              aria-posinset={at + 1}
              onClick={() => onActive(at)}
            >
              {row(at)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
