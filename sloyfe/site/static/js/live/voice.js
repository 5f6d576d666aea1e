// Says things aloud to those who use a screen reader, one after the other, so that none is lost behind the next.
const PAUSE = 1500;

export function voice(place) {
  const waiting = [];
  let busy = false;
  const next = () => {
    busy = waiting.length > 0;
    if (!busy) return;
    place.textContent = waiting.shift();
    setTimeout(next, PAUSE);
  };
  return (words) => {
    if (waiting.at(-1) === words || (!waiting.length && busy && place.textContent === words)) return;
    waiting.push(words);
    if (!busy) next();
  };
}
