// The page of somebody who is in: follows the meeting by itself, and loses nothing that was typed.
import { countdown } from "../js/live/clock.js";
import { follow } from "../js/live/follow.js";
import { morphTo } from "../js/live/morph.js";
import { wait } from "../js/live/sending.js";
import { drop, places } from "../js/live/shelf.js";
import { showLeft } from "../js/live/time_left.js";
import { voice } from "../js/live/voice.js";
import { leftovers } from "./leftovers.js";
import { notes } from "./notes.js";
import { fill } from "./own.js";
import { points } from "./points.js";
import { stillOpen } from "./still.js";

export function enter(room) {
  const base = room.dataset.live;
  const words = room.querySelector("[data-said]").dataset;
  const say = voice(room.querySelector("[data-said]"));
  const region = (name) => room.querySelector(`[data-region="${name}"]`);
  let frame = null;
  let shown = { v: "", table: "", longer: 0 };
  let fetching = null;
  let again = ""; // asked for while it was being fetched
  let turned = false; // another phase has begun, and its parts are not all here yet

  const keepLeft = leftovers(base);
  const leftBehind = (text, why) => {
    if (keepLeft(text, why)) say(words.late);
  };
  const own = notes(base, words, leftBehind);
  const lay = points(base, words, { leftBehind, say, laid: () => refresh("table") });
  const tick = countdown(words, { say, show: showLeft(room) });
  const tickStill = stillOpen(words, region("own"), { say, over: () => (own.hurry(), refresh("all")) });

  // The cards of all phases are on the page, so that everybody sees the new one at once.
  const turnTo = (phase) => {
    let title = "";
    for (const card of region("now").querySelectorAll("[data-phase]")) {
      card.hidden = card.dataset.phase !== phase;
      if (!card.hidden) title = card.querySelector("h2").textContent;
    }
    return title;
  };

  const replace = (name, html) => {
    const place = region(name);
    if (html === undefined) return;
    const had = place.contains(document.activeElement);
    morphTo(place, html);
    // What had the focus may be gone; then the reader is not sent back to the top of the page.
    if (had && !place.contains(document.activeElement)) {
      const next = place.querySelector("textarea, input:not([type=hidden])") ?? place;
      if (next === place) place.tabIndex = -1;
      next.focus({ preventScroll: true });
      if (turned) scrollTo(0, 0);
    }
  };

  const refresh = async (part) => {
    if (fetching) {
      again = part === "all" ? "all" : again || part;
      return;
    }
    fetching = part;
    // What is fetched may be newer than the frame that led to it; the next frame then says the same, and all is well.
    const told = { v: frame?.room.v ?? "", table: frame?.table?.v ?? "", longer: frame?.own?.longer ?? 0 };
    const asked = part === "table" ? "del=bord" : `eget=${region("own").dataset.mark ?? ""}`;
    try {
      const answer = await fetch(`${base}rom/?${asked}`, { cache: "no-store" });
      if (answer.ok) {
        show(await answer.json());
        shown = part === "table" ? { ...shown, table: told.table } : told;
      } else await wait(1000);
    } catch {
      await wait(2000);
    }
    fetching = null;
    const next = again;
    again = "";
    if (next) return refresh(next);
    catchUp();
  };

  const show = (said) => {
    replace("now", said.now);
    replace("gathered", said.gathered);
    const table = region("table").querySelector("h2")?.textContent;
    replace("table", said.table);
    const seated = region("table").querySelector("h2")?.textContent;
    if (seated && seated !== table) say(seated);
    // A table that came by itself: what one may write there belongs to one's own part, which was fetched before it.
    if (seated !== table && said.now === undefined) later("all", (frame?.room.spread ?? 0) * 1000);
    for (const press of region("table").querySelectorAll("[data-own]")) press.hidden = !said.own_points.includes(press.dataset.own);
    if (said.own !== undefined) {
      replace("own", said.own);
      region("own").dataset.mark = said.mark;
      if (said.pads) fill(region("own"), said.pads, titleOf);
      own.find(region("own"));
    }
    hideLaid();
    turned = false;
    count();
  };

  // What lies on the table already is not offered again.
  const hideLaid = () => {
    const points = region("table").querySelectorAll("[data-key] > p");
    const laid = new Set([...points].map((each) => each.textContent.trim()));
    const offered = [...region("own").querySelectorAll("[data-lines] li")];
    for (const line of offered) line.hidden = laid.has(line.querySelector("[data-line-words]").textContent.trim());
    const place = region("own").querySelector("[data-lines]");
    if (place) place.hidden = offered.every((line) => line.hidden);
  };

  // Somebody may have longer than others, where one writes for oneself.
  const count = () => {
    if (!frame) return;
    const writes = region("own").querySelector(`form.own-note[data-phase="${frame.room.phase}"]`);
    tick(frame, (writes && frame.own?.longer) || 0);
    tickStill(frame);
  };
  const titleOf = (phase) => region("now").querySelector(`[data-phase="${phase}"] h2`)?.textContent ?? "";

  const catchUp = () => {
    if (!frame || fetching) return;
    if (frame.room.v !== shown.v) later("all", frame.room.spread * 1000);
    else if ((frame.own?.longer ?? 0) !== shown.longer) later("all", 300);
    else if ((frame.table?.v ?? "") !== shown.table) later("table", 300);
  };

  let timer = 0;
  const later = (part, most) => {
    if (timer) return;
    timer = setTimeout(() => {
      timer = 0;
      refresh(part);
    }, Math.random() * most);
  };

  follow(base, {
    line: (there) => {
      const line = room.querySelector("[data-line]");
      if (line.hidden === there) return;
      line.hidden = there;
      line.textContent = there ? "" : words.lost;
      say(there ? words.found : words.lost);
    },
    out: () => location.reload(),
    hear: (said) => {
      const moved = frame && frame.room.turn !== said.room.turn;
      frame = { ...said, at: Date.now() };
      if (moved) {
        turned = true;
        own.hurry();
        // What was said about the phase before is over, and the new one begins at the top of the page.
        document.querySelector(".messages")?.remove();
        if (!document.activeElement.matches("textarea, input")) scrollTo(0, 0);
        const title = turnTo(said.room.phase);
        if (title) say(`${words.phaseNow} ${title}`);
      }
      count();
      catchUp();
    },
  });

  room.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute("data-whole-page")) return;
    event.preventDefault();
    if (form.dataset.keeps === "point" && lay(form)) return;
    const token = document.querySelector("[name=csrfmiddlewaretoken][value]")?.value;
    const said = new FormData(form);
    if (token) said.set("csrfmiddlewaretoken", token);
    try {
      const answer = await fetch(form.action, { method: "POST", body: said });
      if (answer.ok) {
        form.reset();
        region("own").dataset.mark = "";
        return refresh("all");
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      document.querySelector("main").replaceWith(page);
      page.focus();
    } catch {
      say(words.unsaved);
    }
  });

  // Whoever leaves takes everything along, so that the next one at this device finds nothing.
  room.querySelector("form[data-leaves]")?.addEventListener("submit", () => {
    for (const kind of ["note", "points", "left"]) for (const place of places(`sloyfe.${kind}.${base}`)) drop(place);
  });

  room.querySelector("[data-reload]")?.remove();
  hideLaid();
  own.find(region("own"));
  own.hurry();
}
