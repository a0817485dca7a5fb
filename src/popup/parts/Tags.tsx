import { useLayoutEffect, useRef } from "react";
import type { CarriedTag } from "../../domain/outbox/carried-tags";
import { text } from "../../ui/text";
import { tagsOn } from "../selectors";
import { usePopup } from "../state";

/** The candidate's tags as Kombo knows them with our own writes laid over. */
export function Tags() {
  usePopup((state) => state.jobs);
  const tags = tagsOn(usePopup.getState());
  return (
    <section className="tags" aria-label={text("tags_title")}>
      {tags.length > 0 ? <TagList tags={tags} /> : <p className="muted small">{text("tags_none")}</p>}
    </section>
  );
}

function TagList({ tags }: { tags: readonly CarriedTag[] }) {
  const list = useRef<HTMLUListElement>(null);
  // What scrolls must be reachable by keys; what does not must not cost a Tab press.
  useLayoutEffect(() => {
    if (!list.current) return;
    if (list.current.scrollHeight > list.current.clientHeight) list.current.tabIndex = 0;
    else list.current.removeAttribute("tabindex");
  });
  return (
    <ul className="tag-list" ref={list}>
      {tags.map((tag) => (
        <TagPill key={tag.name} tag={tag} />
      ))}
    </ul>
  );
}

function TagPill({ tag: { name, state } }: { tag: CarriedTag }) {
  const moving = state === "adding" || state === "removing";
  return (
    <li className={`tag tag-${state}`}>
      {name}
      {moving && <span className="unseen"> ({text(state === "adding" ? "tag_adding" : "tag_removing")})</span>}
    </li>
  );
}
