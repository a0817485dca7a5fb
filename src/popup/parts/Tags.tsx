import type { CarriedTag } from "../../domain/queue/overlay";
import { text } from "../../ui/text";
import { usePopup } from "../state";
import { tagsOn } from "../views";

/** The candidate's tags as Kombo knows them with our own writes laid over. */
export function Tags() {
  usePopup((state) => state.jobs);
  const tags = tagsOn(usePopup.getState());
  return (
    <section className="tags" aria-label={text("tags_title")}>
      {tags.length > 0 ? (
        <ul className="tag-list">
          {tags.map((tag) => (
            <TagPill key={tag.name} tag={tag} />
          ))}
        </ul>
      ) : (
        <p className="muted small">{text("tags_none")}</p>
      )}
    </section>
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
