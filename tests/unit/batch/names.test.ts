import { expect, it } from "vitest";
import { understandRow } from "../../../src/batch/model/understand";
import { assessRow } from "../../../src/domain/batch/assess";
import type { RowAsk } from "../../../src/domain/batch/row";

const id = "ashby:NorthwindAshby0000000000";
const around = {
  integrations: [{ id, connector: "ashby", label: "" } as const],
  picked: id,
  bindings: [],
  patterns: [],
  own: [],
};
const UUID = "5f2b1c9e-1111-4222-8333-444455556666";
const LINK = `https://app.ashbyhq.com/candidates/${UUID}`;
const ada = { id: "c", remoteId: UUID, name: "Ada Lovelace", tags: [] };

it.each([";", ",", "|", " ", "; ", " | "])("a name beside an id or a link counts, parted by %j", (between) => {
  for (const line of [`Bob Miller${between}${UUID}`, `${UUID}${between}Bob Miller`, `${LINK}${between}Bob Miller`]) {
    const row = understandRow({ row: 1, cells: [line], origin: "text" }, null, around);
    const found = row.asks[0] && assessRow(row, row.asks[0] as RowAsk, [{ value: UUID, candidate: ada }], 1);
    expect([line, found?.state ?? row.why]).not.toContain("ready");
  }
});
