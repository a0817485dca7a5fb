import { useEffect, useState } from "react";
import { REPEAT_COMMAND, readShortcuts, wayToShortcuts } from "../../platform/shortcuts";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";

/** The same tag for the second person in a row: which key repeats it, or how to set one. */
export function SameAgain() {
  const [shortcut, setShortcut] = useState<string | null>(null);
  useEffect(() => void readShortcuts().then((all) => setShortcut(all[REPEAT_COMMAND] ?? "")), []);
  if (shortcut === null) return null;
  const set = wayToShortcuts();
  return (
    <p className="same-again small muted" role="status">
      {shortcut ? text("same_again", shortcut) : text(set ? "same_again_unset" : "same_again_firefox")}
      {!shortcut && set && (
        <>
          {" "}
          <Button look="quiet" onClick={set}>
            {text("same_again_set")}
          </Button>
        </>
      )}
    </p>
  );
}
