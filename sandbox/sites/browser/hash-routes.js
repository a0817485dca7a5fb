// Routes behind the hash: a browser never sends them, so the page asks for what belongs there and shows it. The address
// is there first; what is on the screen follows.
let asked = 0;

async function show() {
  const mine = ++asked;
  const headers = { "x-stand-in-hash": encodeURIComponent(location.hash) };
  const answer = await fetch(location.pathname + location.search, { headers });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return; // the person has moved on meanwhile
  document.title = next.title;
  document.querySelector("#app").replaceChildren(...next.querySelector("#app").childNodes);
}

addEventListener("hashchange", show);
if (location.hash) {
  // What came with the first load belongs to no route.
  document.querySelector("#app").replaceChildren();
  show();
}
