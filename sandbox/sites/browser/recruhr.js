// The contact box: an address that stands in an open shadow root only.
class Contact extends HTMLElement {
  connectedCallback() {
    const source = document.querySelector("#contact");
    const { email } = JSON.parse(source.textContent);
    source.remove();
    const text = document.createElement("p");
    text.textContent = `E-mail: ${email}`;
    this.attachShadow({ mode: "open" }).append(text);
  }
}

customElements.define("recru-contact", Contact);
