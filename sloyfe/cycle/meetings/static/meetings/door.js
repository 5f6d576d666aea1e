// Coming in without another page being fetched: the browser makes its own key, so that a press that is sent twice over a
// poor line lets in once.
import { sendUntilTold } from "../js/live/sending.js";
import { leftovers } from "./leftovers.js";
import { enter } from "./room.js";

export function knock(room, door) {
  const form = door.querySelector("form");
  const state = door.querySelector("[data-door-state]");
  const key = newKey();
  let busy = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    state.textContent = "";
    const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
    const unsure = () => (state.textContent = state.dataset.tries);
    const answer = await sendUntilTold(`${room.dataset.live}deltakere/`, { ...fields, key }, unsure);
    busy = false;
    state.textContent = "";
    if (answer.ok) comeIn(answer.name);
    // The server asks for something that this page has no box for.
    else if (Object.keys(answer.errors ?? {}).some((name) => name !== "__all__" && !form.elements[name])) form.submit();
    else if (answer.status === 422 || answer.sentence) wrong(form, answer);
    else location.reload();
  });

  const comeIn = (name) => {
    for (const place of room.querySelectorAll("[data-my-name]")) place.textContent = name;
    door.remove();
    room.hidden = false;
    enter(room);
    const heading = document.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  };

  // What this device still holds from before, of somebody who was taken out or lost their key.
  leftovers(room.dataset.live);
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

// The same elements in the same places as when the page is fetched anew.
function wrong(form, { errors = {}, sentence }) {
  for (const old of form.querySelectorAll(".field-errors, ds-error-summary")) old.remove();
  for (const box of form.querySelectorAll("[aria-invalid]")) mark(box, false);
  const said = Object.entries(errors).flatMap(([name, sentences]) => atField(form, form.elements[name], sentences));
  const summary = form.querySelector("template").content.firstElementChild.cloneNode(true);
  const lines = said.length ? said : [document.createTextNode(sentence)];
  for (const line of lines) summary.querySelector("ul").append(made("li", {}, line));
  form.prepend(summary);
  summary.focus();
}

function atField(form, box, sentences) {
  if (!box?.id) return sentences.map((each) => document.createTextNode(each));
  const label = form.querySelector(`label[for="${box.id}"]`).firstChild.textContent.trim();
  const lines = sentences.map((each) => made("p", { className: "ds-validation-message", textContent: each }));
  box.before(made("div", { className: "field-errors", id: `${box.id}_error` }, ...lines));
  mark(box, true);
  return sentences.map((each) => made("a", { href: `#${box.id}`, textContent: `${label}: ${each}` }));
}

function mark(box, isWrong) {
  const about = (box.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== `${box.id}_error`);
  if (isWrong) box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
  box.setAttribute("aria-describedby", [...about, ...(isWrong ? [`${box.id}_error`] : [])].join(" "));
}

function made(kind, facts, ...inside) {
  const node = Object.assign(document.createElement(kind), facts);
  node.append(...inside);
  return node;
}
