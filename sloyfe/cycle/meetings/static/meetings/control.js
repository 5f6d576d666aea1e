// The leader's page: follows the meeting, presses without fetching another page, and takes a few keys.
import { take as kept, drop, put } from "../js/live/shelf.js";
import { voice } from "../js/live/voice.js";
import { lead } from "./leading.js";

const LOCK = 700; // two presses in a row are one that trembled
const OFF = "sloyfe.keys.off";
const control = document.getElementById("control");
const said = document.querySelector("[data-said]");
const refused = document.querySelector("[data-refused]");
const words = said.dataset;
const say = voice(said);
const { take } = lead(control, { words, say, line: document.querySelector("[data-line]") });
let busy = false;
let last = ""; // which button was pressed a moment ago

control.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches(".press")) return;
  event.preventDefault();
  if (busy || last === form.dataset.key) return;
  busy = true;
  last = form.dataset.key;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("control")) return location.reload();
    refused.replaceChildren(...page.querySelector("[data-refused]").childNodes);
    take(page);
    document.querySelector(".messages")?.remove();
    keepPlace(form);
  } catch {
    refused.replaceChildren(Object.assign(document.createElement("p"), { className: "ds-alert", textContent: words.stale, role: "alert" }));
  } finally {
    busy = false;
    setTimeout(() => (last = ""), LOCK);
  }
});

// A button that is gone hands on to the one that stands for it.
function keepPlace(form) {
  if (document.activeElement !== document.body || form.isConnected) return;
  const next = control.querySelector(".presses button, .presses a");
  next?.focus({ preventScroll: true });
}

const help = document.querySelector("[data-shortcuts]");
const on = help.querySelector("[data-keys-on]");
help.hidden = false;
on.checked = kept(OFF) === null;
on.addEventListener("change", () => (on.checked ? drop(OFF) : put(OFF, "1")));

document.addEventListener("keydown", (event) => {
  if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "?") {
    help.open = !help.open;
    help.querySelector("summary").focus();
    return;
  }
  const press = control.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!press) return;
  event.preventDefault();
  press.form.requestSubmit(press);
});
