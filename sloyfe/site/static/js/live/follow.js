// Follows a room by a stream; where no stream gets through, it asks instead, and goes back to the stream when it can.
const PATIENCE = 3000; // how long a stream may say nothing at first
const SILENCE = 40000; // the server says that it is there every fifteen seconds
const ASK = 2500;

const spread = (most) => Math.random() * most;

export function follow(base, { hear, out, line }) {
  let source = null;
  let told = 0; // when this stream last said something
  let opened = 0;
  let asking = false;
  let ended = false;

  const end = () => {
    ended = true;
    source?.close();
    out();
  };

  const take = (words) => {
    line(true);
    hear(JSON.parse(words));
  };

  const open = () => {
    source?.close();
    told = 0;
    opened = Date.now();
    source = new EventSource(`${base}strom/`);
    source.onmessage = (event) => {
      told = Date.now();
      take(event.data);
    };
    source.addEventListener("here", () => (told = Date.now()));
    source.addEventListener("out", end);
    source.onerror = () => {
      told = 0;
      line(false);
      // The browser comes back by itself, unless something between answered for the server.
      if (source.readyState === EventSource.CLOSED && !ended) setTimeout(open, 1000 + spread(4000));
    };
  };

  const ask = async () => {
    if (asking || ended) return;
    asking = true;
    try {
      const answer = await fetch(`${base}tilstand/`, { cache: "no-store" });
      if (answer.status === 404) end();
      else if (answer.ok) take(await answer.text());
    } catch {
      line(false);
    }
    setTimeout(() => (asking = false), ASK + spread(1000));
  };

  // A telephone knows before the line does.
  addEventListener("offline", () => line(false));
  addEventListener("online", () => ended || open());

  setInterval(() => {
    if (ended) return;
    const now = Date.now();
    if (!told && now - opened > PATIENCE) ask();
    if (told && now - told > SILENCE) open();
  }, 500);
  open();
}
