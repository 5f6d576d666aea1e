// Says things aloud to those who use a screen reader, one after the other, so that none is lost behind the next.
const PAUSE = 1500;
const STALE = 10000; // what was said long ago is not found by whoever reads through the page

export function voice(place) {
  const waiting = [];
  let busy = false;
  let old = 0;
  const next = () => {
    busy = waiting.length > 0;
    if (!busy) return;
    place.textContent = waiting.shift();
    clearTimeout(old);
    old = setTimeout(() => (place.textContent = ""), STALE);
    setTimeout(next, PAUSE);
  };
  return (words) => {
    if (waiting.at(-1) === words || (!waiting.length && busy && place.textContent === words)) return;
    waiting.push(words);
    if (!busy) next();
  };
}
