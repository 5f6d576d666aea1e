// Points on their way to the table: kept on this device until the server has them, each with a name of its own.
import { sendUntilTold } from "../js/live/sending.js";
import { list, newName, putList } from "../js/live/shelf.js";

export function points(base, words, { leftBehind, say, laid }) {
  const place = `sloyfe.points.${base}`;
  let sending = false;

  const run = async () => {
    if (sending) return;
    sending = true;
    for (let first = list(place)[0]; first; first = list(place)[0]) {
      const said = { words: first.words, name: first.name, element: first.element ?? "" };
      const answer = await sendUntilTold(`${base}punkter/${first.phase}/`, said, () => say(words.unsaved));
      putList(place, list(place).filter((each) => each.name !== first.name));
      if (answer.ok) {
        say(words.laid);
        laid();
      } else leftBehind(first.words, Object.values(answer.errors ?? {}).flat()[0] ?? answer.sentence);
    }
    sending = false;
  };

  run();
  return (form) => {
    const box = form.elements.words;
    const said = box.value.trim();
    if (!said) return false;
    putList(place, [...list(place), { words: said, name: newName(), phase: form.dataset.phase, element: form.elements.element?.value }]);
    if (box.type !== "hidden") {
      box.value = "";
      box.focus();
    }
    run();
    return true;
  };
}
