// Points on their way to the table: kept on this device until the server has them, each with a name of its own.
import { sendUntilTold } from "../js/live/sending.js";

export function points(base, words, { leftBehind, say, laid }) {
  const place = `sloyfe.points.${base}`;
  const waiting = () => JSON.parse(localStorage.getItem(place) ?? "[]");
  const keep = (all) => (all.length ? localStorage.setItem(place, JSON.stringify(all)) : localStorage.removeItem(place));
  let sending = false;

  const run = async () => {
    if (sending) return;
    sending = true;
    for (let first = waiting()[0]; first; first = waiting()[0]) {
      const said = { words: first.words, name: first.name };
      const answer = await sendUntilTold(`${base}punkter/${first.phase}/`, said, () => say(words.unsaved));
      keep(waiting().filter((each) => each.name !== first.name));
      if (answer.ok) {
        say(words.laid);
        laid();
      } else leftBehind(first.words, answer.sentence);
    }
    sending = false;
  };

  run();
  return (form) => {
    const box = form.elements.words;
    const said = box.value.trim();
    if (!said) return false;
    keep([...waiting(), { words: said, name: crypto.randomUUID(), phase: form.dataset.phase }]);
    if (box.type !== "hidden") box.value = "";
    run();
    return true;
  };
}
