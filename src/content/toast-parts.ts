/** An element with its style set by script: a page's Content-Security-Policy blocks style elements, but not this. */
export function styled(tag: string, style: Record<string, string>, text?: string): HTMLElement {
  const element = document.createElement(tag);
  for (const [property, value] of Object.entries(style)) element.style.setProperty(property, value, "important");
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Takes the page's styles off the host and puts it in the corner. */
export function box(host: HTMLElement, dark: boolean): void {
  const style: Record<string, string> = {
    all: "initial",
    position: "fixed",
    inset: "auto 16px 16px auto",
    "z-index": "2147483647",
    "box-sizing": "border-box",
    width: "min(360px, calc(100vw - 32px))",
    padding: "12px 12px 12px 14px",
    margin: "0",
    border: `1px solid ${dark ? "#3a414d" : "#d7dce3"}`,
    "border-radius": "12px",
    background: dark ? "#1d222a" : "#ffffff",
    color: dark ? "#eef1f5" : "#1a202b",
    "box-shadow": "0 8px 28px rgba(0, 0, 0, 0.22)",
    font: FONT,
    "color-scheme": dark ? "dark" : "light",
    display: "block",
    "overflow-wrap": "anywhere",
  };
  for (const [property, value] of Object.entries(style)) host.style.setProperty(property, value, "important");
}

/** Only generic families: a page can declare a font of any other name, and see by its requests which letters are shown. */
const FONT = "14px/1.4 system-ui, sans-serif";

/**
 * What all else lies in, inside the closed root. The page can set styles on the host, so everything that is handed down is
 * set again here.
 */
export function shell(dark: boolean): HTMLElement {
  return styled("div", {
    all: "initial",
    direction: "ltr",
    "unicode-bidi": "isolate",
    display: "flex",
    gap: "12px",
    "align-items": "flex-start",
    color: dark ? "#eef1f5" : "#1a202b",
    font: FONT,
    "color-scheme": dark ? "dark" : "light",
    "overflow-wrap": "anywhere",
  });
}

export function button(
  label: string,
  dark: boolean,
  onClick: (event: Event) => void,
  attributes: Record<string, string>,
): HTMLElement {
  const element = styled(
    "button",
    {
      all: "revert",
      padding: "3px 10px",
      border: `1px solid ${dark ? "#4a5362" : "#c4cbd5"}`,
      "border-radius": "7px",
      background: "transparent",
      color: "inherit",
      font: "inherit",
      "font-weight": "600",
      cursor: "pointer",
    },
    label,
  );
  element.setAttribute("type", "button");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.addEventListener("click", onClick);
  return element;
}
