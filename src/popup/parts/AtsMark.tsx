import { CONNECTORS, type Connector } from "../../domain/connector";

/** The system's monogram; its name always stands beside it, so this is decoration. */
export function AtsMark({ connector }: { connector: Connector }) {
  const { mark, colour } = CONNECTORS[connector];
  return (
    <span className="ats-mark" style={{ backgroundColor: colour }} aria-hidden="true">
      {mark}
    </span>
  );
}
