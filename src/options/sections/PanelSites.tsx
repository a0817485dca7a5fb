import { useEffect, useRef, useState } from "react";
import { type Settings, serverOrigin } from "../../domain/settings";
import { browser } from "../../platform/browser";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { hostOf } from "../../ui/site";
import { text } from "../../ui/text";
import { Section } from "../Section";
import { Status } from "../Status";

/** The sites that the side panel may read without a key, each with the way to take that back. */
export function PanelSites({ settings }: { settings: Settings }) {
  const sites = useSites(settings);
  const [removed, setRemoved] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  if (sites.length === 0 && removed === null) return null;
  const remove = (site: string) => {
    // The button that has the focus is about to go.
    list.current?.focus();
    void browser.permissions.remove({ origins: [site] }).then((done) => done && setRemoved(site));
  };
  return (
    <Section title={text("options_sites")} lead={text("options_sites_lead")}>
      <div ref={list} tabIndex={-1} className="focusable">
        <ul className="lines">
          {sites.map((site) => (
            <li className="line" key={site}>
              <div>{hostOf(site)}</div>
              <Button look="quiet" aria-label={text("site_give_back", hostOf(site))} onClick={() => remove(site)}>
                {text("options_sites_remove")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <Status>{removed !== null && <Notice>{text("options_sites_removed", hostOf(removed))}</Notice>}</Status>
    </Section>
  );
}

/** What the browser allows beside Kombo's servers and the company's own. */
function useSites(settings: Settings): readonly string[] {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => {
    const refresh = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  const own: readonly string[] = browser.runtime.getManifest().host_permissions ?? [];
  const server = `${serverOrigin(settings.server).replace(/:\d+$/, "")}/*`;
  return origins.filter((origin) => !own.includes(origin) && origin !== server);
}
