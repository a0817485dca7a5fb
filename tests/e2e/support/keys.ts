import { execFile } from "node:child_process";
import { promisify } from "node:util";

const exec = promisify(execFile);

/** Real key presses and mouse clicks, as the X server gives them: the only ones a browser takes for a person's gesture. */
export class Keys {
  constructor(private readonly display: string) {}

  /** Presses a key or a combination by its X name, such as `Return`, `alt+shift+y`. */
  press(combination: string): Promise<void> {
    return this.run("key", "--clearmodifiers", combination);
  }

  type(text: string): Promise<void> {
    return this.run("type", "--clearmodifiers", "--delay", "20", text);
  }

  /** Clicks at a point of the screen. */
  click(x: number, y: number, button: "left" | "right" = "left"): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    return this.run("mousemove", "--sync", ...at, "click", button === "left" ? "1" : "3");
  }

  private async run(...args: string[]): Promise<void> {
    await exec("xdotool", args, { env: { ...process.env, DISPLAY: this.display } });
  }
}
