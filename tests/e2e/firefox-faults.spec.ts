import { faultTests } from "./both/faults";
import { backgroundTests } from "./both/faults-background";
import { soak } from "./both/soak";
import { expect, test } from "./support/firefox-fault-app";
import { northwind } from "./support/shared-app";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

faultTests((title, body) => test(`Firefox: ${title} @slow`, body));
backgroundTests((title, body) => test(`Firefox: ${title} @slow`, body));

test("Firefox: a tag that cannot be stored is not sent, and stays typed until it can be @slow", async ({ app }) => {
  const { byKeys, control } = app;
  await byKeys.openCandidate(northwind, ada);
  await byKeys.openPopup();
  await control.log.waitFor(({ query, status }) => query.remote_ids === ada.remoteId && status === 200);
  await byKeys.waitUntilStill();
  await app.background.refuseToStore(true);
  await byKeys.tag(TAG);
  await byKeys.waitUntilStill();
  expect(control.log.writes).toEqual([]);
  await app.background.refuseToStore(false);
  await byKeys.keys.press("Return");
  await byKeys.waitForTag(ada, TAG);
  await byKeys.closePopup();
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("Firefox: 60 tags despite faults, stopped event pages and cut connections: none lost @slow", async ({ app }) => {
  const seed = Number(process.env.QUICKTAG_SEED ?? 20261128);
  await soak(app, { seed, tags: 60, candidatesPerCompany: 4, settleMs: 60_000 });
});
