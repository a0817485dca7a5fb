// Where Odoo's web client goes and how its address follows; `odoo-form.js` builds what is on the screen.
let asked = 0;

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

/** Version 17 keeps the record in the hash. */
function go(href) {
  const id = /\d+$/.exec(href)?.[0];
  const model = JSON.parse(sessionStorage.getItem("current_action")).res_model;
  if (root.dataset.keeps === "hash") location.hash = `id=${id}&cids=1&model=${model}&view_type=form`;
  else open(href);
}

root.addEventListener("click", (event) => {
  const record = event.target.closest("a[data-oe-id]");
  if (record) {
    event.preventDefault();
    const href = `/odoo/${record.dataset.oeModel}/${record.dataset.oeId}`;
    return event.shiftKey ? inDialog(href) : go(href);
  }
  const target = event.target.closest("a[href^='/']");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(target.getAttribute("href"));
});
addEventListener("popstate", () => open(location.pathname + location.search, "stay"));

function fromHash() {
  const old = new URLSearchParams(location.hash.slice(1));
  const record = old.get("id") ? `/${old.get("id")}` : "";
  const how = root.dataset.keeps === "hash" ? "stay" : "replace";
  if (old.get("model")) open(`/odoo/${old.get("model")}${record}`, how);
}

function first(screen) {
  show(screen);
  const address = screen.path === location.pathname ? location.href : screen.path;
  history.replaceState(stateOf(screen), "", address);
}

const given = document.querySelector("#screen");
if (given) {
  const screen = JSON.parse(given.textContent);
  given.remove();
  if (document.querySelector("#slow")) document.addEventListener("stand-in:fill", () => first(screen), { once: true });
  else first(screen);
} else if (location.hash) {
  fromHash();
  if (root.dataset.keeps === "hash") addEventListener("hashchange", fromHash);
}
