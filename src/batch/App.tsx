import { text } from "../ui/text";
import { BatchList } from "./parts/BatchList";
import { BatchView } from "./parts/BatchView";
import { InputStep } from "./parts/InputStep";
import { Preview } from "./parts/Preview";
import { useBatch } from "./state";

/** The page "Tag many": a list of people, whom it means, and what becomes of the batch. */
export function App() {
  const batchId = useBatch((state) => state.batchId);
  const hasFound = useBatch((state) => state.found !== null);
  const isSetUp = useBatch((state) => state.settings.integrations.length > 0);
  return (
    <main className="page">
      <header className="brand">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{text("batch_page_title")}</h1>
      </header>
      {!isSetUp && <p className="muted">{text("batch_not_set_up")}</p>}
      {batchId !== null ? <BatchView id={batchId} /> : hasFound ? <Preview /> : <InputStep />}
      {batchId === null && <BatchList />}
    </main>
  );
}
