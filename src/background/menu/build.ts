import { RULES } from "../../ats/index";
import { coversHost, coversPage } from "../../ats/match-pattern";
import { ownHostPatterns } from "../../ats/own-host";
import type { Rule } from "../../ats/rule";
import { CONNECTORS } from "../../domain/connector";
import type { Settings } from "../../domain/settings";
import type { TagSet } from "../../domain/tag-set";
import { distinctTags } from "../../domain/text/same-tag";
import { browser, type Menus } from "../../platform/browser";
import { hasPanel } from "../../platform/panel";
import { text } from "../../platform/text";
import { loadTexts } from "../../storage/language";
import { readBindings, readUrlPatterns, readUses } from "../../storage/read";
import type { Binding, LearnedPattern } from "../../storage/schema";
import { readSettings } from "../../storage/settings";
import { readTagSets } from "../../storage/tag-sets";
import { type Entry, idOf, LISTED_HERE, setKey } from "./entry";

const MOST_TAGS = 8;
const MOST_SETS = 5;
const ON_PAGE: Menus.ContextType[] = ["page", "selection", "frame", "image", "editable"];

interface Place {
  key: string;
  /** Where the page entry shows, and on links to where the link entry does. */
  pages: readonly string[];
  links: readonly string[];
  integrationIds: readonly string[];
}

let last: Promise<void> = Promise.resolve();

/** Makes all entries anew; one making after the other, or two would meet and double every entry. */
export function buildMenus(): Promise<void> {
  last = last.then(build, build);
  return last;
}

async function build(): Promise<void> {
  const [settings] = await Promise.all([readSettings(), loadTexts()]);
  const known = [...ruleplaces(settings), ...ownHosts(settings, await readBindings())];
  const places = [...known, ...learned(settings, await readUrlPatterns(), known)];
  const entries = await Promise.all(places.map(entriesOf));
  await browser.contextMenus.removeAll();
  for (const entry of [...onToolbar(), ...onSelection(settings), ...entries.flat()]) create(entry);
}

/** The toolbar button's own menu: on any page, known or not. */
function onToolbar(): Menus.CreateCreatePropertiesType[] {
  const entry = (tag: string, title: string) => ({
    contexts: ["action" as const],
    id: idOf({ place: "toolbar", where: "page", kind: "many", tag }),
    title,
  });
  return [entry("", text("menu_many")), entry(LISTED_HERE, text("menu_many_here"))];
}

/** A selection on any page, of a host nobody knows as well: what it links to is looked up and waits for a look. */
function onSelection({ integrations }: Settings): Menus.CreateCreatePropertiesType[] {
  if (integrations.length === 0) return [];
  const id = idOf({ place: "selection", where: "page", kind: "many", tag: LISTED_HERE });
  const title = text("menu_many_selection");
  return [{ contexts: ["selection"], documentUrlPatterns: ["http://*/*", "https://*/*"], id, title }];
}

function create(entry: Menus.CreateCreatePropertiesType): void {
  // A refused entry (a pattern this browser does not take) must not cost the others.
  browser.contextMenus.create(entry, () => {
    const { lastError } = browser.runtime;
    if (lastError) console.warn(`Quicktag menu: ${lastError.message}`);
  });
}

function ruleplaces(settings: Settings): Place[] {
  return RULES.map((rule) => ({
    key: rule.id,
    pages: rule.matches,
    links: linksOf(rule),
    integrationIds: settings.integrations
      .filter((one) => CONNECTORS[one.connector].ats === rule.id)
      .map((one) => one.id),
  })).filter((place) => place.integrationIds.length > 0 && place.pages.length > 0);
}

/** Companies' own hosts of self-hosted systems, once one was confirmed. */
function ownHosts(settings: Settings, bindings: readonly Binding[]): Place[] {
  return bindings.flatMap(({ key, integrationId }) => {
    const [ats = "", tenant = ""] = key.split("|", 2);
    const rule = RULES.find(({ id }) => id === ats);
    const patterns = rule ? ownHostPatterns(rule, tenant) : [];
    const isKnown = settings.integrations.some(({ id }) => id === integrationId);
    return isKnown && patterns.length > 0
      ? [{ key: `${ats}@${tenant}`, pages: patterns, links: patterns, integrationIds: [integrationId] }]
      : [];
  });
}

