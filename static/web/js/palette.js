// Ctrl-K: pages, actions and records by typing.
import { asker, later, move, select, selected } from "./options.js";

export function start() {
  const palette = document.getElementById("palette");
  if (!palette) return;
  const input = palette.querySelector("input");
  const list = palette.querySelector(".results");
  const ask = asker();

  const load = async () => {
    const html = await ask(`${palette.dataset.src}?q=${encodeURIComponent(input.value.trim())}`);
    if (html === null) return;
    list.innerHTML = html;
    point(input, select(list, list.querySelector("[role=option]")));
  };
  const loadSoon = later(90, load);

  const open = () => {
    if (palette.open) return;
    input.value = "";
    palette.showModal();
    load();
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  input.addEventListener("input", loadSoon);
  palette.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      point(input, move(list, step));
      event.preventDefault();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const hit = selected(list);
      if (hit) location.href = hit.href;
      else if (input.value.trim()) location.href = `/search/?q=${encodeURIComponent(input.value.trim())}`;
    }
  });
  palette.addEventListener("click", (event) => {
    if (event.target === palette) palette.close();
  });
}

function point(input, option) {
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
}
