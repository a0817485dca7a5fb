import { CONNECTORS } from "../../domain/connector";
import { type Failure, failure } from "../../domain/failure";
import type { OnBehalfOf } from "../../domain/settings";
import { findUsers } from "../../kombo/read";
import { readSettings } from "../../storage/settings";
import { accessTo } from "./credentials";
import { changeSettings } from "./settings";

/** Finds the ATS user behind a work e-mail for each integration that can name one, once; null clears it. */
export async function resolveUser(email: string | null): Promise<{ found: number; failure: Failure | null }> {
  if (email === null) {
    await changeSettings({ workEmail: null, onBehalfOf: [] });
    return { found: 0, failure: null };
  }
  const { integrations, onBehalfOf, workEmail } = await readSettings();
  const isSamePerson = workEmail?.toLowerCase() === email.toLowerCase();
  const users: OnBehalfOf[] = [];
  let failed: Failure | null = null;
  for (const { id } of integrations.filter((one) => CONNECTORS[one.connector].recordsUsers)) {
    const access = await accessTo(id);
    if (!access) return { found: 0, failure: failure("key-missing") };
    const answer = await findUsers(access, email);
    const user = answer.ok ? answer.value[0] : undefined;
    if (user) users.push({ integrationId: id, userRemoteId: user.remoteId, name: user.name });
    else if (!answer.ok) {
      failed ??= answer.failure;
      // A look-up that failed says nothing: the user known for this integration stays, unless another person is meant now.
      if (isSamePerson) users.push(...onBehalfOf.filter((known) => known.integrationId === id));
    }
  }
  if (users.length > 0 || failed === null) await changeSettings({ workEmail: email, onBehalfOf: users });
  return { found: users.length, failure: failed };
}
