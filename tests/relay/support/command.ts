import { once } from "node:events";
import { connect } from "node:net";

/** Says something to a HAProxy's master process; `@1 …` goes to its worker. */
export async function command(socket: string, text: string): Promise<string> {
  const connection = connect(socket, () => connection.end(`${text}\n`));
  let said = "";
  connection.on("data", (data) => {
    said += data;
  });
  await once(connection, "close");
  return said;
}
