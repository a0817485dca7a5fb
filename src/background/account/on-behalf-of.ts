import type { Connector } from "../../domain/connector";
import type { Failure } from "../../domain/failure";
import type { OnBehalfOf } from "../../domain/settings";
import { failure } from "../../kombo/failures";
import { findUsers } from "../../kombo/read";
import { readSettings } from "../../storage/settings";
import { accessTo } from "./access";
import { changeSettings } from "./settings";

/** The connectors whose ATS can record who did it; no other takes the field. */
const NAMES_USERS: readonly Connector[] = ["greenhouse", "greenhousev3", "workable"];

/** Finds the ATS user behind a work e-mail for each integration that can name one, once; null clears it. */
export async function resolveUser(email: string | null): Promise<{ found: number; failure: Failure | null }> {
  if (email === null) {
    await changeSettings({ workEmail: null, onBehalfOf: [] });
    return { found: 0, failure: null };
  }
  const { integrations } = await readSettings();
  const users: OnBehalfOf[] = [];
  let failed: Failure | null = null;
  for (const { id } of integrations.filter((one) => NAMES_USERS.includes(one.connector))) {
    const access = await accessTo(id);
    if (!access) return { found: 0, failure: failure("key-missing") };
    const answer = await findUsers(access, email);
    const user = answer.ok ? answer.value[0] : undefined;
    if (user) users.push({ integrationId: id, userRemoteId: user.remoteId, name: user.name });
    else if (!answer.ok) failed ??= answer.failure;
  }
  // A failed look-up changes nothing that was there before.
  if (users.length > 0 || failed === null) await changeSettings({ workEmail: email, onBehalfOf: users });
  return { found: users.length, failure: failed };
}
