import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import type { Keys } from "../../harness/keys";
import { until } from "../../harness/until";

type Node = Awaited<ReturnType<typeof documentOf>>;

/** Turns a point of the page into a point of the screen. */
export async function onScreen(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const corner = await page.evaluate(() => {
    const beside = window.outerWidth - window.innerWidth;
    // More than two borders is a side panel, which stands on the right.
    return {
      x: window.screenX + (beside < 50 ? beside / 2 : 0),
      y: window.screenY + window.outerHeight - window.innerHeight,
    };
  });
  return { x: corner.x + x, y: corner.y + y };
}

/** The toast in the page. Its shadow root is closed to the page; the debugger sees into it. */
export class Toast {
  constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    private readonly keys: Keys,
  ) {}

  /** Waits until the toast shows this text. */
  async shows(text: string): Promise<void> {
    let last = "";
    await until(`the toast to say ${text}`, async () => {
      last = await this.inside((texts) => texts.map(({ nodeValue }) => nodeValue).join(" "));
      return last.includes(text);
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it says: ${last}`);
    });
  }

  /** The text of the toast; empty when there is none. */
  text(): Promise<string> {
    return this.inside((texts) => texts.map(({ nodeValue }) => nodeValue).join(" "));
  }

  /** The tooltip of a button in the toast. */
  titleOf(label: string): Promise<string> {
    return until(`${label} in the toast`, () =>
      this.inside((texts, session) => {
        const found = texts.find(({ nodeValue }) => nodeValue.trim() === label);
        return found && attributeAbove(found, "title", session);
      }),
    );
  }

  /** Puts the real mouse on a button of the toast: whoever reads it keeps it there. */
  async hover(label: string): Promise<void> {
    const at = await this.placeOf(label);
    await this.keys.move(at.x, at.y);
  }

  /** Clicks a button of the toast with the real mouse. */
  async click(label: string): Promise<void> {
    const at = await this.placeOf(label);
    await this.keys.click(at.x, at.y);
  }

  private async placeOf(label: string): Promise<{ x: number; y: number }> {
    const middle = await until(`${label} in the toast`, () =>
      this.inside(async (texts, session) => {
        const found = texts.find(({ nodeValue }) => nodeValue.trim() === label);
        return found && middleOf(found, session);
      }),
    );
    return onScreen(this.page, middle.x, middle.y);
  }

  private async inside<T>(read: (texts: Node[], session: CDPSession) => T): Promise<Awaited<T>> {
    const session = await this.context.newCDPSession(this.page);
    try {
      return await read(closedTexts(await documentOf(session)), session);
    } finally {
      await session.detach();
    }
  }
}

async function documentOf(session: CDPSession) {
  return (await session.send("DOM.getDocument", { depth: -1, pierce: true })).root;
}

/** Text nodes inside closed shadow roots, without those of form fields, which belong to the browser. */
function closedTexts(node: Node, inside = false): Node[] {
  if (node.nodeName === "#text") return inside ? [node] : [];
  const here = (node.children ?? []).flatMap((child) => closedTexts(child, inside));
  const roots = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === "closed");
  return [...here, ...roots.flatMap((root) => closedTexts(root, true))];
}

async function middleOf({ backendNodeId }: Node, session: CDPSession): Promise<{ x: number; y: number }> {
  const { model } = await session.send("DOM.getBoxModel", { backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function attributeAbove({ backendNodeId }: Node, name: string, session: CDPSession): Promise<string> {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  const read = `function (name) { return this.parentElement.getAttribute(name) }`;
  const call = { objectId: object.objectId as string, functionDeclaration: read, arguments: [{ value: name }] };
  const { result } = await session.send("Runtime.callFunctionOn", call);
  return result.value as string;
}
