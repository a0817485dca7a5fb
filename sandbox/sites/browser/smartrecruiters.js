// The profile as web components: what the person reads is in open shadow roots and nowhere else.
const known = new WeakMap();

/** The candidate the elements of one profile show; the data element is taken out once it has been read. */
function candidateOf(element) {
  const view = element.closest("#st-candidateView");
  const source = view.querySelector("#candidate");
  if (source) {
    known.set(view, JSON.parse(source.textContent));
    source.remove();
  }
  return known.get(view);
}

function add(root, tag, text, attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  root.append(made);
  return made;
}

class CandidateHeader extends HTMLElement {
  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const { name, job } = candidateOf(this);
    root.replaceChildren();
    add(root, "h1", name, { "data-testid": "candidate-header" });
    add(root, "p", job);
  }
}

class PersonalInfo extends HTMLElement {
  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const { email } = candidateOf(this);
    root.replaceChildren();
    add(root, "spl-typography-body", email);
    add(root, "br", "");
    add(root, "spl-typography-body", "Berlin");
  }
}

customElements.define("sr-candidate-header", CandidateHeader);
customElements.define("sr-candidate-personal-info", PersonalInfo);
