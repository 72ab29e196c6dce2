// Lists: rows are opened and chosen with the keyboard, filters leave empty parameters out of the URL.

export function start() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("change", onChange);
  document.addEventListener("reset", () => setTimeout(showChosen));
  document.addEventListener("htmx:after:swap", showChosen);
  document.addEventListener("htmx:config:request", dropEmpty);
  document.addEventListener("submit", dropEmptyFields);
  showChosen();
}

function dropEmpty(event) {
  const { ctx } = event.detail;
  if (!ctx.sourceElement.matches("[data-lean]")) return;
  const { body } = ctx.request;
  for (const [name, value] of [...body.entries()]) {
    if (value === "" && body.getAll(name).every((one) => one === "")) body.delete(name);
  }
}

function dropEmptyFields(event) {
  if (!event.target.matches("form[data-lean]") || event.defaultPrevented) return;
  for (const input of event.target.elements) if (input.value === "" && input.name) input.disabled = true;
}

function picks() {
  return [...document.querySelectorAll("[data-rows] .pick")];
}

function showChosen() {
  const chosen = picks().filter((pick) => pick.checked).length;
  const place = document.querySelector("[data-chosen]");
  if (place && chosen) {
    place.dataset.words ??= place.textContent;
    place.textContent = `${place.dataset.words}: ${chosen}`;
  }
  const all = document.querySelector("[data-pick-all]");
  if (all) {
    all.checked = chosen > 0 && chosen === picks().length;
    all.indeterminate = chosen > 0 && !all.checked;
  }
}

let lastPick = null;

function onClick(event) {
  const pick = event.target.closest?.(".pick");
  if (pick) {
    const rows = picks();
    if (event.shiftKey && lastPick && rows.includes(lastPick)) {
      const [from, to] = [rows.indexOf(lastPick), rows.indexOf(pick)].sort((a, b) => a - b);
      for (const one of rows.slice(from, to + 1)) one.checked = pick.checked;
    }
    lastPick = pick;
    showChosen();
  }
  const span = event.target.closest?.("[data-span]");
  if (span) setSpan(span);
  const up = event.target.closest?.("[data-up]");
  if (up) moveUp(up);
  const row = event.target.closest?.("tr[data-href]");
  if (row && !event.target.closest("a, button, input, label, summary, .pick-cell") && !String(getSelection())) {
    open(row, event.ctrlKey || event.metaKey);
  }
}

function open(row, newTab) {
  if (newTab) window.open(row.dataset.href, "_blank", "noopener");
  else location.href = row.dataset.href;
}

function onChange(event) {
  if (event.target.matches?.("[data-pick-all]")) {
    for (const pick of picks()) pick.checked = event.target.checked;
  }
  if (event.target.matches?.("[data-pick-all], .pick")) showChosen();
}

function setSpan(button) {
  const [from, to] = button.dataset.span.split(" ");
  const [first, last] = button.closest(".pop").querySelectorAll("input[type=date]");
  first.value = from;
  last.value = to;
  last.dispatchEvent(new Event("change", { bubbles: true }));
}

function moveUp(button) {
  const item = button.closest("li");
  item.previousElementSibling?.before(item);
  button.focus();
  button.closest("form").dispatchEvent(new Event("reorder", { bubbles: true }));
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.("input:not(.pick), textarea, select, [contenteditable], dialog");
  if (event.key === "/" && !typing) {
    const field = document.querySelector("[data-list-search]") ?? document.querySelector(".find input");
    field?.focus();
    event.preventDefault();
    return;
  }
  const table = document.querySelector("[data-rows]");
  if (!table || typing || event.target.closest?.("details[open], button")) return;
  const rows = [...table.tBodies[0].rows];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step && (here >= 0 || event.key.length === 1)) {
    rows[Math.min(Math.max(here + step, 0), rows.length - 1)]?.querySelector("a, input, button")?.focus();
    event.preventDefault();
  } else if (event.key === "x" && here >= 0) {
    rows[here].querySelector(".pick")?.click();
    event.preventDefault();
  } else if (event.key === "Enter" && here >= 0 && document.activeElement.matches(".pick")) {
    if (rows[here].dataset.href) open(rows[here], false);
    event.preventDefault();
  }
}
