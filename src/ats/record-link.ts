import { screenOf } from "./common/odoo";

/** What a record link says about where it leads: Odoo's `data-oe-model` and `data-oe-id`. */
export interface RecordLink {
  model: string;
  id: string;
}

const MODEL = /^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$/;
const ID = /^[1-9]\d{0,18}$/;

/**
 * The address of the record a link in Odoo's chatter leads to (`<a href="#" data-oe-model data-oe-id>`), on the host of
 * the page it stands in; null when the page is none of Odoo's web client, or the link names no record.
 */
export function recordUrl(pageUrl: string, { model, id }: RecordLink): string | null {
  if (!URL.canParse(pageUrl) || !MODEL.test(model) || !ID.test(id)) return null;
  const page = new URL(pageUrl);
  if (!/^https?:$/.test(page.protocol) || screenOf(page) === null) return null;
  // Until version 17 the client keeps the record in the hash; later versions understand that address as well.
  const old = page.pathname === "/web";
  return `${page.origin}${old ? `/web#id=${id}&model=${model}&view_type=form` : `/odoo/${model}/${id}`}`;
}
