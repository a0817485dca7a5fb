import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openPanel } from "./world";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("takes digits alone only outside fields, and lets letters go into the field", async () => {
  const panel = await openPanel();
  await vi.advanceTimersByTimeAsync(1000);
  const press = (key: string, inside: string) => {
    const target = { closest: (selector: string) => (selector.split(/, ?/).includes(inside) ? {} : null) };
    const event = Object.assign(new Event("keydown", { cancelable: true }), { key, code: `Digit${key}` });
    Object.defineProperty(event, "target", { value: target });
    panel.document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(press("1", "input")).toBe(false);
  expect(press("e", "button")).toBe(false);
  expect(panel.focused()).toBe(1);
  expect(press("1", "button")).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(panel.written).toMatchObject([{ to: "p1", tag: "Alpha" }]);
  panel.go("p7");
  await vi.advanceTimersByTimeAsync(1);
  press("2", "button");
  await vi.advanceTimersByTimeAsync(3000);
  expect(panel.written).toHaveLength(1);
});
