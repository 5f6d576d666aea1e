// Says how many characters are left, from four fifths of the limit and on.
for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const box = document.getElementById(counter.dataset.counterFor);
  const limit = Number(counter.dataset.limit);
  if (!box || !limit) continue;
  // The sentence is better than a box that silently stops.
  box.removeAttribute("maxlength");
  const tell = () => {
    const left = limit - box.value.length;
    counter.hidden = left > limit / 5;
    counter.dataset.state = left < 0 ? "over" : "under";
    counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace("{n}", Math.abs(left));
  };
  box.addEventListener("input", tell);
  tell();
}
