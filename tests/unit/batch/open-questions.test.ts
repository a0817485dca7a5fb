import { expect, it } from "vitest";
import { inputOfText } from "../../../src/batch/model/input";
import { understandRow } from "../../../src/batch/model/understand";
import { recogniseColumns } from "../../../src/domain/batch/columns";
import { planBatch } from "../../../src/domain/batch/plan";

// What is not decided yet: each of these fails today. Take `.fails` away with the mend.

const id = "greenhouse:NorthwindGreenhouse00000";
const around = {
  integrations: [{ id, connector: "greenhouse", label: "" } as const],
  picked: id,
  bindings: [],
  patterns: [],
};
const understand = (cells: string[], header: string[]) =>
  understandRow({ row: 1, cells, origin: "text" }, recogniseColumns([header, cells]).roles, around);

it.fails("a tag of a row that the rules refuse has an outcome of its own beside the one that is sent", () => {
  const row = understand(["ada@example.com", "Ada Lovelace", "VIP; Forbidden"], ["E-mail", "Name", "Tags"]);
  const candidate = { id: "c1", remoteId: "1", name: "Ada Lovelace", tags: [] };
  const found = { row, state: "ready", reason: "first-by-email", candidate, by: "email", asOf: 1 } as const;
  const plan = planBatch([found], new Map(), [], (_, name) => (name === "VIP" ? { name, create: false } : null));
  expect(plan.jobs + plan.skipped.length).toBe(2);
});

it.fails("a row whose number is another system's is still asked for by its e-mail address", () => {
  const row = understand(["1001", "Ada Lovelace", "ada@example.com"], ["ID", "Name", "E-mail"]);
  expect(row.asks.map(({ by }) => by)).toContain("email");
});

it.fails("a row's number is the one that its spreadsheet shows", () => {
  const { rows } = inputOfText("Name,E-mail\n\nAda Lovelace,ada@example.com\nBob Miller,bob@example.com\n");
  expect(rows.map(({ row }) => row)).toEqual([3, 4]);
});
