// Hides questions and parts that are not for the one who answers. Without it, a sentence says whom they are for.
const root = document.documentElement;
const guarded = [...document.querySelectorAll("[data-if]")];

const answers = (name) =>
  [...document.getElementsByName(name)]
    .filter((field) => field.checked && !field.closest("[data-if][hidden]"))
    .map((field) => field.value);

// In the order of the page: what is hidden opens nothing that comes after it.
const settle = () => {
  for (const each of guarded) {
    const open = each.dataset.is.split(" ");
    each.hidden = !answers(each.dataset.if).some((value) => open.includes(value));
  }
};

if (guarded.length) {
  root.classList.add("has-script");
  document.addEventListener("change", settle);
  addEventListener("pageshow", settle); // a browser may bring back what was ticked
  settle();
}
