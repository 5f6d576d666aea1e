// What the leader's page and the wall have in common: they follow the meeting, count, and are fetched anew when more than
// numbers has changed.
import { countdown } from "../js/live/clock.js";
import { follow } from "../js/live/follow.js";
import { morph } from "../js/live/morph.js";
import { showLeft } from "../js/live/time_left.js";

const CALM = 2000; // people who come in are not worth a page each

export function lead(place, { words, say, line }) {
  let frame = null;
  let fetched = "";
  let timer = 0;
  let due = 0;
  let turned = false; // another phase has begun, and is not said yet

  const look = (room) => JSON.stringify([room.turn, room.ends, room.left, room.over, room.v]);
  const tick = countdown(words, { say, show: showLeft(place) });

  const count = () => {
    if (!frame?.lead) return;
    for (const each of place.querySelectorAll("[data-count]")) {
      const said = each.dataset.words.replace(/\{(\w+)\}/g, (_whole, name) => frame.lead[name]);
      if (each.textContent !== said) each.textContent = said;
    }
  };

  const steer = () => {
    if (!frame?.room.phase) return;
    const { done, of } = frame.lead;
    const over = frame.room.left === null && frame.room.ends - frame.now - (Date.now() - frame.at) <= 0;
    const state = over ? "over" : of > 0 && done >= of && place.querySelector('[data-when="all"]')?.textContent.trim() ? "all" : "going";
    for (const each of place.querySelectorAll("[data-when]")) each.hidden = each.dataset.when !== state;
  };

  const take = (page) => {
    const wanted = page.getElementById(place.id);
    if (!wanted) return location.reload();
    morph(place, document.importNode(wanted, true));
    if (frame) tick(frame);
    count();
    steer();
    if (turned) say(`${words.phaseNow} ${place.querySelector(".now h2")?.textContent ?? ""}`);
    turned = false;
  };

  const refresh = async () => {
    const wanted = frame && look(frame.room) + frame.lead.inside;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (!answer.ok) return answer.status < 500 ? location.reload() : later(CALM);
      fetched = wanted;
      take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      later(CALM);
    }
  };

  const later = (pause) => {
    const at = Date.now() + pause;
    if (timer && due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => {
      timer = 0;
      refresh();
    }, pause);
  };

  follow(place.dataset.live, {
    line: (there) => {
      if (line.hidden === there) return;
      line.hidden = there;
      line.textContent = there ? "" : words.stale;
      say(there ? words.found : words.stale);
    },
    out: () => location.reload(),
    hear: (said) => {
      const old = frame;
      frame = { ...said, at: Date.now() };
      if (!old) fetched ||= look(said.room) + said.lead.inside;
      turned ||= Boolean(old) && old.room.turn !== said.room.turn;
      tick(frame);
      count();
      steer();
      if (old && look(old.room) !== look(said.room)) later(0);
      else if (fetched !== look(said.room) + said.lead.inside) later(Math.max(CALM, said.lead.inside * 5));
    },
  });
  setInterval(steer, 1000);
  later(0); // what happened while the page was on its way
  return { take };
}
