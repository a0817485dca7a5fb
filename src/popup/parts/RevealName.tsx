import { useState } from "react";
import type { ShownCandidate } from "../../domain/find";
import { call } from "../../messaging/call";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";

/** Kombo's name of a candidate whose name is left out, once somebody asks for it. */
export function RevealName({ shown, label }: { shown: ShownCandidate; label: string }) {
  const [name, setName] = useState<string | null>(null);
  const { integrationId, candidate } = shown;
  const reveal = async () => {
    const { name: found } = await call("candidate.reveal", { integrationId, candidateId: candidate.id }).catch(() => ({
      name: null,
    }));
    setName(found || text("name_unknown"));
  };
  return (
    <span role="status">
      {name ?? (
        <Button look="quiet" onClick={() => void reveal()}>
          {label}
        </Button>
      )}
    </span>
  );
}
