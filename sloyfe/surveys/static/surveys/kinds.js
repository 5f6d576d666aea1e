// Shows only the boxes that belong to the chosen kind of answer. Without it, all of them stand there.
const kind = document.querySelector("select[name=kind]");
const scale = document.querySelector("select[name=scale]");

const fit = () => {
  for (const box of document.querySelectorAll("[data-for]")) {
    const own = !box.dataset.scale || box.dataset.scale === scale.value;
    box.hidden = !box.dataset.for.split(" ").includes(kind.value) || !own;
  }
};

if (kind && scale) {
  kind.addEventListener("change", fit);
  scale.addEventListener("change", fit);
  addEventListener("pageshow", fit);
  fit();
}
