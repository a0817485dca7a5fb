import type { ReactNode } from "react";
import { type TextKey, text } from "../../ui/text";
import type { RowGroup } from "../model/row";
import { HEADING_HEIGHT, type Section } from "../model/window";

/** The headings in the list. */
const GROUP_TITLES: Record<RowGroup, TextKey> = {
  page: "group_page",
  recent: "group_recent",
  sets: "group_sets",
  all: "group_all",
};

/** Rows under their heading, where there is one. `top`: where the first of them begins. */
export function Group({ section: { group }, top, children }: { section: Section; top: number; children: ReactNode }) {
  if (group === undefined) return children;
  const title = text(GROUP_TITLES[group]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, no fieldsets
    <div role="group" aria-label={title}>
      <div className="group-title" aria-hidden="true" style={{ top: top - HEADING_HEIGHT }}>
        {title}
      </div>
      {children}
    </div>
  );
}
