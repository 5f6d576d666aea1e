// What is kept on this device. Where the browser keeps nothing, it lasts as long as the page.
const memory = new Map();
const works = (() => {
  try {
    localStorage.setItem("sloyfe.try", "");
    localStorage.removeItem("sloyfe.try");
    return true;
  } catch {
    return false;
  }
})();

export function take(place) {
  return works ? localStorage.getItem(place) : (memory.get(place) ?? null);
}

export function put(place, words) {
  try {
    if (works) return localStorage.setItem(place, words);
  } catch {
    // The shelf is full: the page still holds it.
  }
  memory.set(place, words);
}

export function drop(place) {
  if (works) localStorage.removeItem(place);
  memory.delete(place);
}

export function places(start) {
  return (works ? Object.keys(localStorage) : [...memory.keys()]).filter((place) => place.startsWith(start));
}

export const list = (place) => JSON.parse(take(place) ?? "[]");
export const putList = (place, all) => (all.length ? put(place, JSON.stringify(all)) : drop(place));

// A name that nobody else comes upon; randomUUID is only there on https.
export function newName() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
