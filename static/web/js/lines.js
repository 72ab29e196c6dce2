// Document lines: Enter and arrows move, rows are pasted from a spreadsheet, totals follow.
import { parse, show, times } from "./numbers.js";

export function start() {
  for (const grid of document.querySelectorAll("[data-lines]")) prepare(grid);
}

function prepare(grid) {
  const body = grid.tBodies[0];
  const form = grid.closest("form");
  const pattern = form.querySelector("template[data-line]");
  const total = form.querySelector(`[name="${grid.dataset.lines}-TOTAL_FORMS"]`);
  if (!pattern || !total) return;

  const add = () => {
    const number = Number(total.value);
    const row = pattern.content.firstElementChild.cloneNode(true);
    for (const node of row.querySelectorAll("*")) {
      for (const attribute of [...node.attributes]) {
        if (attribute.value.includes("__prefix__")) attribute.value = attribute.value.replaceAll("__prefix__", number);
      }
    }
    body.append(row);
    total.value = number + 1;
    return row;
  };
  const cellAt = (row, column) => inputs(row)[column];
  const below = (input) => {
    const row = input.closest("tr");
    const column = inputs(row).indexOf(input);
    const next = row.nextElementSibling ?? add();
    const cell = cellAt(next, input.matches("[data-last]") ? 0 : column);
    cell?.focus();
    cell?.select?.();
  };

  form.querySelector("[data-add-line]")?.addEventListener("click", () => inputs(add())[0]?.focus());
  grid.addEventListener("click", (event) => {
    const drop = event.target.closest("[data-drop-line]");
    if (!drop) return;
    const row = drop.closest("tr");
    for (const input of row.querySelectorAll("input, select")) input.value = "";
    row.hidden = body.rows.length > 1;
    sum(grid);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  grid.addEventListener("input", () => sum(grid));
  grid.addEventListener("change", () => sum(grid));
  grid.addEventListener("keydown", (event) => {
    const input = event.target.closest("input, select");
    if (!input || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = input.closest("tr");
    const cells = inputs(row);
    const column = cells.indexOf(input);
    if (event.key === "Enter") {
      event.preventDefault();
      const next = cells[column + 1];
      if (event.shiftKey) row.previousElementSibling && cellAt(row.previousElementSibling, column)?.focus();
      else if (next) { next.focus(); next.select?.(); }
      else { const line = row.nextElementSibling ?? add(); inputs(line)[0]?.focus(); }
    } else if (event.key === "ArrowDown" && input.matches("input")) {
      event.preventDefault();
      below(input);
    } else if (event.key === "ArrowUp" && input.matches("input")) {
      event.preventDefault();
      const before = row.previousElementSibling && cellAt(row.previousElementSibling, column);
      before?.focus();
      before?.select?.();
    }
  });
  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    pasteRows(event.target.closest("input"), text, add);
    sum(grid);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  sum(grid);
}

function inputs(row) {
  return [...row.querySelectorAll("input:not([type=hidden]), select")];
}

function pasteRows(from, text, add) {
  let row = from.closest("tr");
  const column = inputs(row).indexOf(from);
  const lines = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
  lines.forEach((line, number) => {
    if (number) row = row.nextElementSibling ?? add();
    line.split("\t").forEach((value, offset) => {
      const input = inputs(row)[column + offset];
      if (!input) return;
      input.value = value.trim();
      const key = input.closest("[data-combo]")?.querySelector("[data-key]");
      if (key) key.value = "";
    });
  });
}

function sum(grid) {
  const { counted, priced } = grid.dataset;
  if (!counted || !priced) return;
  let whole = 0n;
  for (const row of grid.tBodies[0].rows) {
    const count = parse(row.querySelector(`[name$="-${counted}"]`)?.value ?? "");
    const price = parse(row.querySelector(`[name$="-${priced}"]`)?.value ?? "");
    const known = count !== null && price !== null;
    const amount = known ? times(count, price) : 0n;
    row.querySelector("[data-sum]").textContent = known ? show(amount) : "";
    whole += amount;
  }
  grid.querySelector("[data-total]").textContent = show(whole);
}
