import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { until } from "./until";

const exec = promisify(execFile);

/** Real key presses and mouse clicks, as the X server gives them: the only ones a browser takes for a person's gesture. */
export class Keys {
  constructor(private readonly display: string) {}

  /** Presses a key or a combination by its X name, such as `Return`, `alt+shift+y`. */
  async press(combination: string): Promise<void> {
    await this.run("key", "--clearmodifiers", combination);
  }

  async type(text: string): Promise<void> {
    await this.run("type", "--clearmodifiers", "--delay", "20", text);
  }

  /** Clicks at a point of the screen. */
  async click(x: number, y: number, button: "left" | "right" = "left"): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    await this.run("mousemove", "--sync", ...at, "click", button === "left" ? "1" : "3");
  }

  async doubleClick(x: number, y: number): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    await this.run("mousemove", "--sync", ...at, "click", "--repeat", "2", "--delay", "80", "1");
  }

  /** Does something that opens a window of the system (a menu), and waits until it is there. */
  async opening(act: () => Promise<void>): Promise<void> {
    const before = await this.windows();
    await act();
    await until("a menu to open", async () => (await this.windows()).some((one) => !before.includes(one)));
  }

  /** Waits until the window with the focus has this in its title. */
  async windowNamed(title: string): Promise<void> {
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
