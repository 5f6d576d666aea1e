// Keeps what is filled in over a reload, on this device only. Every task works without it.
// A draft of a code lies in the browser for some days; that of a meeting's link only in its tab, since many share it.
const PREFIX = "sloyfe-utkast-";
const DAY = 86400000;

const shelf = (name) => {
  try {
    const found = window[name];
    found.getItem(PREFIX); // a browser that refuses to store says so here
    return found;
  } catch {
    return null;
  }
};
const shelves = ["localStorage", "sessionStorage"].map(shelf).filter(Boolean);

const read = (store, key) => {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
};

// What is too old goes, whichever code it was for.
for (const store of shelves) {
  for (const key of Object.keys(store).filter((each) => each.startsWith(PREFIX))) {
    const draft = read(store, key);
    if (!draft || !(draft.until > Date.now())) store.removeItem(key);
  }
}

// The answer is sent, or can no longer be.
for (const done of document.querySelectorAll("[data-draft-done]")) {
  for (const store of shelves) store.removeItem(PREFIX + done.dataset.draftDone);
}

const filled = (form) => {
  const fields = [];
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || field.tagName === "BUTTON") continue;
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked) fields.push([field.name, field.value]);
    } else if (field.value) fields.push([field.name, field.value]);
  }
  return fields;
};

const put = (form, fields) => {
  for (const [name, value] of fields) {
    for (const field of form.elements) {
      if (field.name !== name || field.type === "hidden" || field.tagName === "BUTTON") continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
      else field.value = value;
    }
  }
};

for (const form of document.querySelectorAll("form[data-draft]")) {
  const store = shelf(form.dataset.draftKeep === "tab" ? "sessionStorage" : "localStorage");
  if (!store) continue;
  const key = PREFIX + form.dataset.draft;
  const note = form.querySelector("[data-draft-note]");
  const said = form.querySelector("[data-draft-said]");
  note.hidden = false;

  const draft = read(store, key);
  if (draft && "draftRestore" in form.dataset) {
    put(form, draft.fields);
    form.dispatchEvent(new Event("change", { bubbles: true }));
    said.textContent = said.dataset.restored;
  }

  let waiting = 0;
  const save = () => {
    clearTimeout(waiting);
    waiting = 0;
    const fields = filled(form);
    try {
      if (!fields.length) store.removeItem(key);
      else store.setItem(key, JSON.stringify({ until: Date.now() + form.dataset.draftDays * DAY, fields }));
    } catch {
      note.hidden = true; // the device is full: then there is no draft, and no word of one
    }
  };
  const later = () => {
    said.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(save, 400);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  addEventListener("pagehide", () => waiting && save());

  form.querySelector("[data-draft-delete]").addEventListener("click", () => {
    for (const field of form.elements) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = false;
      else if (field.name && field.type !== "hidden" && field.tagName !== "BUTTON") field.value = "";
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
    save();
    said.textContent = said.dataset.deleted;
  });
}
