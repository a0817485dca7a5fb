// The quick view: opened from a row, moved on by its own buttons, never seen in the address bar.
const panel = document.querySelector("#candQuickView");
let module = "Leads";
let asked = 0;

async function open(id) {
  const mine = ++asked;
  const submodule = module === "Leads" ? "Candidates" : "Applications";
  const home = location.pathname.match(/^\/recruit(?:\/(?:org)?\d+)?/)[0];
  const answer = await fetch(`${home}/ShowEntityInfo.do?module=Leads&submodule=${submodule}&id=${id}`);
  const text = await answer.text();
  if (mine !== asked || !answer.ok) return;
  panel.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
}

document.querySelector("#listViewTable").addEventListener("click", (event) => {
  const row = event.target.closest(".quick-view")?.closest("tr");
  if (!row) return;
  module = JSON.parse(row.dataset.params).module;
  open(row.id);
});

panel.addEventListener("click", (event) => {
  const control = event.target.closest("button");
  if (control?.id === "close") panel.replaceChildren();
  else if (control?.dataset.open) open(control.dataset.open);
});
