// Lookups by typing, mentions in comments, and the focus on what has to be mended.
import { asker, later, move, select, selected } from "./options.js";

export function start() {
  document.addEventListener("focusin", (event) => {
    const combo = event.target.closest?.("[data-combo]");
    if (combo && event.target.matches("[role=combobox]")) prepare(combo);
    const remark = event.target.closest?.("[data-mentions]");
    if (remark && event.target.matches("textarea")) prepareMentions(remark, event.target);
  });
  document.querySelector("[data-errors]")?.focus();
}

function prepare(combo) {
  if (combo.dataset.ready) return;
  combo.dataset.ready = "yes";
  const input = combo.querySelector("[role=combobox]");
  const key = combo.querySelector("[data-key]");
  const list = combo.querySelector("[role=listbox]");
  const ask = asker();
  let wanted = null;

  const load = async () => {
    const text = input.value.trim();
    const html = await ask(`${combo.dataset.combo}?q=${encodeURIComponent(text)}&base=${encodeURIComponent(list.id)}`);
    if (html === null || document.activeElement !== input) return;
    list.innerHTML = html;
    show(true);
    point();
    if (wanted) wanted();
    wanted = null;
  };
  const loadSoon = later(120, load);
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
  };
  const point = () => {
    const option = selected(list);
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    if (!option) return;
    key.value = option.dataset.value;
    input.value = option.dataset.label;
    show(false);
    fill(combo, option.dataset.fill);
    key.dispatchEvent(new Event("change", { bubbles: true }));
  };

  input.addEventListener("input", () => {
    key.value = "";
    loadSoon();
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (list.hidden) load();
      else move(list, step);
      point();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && input.value && !key.value) {
      event.preventDefault();
      event.stopPropagation();
      if (list.hidden || !selected(list)) {
        wanted = () => choose(selected(list));
        load();
      } else choose(selected(list));
    } else if (event.key === "Tab" && !list.hidden && input.value && !key.value) {
      choose(selected(list));
    } else if (event.key === "Escape" && !list.hidden) {
      show(false);
      event.stopPropagation();
    }
  });
  input.addEventListener("blur", () => setTimeout(() => show(false), 150));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose(event.target.closest("[role=option]"));
  });
  list.addEventListener("mousemove", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) select(list, option);
  });
}

// What the chosen record brings along for the other fields of its line: {"price": "39,00"}.
function fill(combo, json) {
  if (!json) return;
  const place = combo.closest("tr, form");
  for (const [name, value] of Object.entries(JSON.parse(json))) {
    const field = place.querySelector(`[name="${CSS.escape(name)}"], [name$="-${CSS.escape(name)}"]`);
    if (field && !field.value) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

function prepareMentions(form, text) {
  if (form.dataset.ready) return;
  form.dataset.ready = "yes";
  const list = document.createElement("div");
  list.className = "pop";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  text.after(list);
  const ask = asker();
  const begun = () => text.value.slice(0, text.selectionStart).match(/(?:^|\s)@(\p{L}*)$/u);
  const load = later(120, async () => {
    const found = begun();
    const html = found && (await ask(`${form.dataset.mentions}&q=${encodeURIComponent(found[1])}`));
    list.hidden = !html;
    list.innerHTML = html || "";
  });
  const choose = (option) => {
    const found = begun();
    if (!option || !found) return;
    const from = text.selectionStart - found[1].length;
    text.setRangeText(`${option.dataset.label} `, from, text.selectionStart, "end");
    list.hidden = true;
  };
  text.addEventListener("input", load);
  text.addEventListener("blur", () => setTimeout(() => (list.hidden = true), 150));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) move(list, step);
    else if (event.key === "Enter" || event.key === "Tab") choose(selected(list));
    else if (event.key === "Escape") list.hidden = true;
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose(event.target.closest("[role=option]"));
  });
  form.addEventListener("htmx:after:swap", () => {
    form.reset();
    form.querySelector("[name=request_key]").value = crypto.randomUUID();
  });
}
