// The part of Odoo's web client that matters to whoever reads the page: values live in input properties, the pager
// reuses the form's nodes, title and fields change a moment before the address, and the session storage names the model.
const root = document.querySelector(".o_web_client");
const at = (selector) => root.querySelector(selector);
let asked = 0;

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
  made.addEventListener("click", () => open(made.dataset.href));
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
  at(".o_links").replaceChildren(...screen.links.flatMap((one) => [link(one), " "]));
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

function show(screen) {
  sessionStorage.setItem("current_action", JSON.stringify({ res_model: screen.model, type: "ir.actions.act_window" }));
  document.title = screen.title;
  if (screen.view === "form") fill(screen);
  else enumerate(screen);
}

function stateOf(screen) {
  const resId = screen.resId ?? undefined;
  return { nextState: { resId, actionStack: [{ displayName: screen.title, resId }] } };
}

async function fetched(href) {
  const answer = await fetch(href);
  const text = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#screen")?.textContent;
  return text ? JSON.parse(text) : null;
}

/** Goes to an address of the client: the screen first, the address some milliseconds later. */
async function open(href, how = "push") {
  const mine = ++asked;
  const screen = await fetched(href);
  if (!screen || mine !== asked) return;
  show(screen);
  setTimeout(() => {
    if (how === "push") history.pushState(stateOf(screen), "", href);
    if (how === "replace") history.replaceState(stateOf(screen), "", screen.path);
  }, 5);
}

root.addEventListener("click", (event) => {
  const target = event.target.closest("a[href^='/']");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(target.getAttribute("href"));
});
addEventListener("popstate", () => open(location.pathname + location.search, "stay"));

const given = document.querySelector("#screen");
if (given) {
  const screen = JSON.parse(given.textContent);
  given.remove();
  show(screen);
  const address = screen.path === location.pathname ? location.href : screen.path;
  history.replaceState(stateOf(screen), "", address);
} else if (location.hash) {
  const old = new URLSearchParams(location.hash.slice(1));
  const record = old.get("id") ? `/${old.get("id")}` : "";
  if (old.get("model")) open(`/odoo/${old.get("model")}${record}`, "replace");
}
