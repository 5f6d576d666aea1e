// Makes one part of the page like another without putting away what stays the same: focus, caret and what is half
// written stay where they are, and a screen reader is told of nothing that did not change.
const keyOf = (node) =>
  node.nodeType === 1 ? node.dataset.key || node.id || node.getAttribute("action") || "" : "";
const alike = (one, other) =>
  one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

export function morph(from, to) {
  // What the page itself says of a save stands until it says something else.
  if (from.hasAttribute("data-save-state")) return;
  // What somebody has unfolded stays so.
  const stays = (name) => name === "open" && from.nodeName === "DETAILS";
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !stays(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !stays(name)) from.setAttribute(name, value);
  }
  if (from.nodeName === "TEMPLATE") from.innerHTML = to.innerHTML;
  else children(from, to);
}

function children(from, to) {
  let place = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    let found = place;
    while (found && !alike(found, wanted)) found = found.nextSibling;
    if (!found) {
      from.insertBefore(wanted, place);
      continue;
    }
    // What lies between is gone; what only changed places is made anew.
    while (place !== found) {
      const gone = place;
      place = place.nextSibling;
      gone.remove();
    }
    if (found.nodeType === 1) morph(found, wanted);
    else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
    place = found.nextSibling;
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

export function morphTo(place, html) {
  const wanted = document.createElement("template");
  wanted.innerHTML = html;
  children(place, wanted.content);
}
