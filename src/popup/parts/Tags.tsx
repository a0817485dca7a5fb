import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { CarriedTag } from "../../domain/outbox/carried-tags";
import { Button } from "../../ui/Button";
import { plural, text } from "../../ui/text";
import { tagsOn } from "../selectors";
import { set, usePopup } from "../state";
import { takeOff } from "../take-off";

/** The candidate's tags as Kombo knows them with our own writes laid over. Each can be taken off. */
export function Tags() {
  usePopup((state) => state.jobs);
  const tags = tagsOn(usePopup.getState());
  return (
    <section className="tags" aria-label={text("tags_title")}>
      {tags.length > 0 ? <TagList tags={tags} /> : <p className="muted small">{text("tags_none")}</p>}
    </section>
  );
}

/** As many as two lines hold; the others on a press, or with the arrow keys. */
function TagList({ tags }: { tags: readonly CarriedTag[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const [hidden, setHidden] = useState(0);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || open) return;
    const bottom = box.getBoundingClientRect().top + box.clientHeight;
    setHidden([...box.children].filter((tag) => tag.getBoundingClientRect().top + box.scrollTop >= bottom).length);
  });
  return (
    <>
      <ul className={open ? "tag-list tag-list-open" : "tag-list"} ref={list}>
        {tags.map((tag, at) => (
          <TagPill key={tag.name} tag={tag} isStop={at === 0} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button look="quiet" className="more-tags small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text("less_outcomes") : plural("more_tags", hidden)}
        </Button>
      )}
    </>
  );
}

/** The arrow keys go on from the first one (`isStop`): many tags must not be as many Tab stops. */
function TagPill({ tag: { name, state }, isStop }: { tag: CarriedTag; isStop: boolean }) {
  if (state === "adding" || state === "removing") {
    return (
      <li className={`tag tag-${state}`} title={name}>
        {name}
        <span className="unseen"> ({text(state === "adding" ? "tag_adding" : "tag_removing")})</span>
      </li>
    );
  }
  const onKey = (event: KeyboardEvent) => {
    const isDelete = event.key === "Delete" || event.key === "Backspace";
    if (!isDelete && event.key !== "Enter") return;
    event.preventDefault();
    if (event.repeat) return;
    if (isDelete) void takeOff(name);
    else set({ notice: { kind: "already-there", name } });
  };
  return (
    <li className={`tag tag-${state}`} title={name}>
      {name}
      <button
        type="button"
        className="take-off"
        data-pill
        tabIndex={isStop ? 0 : -1}
        aria-label={text("take_off", name)}
        title={text("take_off", name)}
        aria-keyshortcuts="Delete"
        onKeyDown={onKey}
        onClick={() => void takeOff(name)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
