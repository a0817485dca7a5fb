import { useCallback, useEffect, useState } from "react";
import { hasAccess, type Settings } from "../../domain/settings";
import { onStoreChange } from "../../storage/changes";
import { readSettings } from "../../storage/settings";

/** The stored settings, read again whenever they change; null until they are there. */
export function useSettings(): { settings: Settings | null; reload: () => Promise<Settings> } {
  const [settings, setSettings] = useState<Settings | null>(null);
  const reload = useCallback(async () => {
    const stored = await readSettings();
    setSettings(stored);
    return stored;
  }, []);
  useEffect(() => {
    void reload();
    return onStoreChange((store) => {
      if (store === "settings") void reload();
    });
  }, [reload]);
  return { settings, reload };
}

/** Whether there is a way to Kombo and an ATS to tag in. */
export const isSetUp = (settings: Settings): boolean => hasAccess(settings) && settings.integrations.length > 0;
