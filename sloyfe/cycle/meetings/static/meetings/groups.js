// Drag somebody to another table. Without this file the form under each name does the same.
const tables = document.querySelector("[data-move]");
const token = document.querySelector("input[name=csrfmiddlewaretoken]");

function move(who, to) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = tables.dataset.move;
  for (const [name, value] of Object.entries({ csrfmiddlewaretoken: token.value, who, to })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

function takesPeople(card) {
  card.addEventListener("dragover", (event) => {
    event.preventDefault();
    card.dataset.over = "";
  });
  card.addEventListener("dragleave", () => delete card.dataset.over);
  card.addEventListener("drop", (event) => {
    event.preventDefault();
    delete card.dataset.over;
    const who = event.dataTransfer.getData("text/plain");
    const line = document.querySelector(`[data-person="${CSS.escape(who)}"]`);
    if (line && !card.contains(line)) move(who, card.dataset.table);
  });
}

if (tables && token) {
  for (const line of document.querySelectorAll("[data-person]")) {
    line.draggable = true;
    line.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", line.dataset.person));
  }
  document.querySelectorAll("[data-table]").forEach(takesPeople);
}
