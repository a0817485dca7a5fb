import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SeededRandom } from "./seeded-random";
import { until } from "./until";

const exec = promisify(execFile);

/** Real key presses and mouse clicks from the X server, the only ones a browser takes for a person's gesture. */
export class Keys {
  constructor(private readonly display: string) {}

  /** Presses a key or a combination by its X name, such as `Return`, `alt+shift+y`. */
  async press(combination: string): Promise<void> {
    await this.run("key", "--clearmodifiers", combination);
  }

  /** Types fast, for tests that are not about typing. */
  async type(text: string): Promise<void> {
    await this.run("type", "--clearmodifiers", "--delay", "20", text);
  }

  /** Types with 60 to 180 ms between two keys, as a person does; the same seed gives the same rhythm. */
  async typeAsHuman(text: string, seed: number): Promise<void> {
    const random = new SeededRandom(seed);
    const pause = () => ["sleep", ((60 + random.below(121)) / 1000).toFixed(3)];
    const type = (letter: string) => ["type", "--args", "1", letter];
    await this.run(...[...text].flatMap((letter, at) => [...(at > 0 ? pause() : []), ...type(letter)]));
  }

  /** Clicks at a point of the screen. Without `--sync`, which waits 15 s where the mouse is there already. */
  async click(x: number, y: number, button: "left" | "right" = "left"): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    await this.run("mousemove", ...at, "click", button === "left" ? "1" : "3");
  }

  /** Moves the mouse to a point of the screen. */
  async move(x: number, y: number): Promise<void> {
    await this.run("mousemove", String(Math.round(x)), String(Math.round(y)));
  }

  /** Moves there and clicks a tenth of a second later, both in one go, so that a busy machine adds nothing between. */
  async moveAndClick(x: number, y: number): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    await this.run("mousemove", ...at, "sleep", "0.1", "click", "1");
  }

  async doubleClick(x: number, y: number): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    await this.run("mousemove", ...at, "click", "--repeat", "2", "--delay", "80", "1");
  }

  /** Does something that opens a menu, and waits until the menu is there. */
  async waitForMenu(act: () => Promise<void>): Promise<void> {
    const before = await this.windows();
    await act();
    await until("a menu to open", async () => (await this.windows()).some((one) => !before.includes(one)));
  }

  /** Waits until the window with the focus has this in its title. */
  async waitForWindow(title: string): Promise<void> {
    await until(`a window named ${title}`, async () => {
      const name = await this.run("getactivewindow", "getwindowname").catch(() => "");
      return name.includes(title);
    });
  }

  private async windows(): Promise<string[]> {
    return (await this.run("search", "--onlyvisible", "--name", ".*")).split("\n");
  }

  private async run(...args: string[]): Promise<string> {
    return (await exec("xdotool", args, { env: { ...process.env, DISPLAY: this.display } })).stdout;
  }
}
