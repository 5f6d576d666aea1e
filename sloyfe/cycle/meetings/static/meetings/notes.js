// One's own notes: kept on this device from the first letter, and sent a moment after the last, until the server has them.
import { sendUntilTold } from "../js/live/sending.js";

const QUIET = 1200;

export function notes(base, words, leftBehind) {
  let box = null;
  let phase = "";
  let after = 0;
  let timer = 0;
  let sending = null;
  let state = null;

  const place = () => `sloyfe.note.${base}${phase}`;
  const tell = (text) => {
    if (state && state.textContent !== text) state.textContent = text;
  };

  const takeUp = (form) => {
    box = form.querySelector("textarea");
    phase = form.dataset.phase;
    after = Number(form.querySelector("[name=after]").value || 0);
    state = form.querySelector("[data-save-state]");
    const kept = localStorage.getItem(place());
    if (kept !== null && kept !== box.value) {
      box.value = kept;
      later(0);
    }
    box.addEventListener("input", () => {
      localStorage.setItem(place(), box.value);
      tell(words.saving);
      later(QUIET);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      later(0);
    });
  };

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const save = async () => {
    if (sending || !box) return;
    const own = { box, phase, place: place(), words: box.value };
    const said = { words: own.words, after, mark: crypto.randomUUID() };
    sending = sendUntilTold(`${base}notater/${own.phase}/`, said, () => tell(words.unsaved));
    const answer = await sending;
    sending = null;
    settle(own, answer);
  };

  const settle = (own, answer) => {
    const same = own.phase === phase;
    if (answer.ok) {
      if (same) after = answer.version;
      if (own.box.value === own.words) {
        localStorage.removeItem(own.place);
        if (same) tell(words.saved);
      } else later(0);
    } else if (answer.words !== undefined && same) {
      after = answer.version;
      own.box.value = `${answer.words}\n\n${own.box.value}`;
      tell(words.both);
      later(0);
    } else {
      tell(answer.sentence ?? words.late);
      localStorage.removeItem(own.place);
      if (answer.status !== 422) leftBehind(own.box.value);
      else localStorage.setItem(own.place, own.box.value);
    }
  };

  return {
    // Another phase has begun: what is written is sent at once.
    hurry: () => {
      if (box && localStorage.getItem(place()) !== null) later(0);
    },
    find: (region) => {
      const form = region.querySelector("form.own-note");
      if (form && form !== box?.form) takeUp(form);
      if (!form && !sending) box = null;
    },
  };
}
