// Writes the time that is left where the page shows it.
export const showLeft = (place) => (big, small) => {
  for (const left of place.querySelectorAll(".now:not([hidden]) [data-time-left]")) {
    if (left.childElementCount !== (small ? 2 : 1)) {
      left.replaceChildren(document.createElement("strong"), ...(small ? [document.createElement("span")] : []));
    }
    write(left.firstElementChild, big);
    if (small) write(left.lastElementChild, small);
  }
};

const write = (place, words) => {
  if (place.textContent !== words) place.textContent = words;
};
