import type { Person } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { until } from "../harness/until";
import { follow } from "./recruiter.follow";
import {
  BOUND,
  changesIn,
  type Entry,
  nameOf,
  northwind,
  people,
  type Recruiter,
  type Took,
  watch,
} from "./recruiter.hands";

/** Writes down what a thing took, in a row of the table. */
export type Note = (what: string, took: Took | string) => void;

export interface Scene {
  name: string;
  needsPanel?: true;
  play(by: Recruiter, many: number, note: Note): Promise<void>;
}

const EXCELLENT: Entry = { typed: "exc", tag: "Excellent Fit" };
const [first] = people as [Person];

/** Each of these has a browser and a sandbox of its own. */
export const SCENES: readonly Scene[] = [
  {
    name: "one person",
    async play(by, _many, note) {
      const { app } = by;
      const add = async (what: string, ...entries: Entry[]) =>
        note(
          what,
          await by.time(
            [first],
            entries.map(({ tag }) => tag),
            () => by.byPopup(entries),
          ),
        );
      await app.openCandidate(northwind, first);
      await add("an existing tag, nothing known yet", EXCELLENT);
      await add("an existing tag, candidate and tags known", { typed: "futu", tag: "Future Fit" });
      await add("a new tag", { typed: "Likes climbing", tag: "Likes climbing", isNew: true });
      await add(
        "three tags",
        { typed: "career", tag: "Career Fair" },
        { typed: "freel", tag: "Freelance" },
        { typed: "speaks g", tag: "Speaks German" },
      );
    },
  },
  {
    name: "popup",
    async play(by, many, note) {
      const some = people.slice(0, many);
      await by.app.openCandidate(northwind, some[0]);
      const took = await by.time(some, [EXCELLENT.tag], async () => {
        let changes = 0;
        for (const [at, person] of some.entries()) {
          if (at > 0) await by.next(person);
          changes += await by.byPopup([EXCELLENT]);
        }
        return changes;
      });
      note(`one tag for ${many} people by popup`, took);
    },
  },
  {
    name: "Repeat",
    async play(by, many, note) {
      const { app } = by;
      await by.bind(/Repeat|last tag/i);
      const some = await begin(by, many);
      const took = await by.time(some, [EXCELLENT.tag], async () => {
        for (const person of some) {
          await by.next(person);
          await app.keys.press(BOUND);
          // Who goes on at once leaves the page before it was read: a person sees that it still looks.
          await until("the toast to say who", async () => /waiting|Added/.test(await app.toast().text()));
        }
        return 0;
      });
      note(`one tag for ${many} people by Repeat`, took);
    },
  },
  {
    name: "panel",
    needsPanel: true,
    async play(by, many, note) {
      const { app } = by;
      await by.bind(/number 1/);
      const some = await begin(by, many);
      const panel = await by.openPanel(first);
      await app.tab.bringToFront();
      await watch(panel.page);
      const took = await by.time(some, [EXCELLENT.tag], async () => {
        for (const person of some) {
          await by.next(person);
          await panel.shows(nameOf(person));
          await app.keys.press(BOUND);
        }
        return changesIn(panel.page);
      });
      note(`one tag for ${many} people by panel`, took);
    },
  },
  {
    name: "menu",
    async play(by, many, note) {
      const { app } = by;
      const some = await begin(by, many);
      await app.open(pageUrls(northwind.id).list);
      const took = await by.time(some, [EXCELLENT.tag], async () => {
        for (const { urlId } of some) {
          const link = `a[href$="/people/${urlId}"]`;
          await app.tab.locator(link).first().scrollIntoViewIfNeeded();
          await app.openMenu(link);
          await app.keys.press("Return");
        }
        return 0;
      });
      note(`one tag for ${many} people by the menu on the list`, took);
    },
  },
  { name: "following", needsPanel: true, play: follow },
];

/** Tags the first person, so that the tag is the last and the first that was used; gives the others. */
async function begin(by: Recruiter, many: number): Promise<readonly Person[]> {
  await by.app.openCandidate(northwind, first);
  await by.byPopup([EXCELLENT]);
  await by.app.waitForTag(first, EXCELLENT.tag);
  return people.slice(1, many + 1);
}
