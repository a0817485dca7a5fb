// biome-ignore-all lint/performance/useDomNodeTextContent: the space between name and badge is the layout's

import { until } from "../../harness/until";
import type { Popup } from "./popup";

/** The popup's tag field and the list under it. */
export class Field {
  constructor(private readonly popup: Popup) {}

  private get page() {
    return this.popup.page;
  }

  /** The texts of the rows in the page; a long list has more rows than that. */
  rows(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="option"]')].map((row) => row.innerText.replace(/\s+/g, " ")),
    );
  }

  /** How many rows the list has, in the page or not. */
  count(): Promise<number> {
    return this.page.evaluate(() =>
      Number(document.querySelector('[role="option"]')?.getAttribute("aria-setsize") ?? 0),
    );
  }

  /** Waits until all these tags are offered, and returns the names of all rows. */
  async offers(...names: string[]): Promise<string[]> {
    return until(`the list to offer ${names}`, async () => {
      const rows = await this.names();
      return names.every((name) => rows.includes(name)) && rows;
    });
  }

  async lacks(name: string): Promise<void> {
    await until(`the list to be without ${name}`, async () => !(await this.names()).includes(name));
  }

  async holds(text: string): Promise<void> {
    await until(`the field to have the focus and hold "${text}"`, () =>
      this.page.evaluate((wanted) => {
        const at = document.activeElement as HTMLInputElement | null;
        return at?.id === "tag" && at.value === wanted;
      }, text),
    );
  }

  /** Waits until the active row matches. */
  async aimsAt(text: RegExp): Promise<void> {
    await until(`the active row to say ${text}`, async () => text.test(await this.active()));
  }

  /** Presses a key that moves through the list, and returns the name of the row that is now active. */
  async pressAndRead(key: string): Promise<string> {
    const before = await this.active();
    await this.popup.press(key);
    const row = await until(`${key} to move`, async () => {
      const now = await this.active();
      return now !== before && now;
    });
    return row.replace(/ ?Alt\+\d$/, "");
  }

  /** Pastes a text, as from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  /** Types letter by letter; returns the milliseconds of the slowest letter, until the list was drawn. */
  async costOf(text: string): Promise<number> {
    return this.page.evaluate(async (letters) => {
      const field = document.activeElement as HTMLInputElement;
      const costs: number[] = [];
      for (const letter of letters) {
        const start = performance.now();
        document.execCommand("insertText", false, letter);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        costs.push(performance.now() - start);
      }
      return field.value.endsWith(letters) ? Math.max(...costs) : Number.POSITIVE_INFINITY;
    }, text);
  }

  /** Makes the stored tag list a day old. */
  ageList(): Promise<void> {
    return this.page.evaluate(changeLists, "age" as const);
  }

  forgetList(): Promise<void> {
    return this.page.evaluate(changeLists, "forget" as const);
  }

  private async names(): Promise<string[]> {
    return (await this.rows()).map((row) => row.replace(/ ?Alt\+\d$/, ""));
  }

  private active(): Promise<string> {
    return this.page.evaluate(() => {
      const id = document.activeElement?.getAttribute("aria-activedescendant");
      return (id && document.getElementById(id)?.innerText.replace(/\s+/g, " ")) || "";
    });
  }
}

/** Runs in the page. */
function changeLists(what: "age" | "forget"): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("quicktag");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction("tags", "readwrite");
      const store = tx.objectStore("tags");
      if (what === "forget") store.clear();
      else
        store.openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          cursor.update({ ...cursor.value, syncedAt: Date.now() - 86_400_000 });
          cursor.continue();
        };
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}
