import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { listed, text } from "../../ui/text";
import { usePanel } from "../state";

/** Tags that were not sent because the tab went on before it was certain for whom: said, and kept with the person. */
export function Left() {
  const left = usePanel((state) => state.left);
  const close = (id: string) => usePanel.setState({ left: left.filter((one) => one.id !== id) });
  return left.map(({ id, name, tags }) => (
    <Notice key={id} look="warn">
      <p>{text("left_behind", listed(tags), name || text("name_unknown"))}</p>
      <p className="row">
        <Button look="quiet" onClick={() => close(id)}>
          {text("left_close")}
        </Button>
      </p>
    </Notice>
  ));
}
