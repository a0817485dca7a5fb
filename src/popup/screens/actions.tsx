import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { findAgain } from "../find";
import { openSettings } from "../parts/Foot";
import { set, usePopup } from "../state";

export function SettingsButton({ main = false, label = text("open_settings") }: { main?: boolean; label?: string }) {
  return (
    <Button look={main ? "main" : "plain"} onClick={openSettings}>
      {label}
    </Button>
  );
}

export function ByHandButton({ main = false }: { main?: boolean }) {
  if (!usePopup((state) => state.settings.byHand)) return null;
  return (
    <Button look={main ? "main" : "plain"} onClick={() => set({ byHand: "asked" })}>
      {text("by_hand")}
    </Button>
  );
}

export function AgainButton({ main = false }: { main?: boolean }) {
  return (
    <Button look={main ? "main" : "plain"} onClick={() => void findAgain()}>
      {text("look_again")}
    </Button>
  );
}
