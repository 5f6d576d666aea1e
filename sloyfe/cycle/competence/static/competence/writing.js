// Writing with the keys: Alt and an arrow moves the part one stands in, Ctrl and Enter saves. The buttons do the same.
const form = document.querySelector(".writing");
const keyOf = (part) => part?.id.slice(2);
const press = (act, part) => form.querySelector(`[name="do"][value="${act}:${keyOf(part)}"]:not(:disabled)`)?.click();

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.querySelector('[name="do"][value="save"]').click();
    return;
  }
  const part = event.target.closest("[data-part]");
  if (!part || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  press(event.key === "ArrowUp" ? "up" : "down", part);
});

// After a move one is still in the part that moved, and what was said of it is said aloud. The browser goes to the
// address first, and takes the focus along.
addEventListener("load", () => {
  const part = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (!part) return;
  setTimeout(() => {
    const mine = part.querySelector(`textarea[lang="${document.documentElement.lang}"]`);
    (mine || part.querySelector("textarea, input:not([type=hidden])") || part.querySelector("a, button")).focus();
    part.scrollIntoView({ block: "nearest" });
  });
});
const told = document.querySelector(".messages");
if (told) {
  const words = [...told.childNodes];
  told.replaceChildren();
  setTimeout(() => told.append(...words), 150);
}

// Nothing that was typed goes without a question.
let typed = false;
form.addEventListener("input", () => {
  typed = true;
});
form.addEventListener("submit", () => {
  typed = false;
});
addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});
form.classList.add("has-script");
