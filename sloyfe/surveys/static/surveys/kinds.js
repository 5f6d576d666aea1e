// Shows only the boxes that belong to what has been chosen. Without it, all of them stand there.
const fields = [...document.querySelectorAll("[name=kind], [name=template]")];
const scale = document.querySelector("select[name=scale]");

const fit = () => {
  const chosen = fields.find((field) => field.type !== "radio" || field.checked)?.value;
  for (const box of document.querySelectorAll("[data-for]")) {
    const own = !box.dataset.scale || box.dataset.scale === scale.value;
    box.hidden = !box.dataset.for.split(" ").includes(chosen) || !own;
  }
};

for (const field of [...fields, scale]) field?.addEventListener("change", fit);
addEventListener("pageshow", fit);
fit();
