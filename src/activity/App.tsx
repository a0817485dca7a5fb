import { Notice } from "../ui/Notice";
import { text } from "../ui/text";
import { Figures } from "./charts/Figures";
import { Clear } from "./parts/Clear";
import { Entries } from "./parts/Entries";
import { Export } from "./parts/Export";
import { Filters } from "./parts/Filters";
import { Today } from "./parts/Today";
import { useShownEntries } from "./shown";
import { useActivity } from "./state";

/** The page "Activity": everything this browser asked for, and what became of it. */
export function App() {
  const entries = useActivity((state) => state.entries);
  const unreadable = useActivity((state) => state.unreadable);
  const shown = useShownEntries();
  return (
    <main className="page">
      <header className="brand">
        <img src="/icons/48.png" alt="" width={40} height={40} />
        <div>
          <h1>{text("activity_page_title")}</h1>
          <p className="muted">{text("activity_local")}</p>
        </div>
      </header>
      {unreadable && <Notice look="bad">{text("activity_unreadable")}</Notice>}
      {entries !== null && (
        <>
          <Today entries={entries} />
          {entries.length === 0 ? (
            <p className="section">{text("activity_empty")}</p>
          ) : (
            <>
              <section className="section" aria-label={text("activity_entries")}>
                <Filters entries={entries} shown={shown.length} />
                <Entries entries={shown} />
              </section>
              <Figures entries={shown} />
              <section className="section">
                <Export entries={shown} />
                <Clear entries={entries} />
              </section>
            </>
          )}
        </>
      )}
    </main>
  );
}
