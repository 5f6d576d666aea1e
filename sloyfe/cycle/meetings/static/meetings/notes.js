// One's own notes: kept on this device from the first letter, and sent a moment after the last, until the server has them.
import { sendUntilTold } from "../js/live/sending.js";
import { drop, newName, places, put, take } from "../js/live/shelf.js";

const QUIET = 1200;

export function notes(base, words, leftBehind) {
  const start = `sloyfe.note.${base}`;
  const pads = new Map(); // what is written, by phase

  const tell = (pad, text) => {
    if (pad.state && pad.state.textContent !== text) pad.state.textContent = text;
  };

  const padOf = (phase) => {
    if (!pads.has(phase)) pads.set(phase, { phase, after: null, timer: 0, sending: false, place: start + phase });
    return pads.get(phase);
  };

  const later = (pad, pause) => {
    clearTimeout(pad.timer);
    pad.timer = setTimeout(() => save(pad), pause);
  };

  const save = async (pad) => {
    const said = take(pad.place);
    if (pad.sending || said === null) return;
    pad.sending = true;
    const sent = { words: said, after: pad.after, mark: newName() };
    const answer = await sendUntilTold(`${base}notater/${pad.phase}/`, sent, () => tell(pad, words.unsaved));
    pad.sending = false;
    settle(pad, said, answer);
  };

  const settle = (pad, said, answer) => {
    const now = take(pad.place);
    if (answer.ok) {
      pad.after = answer.version;
      if (now !== null && now !== said) return later(pad, 0);
      drop(pad.place);
      tell(pad, words.saved);
    } else if (answer.words !== undefined) {
      pad.after = answer.version;
      put(pad.place, `${answer.words}\n\n${now ?? said}`);
      if (pad.box) pad.box.value = take(pad.place);
      tell(pad, words.both);
      later(pad, 0);
    } else if (answer.status === 422) tell(pad, Object.values(answer.errors ?? {}).flat()[0] ?? answer.sentence);
    else {
      drop(pad.place);
      tell(pad, answer.sentence ?? words.late);
      leftBehind(now ?? said);
    }
  };

  const takeUp = (form) => {
    const pad = padOf(form.dataset.phase);
    pad.box = form.querySelector("textarea");
    pad.state = form.querySelector("[data-save-state]");
    pad.after = Number(form.querySelector("[name=after]").value || 0);
    const kept = take(pad.place);
    if (kept !== null && kept !== pad.box.value) {
      pad.box.value = kept;
      later(pad, 0);
    }
    pad.box.addEventListener("input", () => {
      put(pad.place, pad.box.value);
      tell(pad, words.saving);
      later(pad, QUIET);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      put(pad.place, pad.box.value);
      later(pad, 0);
    });
  };

  // What is not yet with the server is sent at once: another phase has begun, or the page has just been opened.
  const hurry = () => {
    for (const place of places(start)) later(padOf(place.slice(start.length)), 0);
  };

  return {
    hurry,
    find: (region) => {
      for (const form of region.querySelectorAll("form.own-note")) {
        if (pads.get(form.dataset.phase)?.box !== form.querySelector("textarea")) takeUp(form);
      }
    },
  };
}
