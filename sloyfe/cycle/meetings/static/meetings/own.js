// Puts one's own words, which come as data, into the boxes that everybody has alike.
const LONGEST = 400;

export function fill(region, pads, titleOf) {
  const box = region.querySelector("form.own-note");
  const written = pads.find((pad) => pad.phase === box?.dataset.phase);
  if (written) {
    const words = box.querySelector("textarea");
    if (!words.value) words.value = written.words;
    box.querySelector("[name=after]").value = written.version;
  }
  layOut(region.querySelector("[data-lines]"), pads);
  list(region.querySelector("[data-pads]"), pads.filter((pad) => pad !== written), titleOf);
}

function layOut(place, pads) {
  if (!place) return;
  const lines = pads.flatMap((pad) => pad.words.split("\n")).filter((line) => line.trim() && line.length <= LONGEST);
  place.hidden = !lines.length;
  for (const line of lines) {
    const item = place.querySelector("template").content.cloneNode(true);
    const [words, unseen] = item.querySelectorAll("[data-line-words]");
    words.textContent = line;
    unseen.textContent = `: ${line}`;
    item.querySelector("[name=words]").value = line;
    place.querySelector("ul").append(item);
  }
}

function list(place, pads, titleOf) {
  if (!place) return;
  place.hidden = !pads.length;
  for (const pad of pads) {
    const title = document.createElement("h3");
    title.textContent = titleOf(pad.phase);
    const words = document.createElement("p");
    words.className = pad.lost ? "muted" : "own-words";
    words.textContent = pad.lost ? place.dataset.lost : pad.words;
    // When the meeting is over, its phases are no longer on the page.
    place.querySelector("div").append(...(title.textContent ? [title] : []), words);
  }
}
