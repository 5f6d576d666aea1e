// The clock of a box that has closed for the others, for somebody who has longer.
import { countdown } from "../js/live/clock.js";

export function stillOpen(words, region, { say, over }) {
  const show = (big, small) => {
    const left = region.querySelector("[data-still-left]");
    if (left) left.textContent = `${big} ${small}`.trim();
  };
  const tick = countdown(words, { say, show });
  let timer = 0;
  let until = 0;

  return ({ now, at }) => {
    const box = region.querySelector("[data-still]");
    const wanted = Number(box?.dataset.still ?? 0);
    // Without a phase the clock stands.
    tick({ now, at, room: { phase: box ? "still" : "", turn: wanted, left: null, ends: wanted } });
    if (wanted === until) return;
    until = wanted;
    clearTimeout(timer);
    if (until) timer = setTimeout(over, Math.max(0, until - now - (Date.now() - at)) + 50);
  };
}
