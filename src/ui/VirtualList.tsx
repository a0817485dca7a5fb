import {
  type ComponentType,
  type KeyboardEvent,
  memo,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { language } from "./text";

/** Rows drawn above and below what is seen, so that scrolling finds them there. */
const MARGIN = 8;

export interface RowProps<Item> {
  item: Item;
  isSelected: boolean;
}

interface Props<Item> {
  label: string;
  items: readonly Item[];
  rowPx: number;
  /** As many rows as it is high at most. */
  mostRows: number;
  /** Stays with the item wherever it stands. */
  keyOf: (item: Item) => string | number;
  /** Drawn anew only when its item or its selection changes, so it must be the same component each time. */
  Row: ComponentType<RowProps<Item>>;
  active: number;
  onActive: (at: number) => void;
  /** A click on an item, which is active from then on. The same function each time. */
  onPick?: (item: Item) => void;
  /** A key the list itself has no use for; true when it was used. */
  onKey?: (key: string) => boolean;
  /** Where several items can be selected; without it the active one is. */
  isSelected?: (item: Item) => boolean;
  /** Whether it can be selected at all. */
  mayBeSelected?: (item: Item) => boolean;
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
export function VirtualList<Item>(props: Props<Item>) {
  const { label, items, rowPx, mostRows, keyOf, Row, active, onKey, isSelected, mayBeSelected } = props;
  const box = useRef<HTMLDivElement>(null);
  /** The first row in view: scrolling within it draws nothing anew. */
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
  // One function for all rows and times, or each of them would be drawn anew.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const pick = useCallback((at: number) => {
    const { items: all, onActive, onPick } = latest.current;
    const item = all[at];
    onActive(at);
    if (item !== undefined) onPick?.(item);
  }, []);
  const first = Math.max(0, top - MARGIN);
  const last = Math.min(items.length, top + Math.ceil(height / rowPx) + 1 + MARGIN);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = movedTo(event.key, active, items.length, Math.max(1, Math.floor(height / rowPx) - 1));
    if (to === null) {
      if (onKey?.(event.key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    props.onActive(to);
    const element = box.current;
    if (!element) return;
    if (to * rowPx < element.scrollTop) element.scrollTop = to * rowPx;
    else if ((to + 1) * rowPx > element.scrollTop + height) element.scrollTop = (to + 1) * rowPx - height;
  };
  const activeItem = items[active];
  return (
    <div
      ref={box}
      className="virtual"
      style={{ height: `min(60vh, ${Math.min(items.length, mostRows) * rowPx + 2}px)` }}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={isSelected ? true : undefined}
      aria-activedescendant={activeItem === undefined ? undefined : `${id}-${keyOf(activeItem)}`}
      onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / rowPx))}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-all" role="presentation" style={{ height: items.length * rowPx }}>
        {items.slice(first, last).map((item, offset) => {
          const at = first + offset;
          return (
            <Option
              key={keyOf(item)}
              id={`${id}-${keyOf(item)}`}
              item={item}
              Row={Row as ComponentType<RowProps<unknown>>}
              at={at}
              count={items.length}
              rowPx={rowPx}
              isActive={at === active}
              isSelected={isSelected ? isSelected(item) : at === active}
              isDisabled={mayBeSelected?.(item) === false}
              onPick={pick}
              language={language()}
            />
          );
        })}
      </div>
    </div>
  );
}

interface OptionProps extends RowProps<unknown> {
  id: string;
  Row: ComponentType<RowProps<unknown>>;
  at: number;
  count: number;
  rowPx: number;
  isActive: boolean;
  isDisabled: boolean;
  onPick: (at: number) => void;
  /** Drawn anew in another language though nothing else of it changed. */
  language: string;
}

const Option = memo(function Option({ id, item, Row, at, count, rowPx, isActive, isSelected, ...rest }: OptionProps) {
  const { isDisabled, onPick } = rest;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      role="option"
      className={isActive ? "virtual-row active" : "virtual-row"}
      style={{ height: rowPx, transform: `translateY(${at * rowPx}px)` }}
      aria-selected={isSelected}
      aria-disabled={isDisabled ? true : undefined}
      aria-setsize={count}
      aria-posinset={at + 1}
      onClick={() => onPick(at)}
    >
      <Row item={item} isSelected={isSelected} />
    </div>
  );
});
