// Menus that close, the one dialog that htmx fills, forms that are sent once, codes that are copied.

export function start() {
  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("close-dialog", closeDialog);
  document.addEventListener("htmx:after:swap", onSwap);
  window.addEventListener("pageshow", unlockForms);
}

export function closeDialog() {
  const dialog = document.getElementById("dialog");
  if (dialog?.open) dialog.close();
}

function onSwap(event) {
  const dialog = document.getElementById("dialog");
  const target = event.detail.ctx?.target;
  if (!dialog || (target !== dialog && target !== "#dialog")) return;
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector("[autofocus], .field input:not([type=hidden]), .field select, .field textarea, .dialog-foot .btn:last-child");
  first?.focus();
}

function onToggle(event) {
  const menu = event.target;
  if (!(menu instanceof HTMLDetailsElement) || !menu.matches(".menu")) return;
  if (!menu.open) return;
  for (const other of document.querySelectorAll("details.menu[open]")) {
    if (other !== menu && !other.contains(menu)) other.open = false;
  }
  keepInside(menu);
}

function keepInside(menu) {
  const pop = menu.querySelector(".pop");
  if (!pop || getComputedStyle(pop).position === "fixed") return;
  menu.classList.toggle("left", menu.classList.contains("left") || menu.getBoundingClientRect().right < pop.offsetWidth);
  if (pop.getBoundingClientRect().right > document.documentElement.clientWidth) menu.classList.remove("left");
}

function onClick(event) {
  const { target } = event;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
  const dialog = target.closest?.("dialog[open]");
  if (dialog && (target === dialog || target.closest("[data-close]"))) {
    event.preventDefault();
    dialog.close();
  }
  const item = target.closest?.("details.menu .menu-item[hx-get]");
  if (item) item.closest("details").open = false;
  const copy = target.closest?.("[data-copy]");
  if (copy) copyText(copy);
}

async function copyText(element) {
  await navigator.clipboard?.writeText(element.dataset.copy || element.textContent.trim());
  element.classList.add("copied");
  setTimeout(() => element.classList.remove("copied"), 900);
}

function onKey(event) {
  const menu = event.target.closest?.("details.menu[open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select")) return;
  const items = [...menu.querySelectorAll(".pop :is(a[href], button, input):not([disabled], [type=hidden])")];
  const next = items[(items.indexOf(document.activeElement) + step + items.length) % items.length] ?? items[0];
  next?.focus();
  event.preventDefault();
}

// A second press while the first one is on its way sends nothing.
function onSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("[data-once]:not([hx-post])")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
}

function unlockForms() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
}
