// The part of Odoo's web client that matters to whoever reads the page: values live in input properties, the pager
// reuses the form's nodes, title and fields change a moment before the address, and the session storage names the model.
const root = document.querySelector(".o_web_client");
const at = (selector) => root.querySelector(selector);

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function link({ text, href }, className = "") {
  const made = element("a", className, text);
  made.href = href;
  return made;
}

function button(id, text) {
  const made = element("button", "button", text);
  made.id = id;
  made.type = "button";
  made.addEventListener("click", () => go(made.dataset.href));
  return made;
}

/** Odoo's link to a record: it leads nowhere by its address. */
function mention({ text, model, id }) {
  const made = link({ text, href: "#" }, "o_mail_redirect");
  made.dataset.oeModel = model;
  made.dataset.oeId = id;
  return made;
}

function fieldRow({ name, label }) {
  const row = element("div", "o_row");
  const widget = element("div", "o_field_widget");
  widget.setAttribute("name", name);
  const input = element("input", "o_input");
  input.setAttribute("aria-label", label);
  widget.append(input);
  if (name === "email_from") widget.append(link({ text: "Send", href: "#" }, "o_mail"));
  row.append(element("label", "o_form_label", label), widget);
  return row;
}

/** Odoo keeps the form of a model and only exchanges what is in it. */
function formFor(screen) {
  const shape = `${screen.model}:${screen.fields.map(({ name }) => name)}`;
  if (root.dataset.shape === shape) return;
  root.dataset.shape = shape;
  const form = element("div", `${screen.formClass} card`);
  const pager = element("p", "pager");
  pager.append(button("previous", "Previous"), button("next", "Next"));
  form.append(pager, ...screen.fields.map(fieldRow), element("p", "o_links"));
  const chatter = element("section", "o-mail-Chatter notes card");
  chatter.append(
    element("h2", "", "Log notes"),
    element("p", "", "colleague@example.org: please call the referee, referee@example.net"),
    element("p", "o_mentions"),
  );
  root.replaceChildren(form, chatter);
}

function fill(screen) {
  formFor(screen);
  for (const { name, value } of screen.fields) at(`[name="${name}"] input`).value = value;
  const mail = at(".o_mail");
  if (mail) mail.href = `mailto:${screen.mailto}`;
  for (const way of ["previous", "next"]) {
    const control = at(`#${way}`);
    control.hidden = !screen[way];
    control.dataset.href = screen[way] ?? "";
  }
  at(".o_mentions").replaceChildren(...screen.mentions.flatMap((one) => [mention(one), " "]));
  at(".o_links").replaceChildren(...screen.links.flatMap((one) => [link(one), " "]));
}

/** Another record's form over the open one; address and action stay those of the form beneath. */
async function inDialog(href) {
  const screen = await fetched(href);
  const dialog = element("div", "o_dialog modal");
  const form = element("div", `${screen.formClass} card`);
  form.append(...screen.fields.map(fieldRow));
  for (const { name, value } of screen.fields) form.querySelector(`[name="${name}"] input`).value = value;
  dialog.append(form);
  root.append(dialog);
}

function enumerate(screen) {
  root.dataset.shape = "";
  const box = element("div", `o_${screen.view}_view card`);
  const items = element("ul", "");
  for (const one of screen.links) {
    const item = element("li", "");
    item.append(link(one));
    items.append(item);
  }
  box.append(element("h1", "", screen.title), items);
  root.replaceChildren(box);
}

// What `odoo.js` uses of it.
Object.assign(globalThis, { root, fill, inDialog, enumerate });
