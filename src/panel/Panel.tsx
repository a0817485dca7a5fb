import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { FollowBar } from "./parts/FollowBar";
import { Left } from "./parts/Left";
import { People } from "./parts/People";

function Into({ place, children }: { place: string; children: ReactNode }) {
  return createPortal(children, document.getElementById(place) as HTMLElement);
}

/** What the panel has beside the popup's parts: whom it follows, what was left behind, and the row of people. */
export function Panel() {
  return (
    <>
      <Into place="following">
        <FollowBar />
      </Into>
      <Into place="left">
        <Left />
      </Into>
      <Into place="people">
        <People />
      </Into>
    </>
  );
}
