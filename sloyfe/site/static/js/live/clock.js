// Counts down by the server's clock, and says aloud when a minute, half a minute and ten seconds are left.
const ALOUD = [60, 30, 10];

const clockTime = (instant) =>
  new Date(instant).toLocaleTimeString("nb-NO", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Oslo" });

export function countdown(words, { show, say }) {
  let room = null;
  let ahead = 0; // by how much the server's clock is ahead of this one
  let longer = 0;
  let said = new Set();

  const left = () => (room.left ?? room.ends - (Date.now() + ahead)) + longer;

  const tick = () => {
    if (!room?.phase) return;
    const seconds = Math.ceil(left() / 1000);
    const minutes = Math.ceil(left() / 60000);
    const tell = (big, small) => show(big, small, room.phase);
    if (room.left !== null) tell(words.paused, `${minutes} ${minutes === 1 ? words.minute : words.minutes}`);
    else if (seconds <= 0) tell(words.over, "");
    else if (seconds <= 60) tell(String(seconds), words.seconds);
    else tell(String(minutes), `${words.minutes}, ${words.until} ${clockTime(room.ends + longer)}`);
    if (room.left !== null) return;
    const mark = ALOUD.find((each) => seconds <= each && seconds > each - 5 && !said.has(each));
    if (mark) {
      said.add(mark);
      say(`${seconds} ${words.seconds}`);
    }
    if (seconds <= 0 && !said.has(0)) {
      said.add(0);
      say(words.over);
    }
  };

  setInterval(tick, 500);
  return (frame, extra = 0) => {
    if (room && room.turn !== frame.room.turn) said = new Set();
    room = frame.room;
    longer = extra * 60000;
    ahead = frame.now - (frame.at ?? Date.now()); // `at`: when it came
    // What has passed already is not said.
    if (room.phase) for (const each of [...ALOUD, 0]) if (left() / 1000 < each - 5) said.add(each);
    tick();
  };
}
