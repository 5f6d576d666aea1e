// What came too late: it stays on this device, to be copied, until whoever wrote it puts it away.
import { list, newName, putList } from "../js/live/shelf.js";

export function leftovers(base) {
  const place = `sloyfe.left.${base}`;
  const box = document.querySelector("[data-left-behind]");

  const draw = () => {
    const all = list(place);
    box.hidden = !all.length;
    box.querySelector("ul").replaceChildren(...all.map(line));
  };

  const line = ({ name, words, why }) => {
    const made = box.querySelector("template").content.firstElementChild.cloneNode(true);
    made.querySelector("[data-words]").textContent = words;
    made.querySelector("[data-why]").textContent = why ?? "";
    const copied = made.querySelector("[data-copied]");
    made.querySelector("[data-copy]").addEventListener("click", async () => {
      await copy(words, made.querySelector("[data-words]"));
      copied.textContent = copied.dataset.copied;
    });
    made.querySelector("[data-dismiss]").addEventListener("click", () => {
      putList(place, list(place).filter((each) => each.name !== name));
      draw();
      document.querySelector("main").focus();
    });
    return made;
  };

  draw();
  return (words, why) => {
    if (!words.trim()) return false;
    putList(place, [...list(place), { name: newName(), words, why }]);
    draw();
    return true;
  };
}

async function copy(words, shown) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Without https there is no clipboard: the words are marked, and the old way is tried.
    getSelection().selectAllChildren(shown);
    document.execCommand("copy");
  }
}
