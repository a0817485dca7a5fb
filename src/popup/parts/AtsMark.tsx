import type { Connector } from "../../domain/connector";
import { ATS_MARKS } from "../model/marks";

/** The system's monogram; its name always stands beside it, so this is decoration. */
export function AtsMark({ connector }: { connector: Connector }) {
  const { letters, colour } = ATS_MARKS[connector];
  return (
    <span className="ats-mark" style={{ backgroundColor: colour }} aria-hidden="true">
      {letters}
    </span>
  );
}
