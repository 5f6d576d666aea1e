// Writes the time that is left where the page shows it, and only on the card of the phase it belongs to: a page that was
// fetched may be a phase ahead of what was heard.
export const showLeft = (place) => (big, small, phase) => {
  for (const left of place.querySelectorAll(`.now[data-phase="${phase}"] [data-time-left]`)) {
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
