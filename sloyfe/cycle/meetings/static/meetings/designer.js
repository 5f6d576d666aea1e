// The designer without waiting: minutes and order change on the page, and are saved with the rest. Plain forms do the
// same by saving at every press.
const form = document.querySelector(".designer");
const lines = () => [...form.querySelectorAll(".design-line")];
const said = form.querySelector("[data-said]");
const minutesOf = (line) => line.querySelector(".design-minutes input");
const clock = (minutes) =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
const words = (template, values) => template.replace(/\{(\S+?)\}/g, (_whole, key) => values[key]);

const count = () => {
  const [hours, rest] = form.dataset.starts.split(":").map(Number);
  let whole = 0;
  for (const line of lines()) {
    const left = "leftOut" in line.dataset;
    line.querySelector("[data-clock]").textContent = left ? "" : clock(hours * 60 + rest + whole);
    if (!left) whole += Number(minutesOf(line).value) || 0;
  }
  const end = clock(hours * 60 + rest + whole);
  form.querySelector("[data-whole]").textContent = whole;
  form.querySelector("[data-end]").textContent = end;
  form.querySelector("[name=order]").value = lines().map((line) => line.dataset.key).join(",");
  return words(form.dataset.total, { min: whole, slutt: end });
};

const changed = (sentence) => {
  const total = count();
  form.querySelector("[data-unsaved-mark]").textContent = form.dataset.unsaved;
  said.textContent = sentence || total;
};

const name = (line) => line.querySelector(".design-head input").value;
const tellPlace = (line) => {
  const siblings = [...line.parentElement.children];
  const place = { fase: name(line), n: siblings.indexOf(line) + 1, alle: siblings.length };
  changed(words(form.dataset.moved, place));
};

const move = (line, steps, focused) => {
  const beside = steps < 0 ? line.previousElementSibling : line.nextElementSibling;
  if (beside) steps < 0 ? beside.before(line) : beside.after(line);
  focused.focus(); // a node that moves loses it
  line.scrollIntoView({ block: "nearest" });
  tellPlace(line);
};

const stretch = (line, step) => {
  const box = minutesOf(line);
  box.value = Math.max(Number(box.min) || 1, (Number(box.value) || 0) + step);
  changed();
};

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move], [data-step]");
  if (!button) return;
  event.preventDefault();
  const line = button.closest(".design-line");
  if (button.dataset.move) move(line, Number(button.dataset.move), button);
  else stretch(line, Number(button.dataset.step));
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const line = event.target.closest(".design-line");
  if (!line || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  move(line, event.key === "ArrowUp" ? -1 : 1, event.target);
});

form.addEventListener("input", (event) => {
  if (event.target.closest(".design-line")) changed(event.target.closest(".design-minutes") ? "" : " ");
});

// By hand: the clock is the handle, so that text in the boxes can still be marked.
let held = null;
for (const line of lines()) {
  const handle = line.querySelector("[data-clock]");
  handle.draggable = true;
  handle.addEventListener("dragstart", (event) => {
    held = line;
    event.dataTransfer.setDragImage(line, 0, 0);
  });
  handle.addEventListener("dragend", () => {
    tellPlace(held);
    held = null;
  });
  line.addEventListener("dragover", (event) => {
    if (!held || held === line || held.parentElement !== line.parentElement) return;
    event.preventDefault();
    const { top, height } = line.getBoundingClientRect();
    event.clientY < top + height / 2 ? line.before(held) : line.after(held);
  });
}

form.classList.add("has-script");
count();
const target = location.hash && document.querySelector(location.hash);
if (target) target.querySelector(".design-head input")?.focus();
