// Moves between pages without loading them, as the real single-page app does: the address changes first, what is on
// the screen follows once it has been fetched.
let asked = 0;

async function show(href) {
  const mine = ++asked;
  const answer = await fetch(href, { headers: { accept: "text/html" } });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return; // the person has moved on meanwhile
  document.title = next.title;
  document.querySelector("#app").replaceChildren(...next.querySelector("#app").childNodes);
  document.dispatchEvent(new CustomEvent("stand-in:shown"));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='/']");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  show(location.href);
});

addEventListener("popstate", () => show(location.href));
