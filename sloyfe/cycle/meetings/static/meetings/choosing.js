// Shows the script of the method that is chosen.
const choice = document.querySelector("[name=method]");
const show = () => {
  for (const each of document.querySelectorAll(".script-preview")) each.hidden = each.dataset.method !== choice.value;
};
choice.addEventListener("change", show);
addEventListener("pageshow", show);
show();
