import { expect, it } from "vitest";
import { samePage } from "../../../src/background/matching/same-page";
import { digest } from "../../../src/storage/digest";

it("a page is the same by its origin, and by its address where that is known", async () => {
  const url = "https://app.example.com/people/42";
  const byOrigin = samePage("https://app.example.com");
  const byAddress = samePage("https://app.example.com", await digest(url));
  for (const [href, origin, address] of [
    [url, true, true],
    [`${url}3`, true, false],
    ["https://app.example.com.evil.example/people/42", false, false],
    ["http://app.example.com/people/42", false, false],
    ["about:blank", false, false],
    ["", false, false],
  ] as const) {
    expect([await byOrigin(href), await byAddress(href)], href).toEqual([origin, address]);
  }
});