const linksOf = (rule: Rule): readonly string[] => rule.links ?? rule.matches;

/** Hosts nobody lists: learned by a confirmed search, or a company's own Odoo. */
function learned(settings: Settings, shapes: readonly LearnedPattern[], places: readonly Place[]): Place[] {
  const known = new Set(settings.integrations.map((one) => one.id));
  const usable = shapes.filter((shape) => known.has(shape.integrationId));
  return [...new Set(usable.map((shape) => shape.host))].flatMap((host) => {
    const here = usable.filter((shape) => shape.host === host);
    const patterns = learnedPatterns(here, places);
    const integrationIds = here.map((shape) => shape.integrationId);
    return patterns.length === 0 ? [] : [{ key: host, pages: patterns, links: patterns, integrationIds }];
  });
}

/** Where entries of a learned host show: nowhere a known system has its own already, or the menu would have both. */
function learnedPatterns(shapes: readonly LearnedPattern[], places: readonly Place[]): string[] {
  const host = (shapes[0]?.host ?? "").replace(/:\d+$/, "");
  const taken = places.flatMap(({ pages }) => pages).filter((pattern) => coversHost(pattern, host));
  if (taken.length === 0) return [`*://${host}/*`];
  const beginnings = shapes.map(({ path }) => (/^[^{?#]*/.exec(path) as RegExpExecArray)[0]);
  const free = beginnings.filter(
    (path) => path !== "/" && !taken.some((pattern) => coversPage(pattern, host, `${path}1`)),
  );
  return [...new Set(free)].map((path) => `*://${host}${path}*`);
}

async function entriesOf(place: Place): Promise<Menus.CreateCreatePropertiesType[]> {
  const tags = await recentTags(place.integrationIds);
  const sets = (await readTagSets()).filter((set) => place.integrationIds.includes(set.integrationId));
  const offered = { tags, sets: sets.slice(0, MOST_SETS) };
  const onPage = tree(place.key, "page", offered, { contexts: ON_PAGE, documentUrlPatterns: [...place.pages] });
  const onLink = tree(place.key, "link", offered, {
    contexts: ["link"],
    documentUrlPatterns: [...place.pages],
    targetUrlPatterns: [...place.links],
  });
  return [...onPage, ...onLink];
}

/** As a menu shows it: a lone & would be taken for a mnemonic and vanish, %s for the selected text. */
const titleOf = (tag: string): string => tag.replaceAll("&", "&&").replaceAll("%s", "%\u2060s");

function tree(
  place: string,
  where: Entry["where"],
  { tags, sets }: { tags: readonly string[]; sets: readonly TagSet[] },
  limits: Partial<Menus.CreateCreatePropertiesType>,
): Menus.CreateCreatePropertiesType[] {
  const parentId = idOf({ place, where, kind: "root", tag: "" });
  const child = (kind: "tag" | "set" | "other" | "panel" | "many", tag: string, title: string) => ({
    ...limits,
    parentId,
    id: idOf({ place, where, kind, tag }),
    title,
  });
  return [
    { ...limits, id: parentId, title: text("menu_tag_candidate") },
    ...tags.map((tag) => child("tag", tag, titleOf(tag))),
    ...sets.map((set) => child("set", setKey(set), text("menu_set", titleOf(set.name), String(set.tags.length)))),
    ...(where === "page" && hasPanel() ? [child("panel", "", text("menu_open_panel"))] : []),
    ...(where === "page" ? [child("many", LISTED_HERE, text("menu_many_here"))] : []),
    child("other", "", text("menu_other_tag")),
  ];
}

async function recentTags(integrationIds: readonly string[]): Promise<string[]> {
  const uses = (await Promise.all([...new Set(integrationIds)].map(readUses))).flat();
  const recent = uses.sort((a, b) => b.lastUsedAt - a.lastUsedAt).map((use) => use.name);
  return distinctTags(recent).slice(0, MOST_TAGS);
}
