// Hash routes: `candidate=<number>` in the hash opens that profile over whatever route is there.
const source = document.querySelector("#people");
const people = JSON.parse(source.textContent);
source.remove();
const screen = document.querySelector("#screen");

function element(tag, properties = {}, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const link = (text, href, more = {}) => element("a", { textContent: text, href, ...more });

function openId() {
  const inHash = /[?&]candidate=(\d+)/.exec(location.hash)?.[1];
  return inHash ?? /\/candidates\/(\d+)$/.exec(location.pathname)?.[1];
}

/** The same route with another candidate. */
function routeTo({ id, routes }) {
  return location.hash.includes("candidate=") ? location.hash.replace(/candidate=\d+/, `candidate=${id}`) : routes[0];
}

function neighbour(person, step) {
  return people[(people.indexOf(person) + step + people.length) % people.length];
}

function profile(person) {
  const button = (id, text, step) => link(text, routeTo(neighbour(person, step)), { id, className: "button" });
  const others = people.filter((one) => one !== person).slice(0, 4);
  return [
    element("p", { className: "pager" }, [button("previous", "Previous", -1), " ", button("next", "Next", 1)]),
    element("section", { className: "card profile" }, [
      element("h1", { textContent: person.name }),
      element("p", {}, [link(person.email, `mailto:${person.email}`)]),
      element("p", { textContent: person.job }),
    ]),
    element("aside", { className: "card" }, [
      element("h2", { textContent: "Also in this job" }),
      element(
        "ul",
        {},
        others.map((one) => element("li", {}, [link(one.name, routeTo(one))])),
      ),
    ]),
  ];
}

function everybody() {
  const row = ({ name, routes }) =>
    element("li", {}, [
      link(name, routes[0]),
      " ",
      ...routes.slice(1).flatMap((to, at) => [link(`view ${at + 2}`, to), " "]),
    ]);
  return [
    element("section", { className: "card" }, [
      element("h1", { textContent: "Candidates" }),
      element("ul", {}, people.map(row)),
    ]),
  ];
}

function show() {
  const person = people.find(({ id }) => id === openId());
  document.title = `${person ? person.name : "Candidates"} - Recruitee (stand-in)`;
  screen.replaceChildren(...(person ? profile(person) : everybody()));
}

// The address is there first; the screen follows with the next frame.
addEventListener("hashchange", () => requestAnimationFrame(show));
show();
