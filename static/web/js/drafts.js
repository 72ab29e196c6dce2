// What is typed stays in this browser until it is saved: an error, an expired session or a closed tab loses nothing.
const PREFIX = "draft:";
const KEEP_MS = 7 * 24 * 3600 * 1000;

export function start() {
  dropSaved();
  dropOld();
  for (const form of document.querySelectorAll("form[data-draft]")) prepare(form);
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-forget-drafts]")) forgetAll();
  });
}

function prepare(form) {
  const name = PREFIX + form.dataset.draft;
  const kept = read(name);
  if (kept && form.dataset.bound === undefined && putBack(form, kept.values)) {
    const note = form.querySelector("[data-draft-note]");
    if (note) note.hidden = false;
  }
  form.querySelector("[data-draft-drop]")?.addEventListener("click", () => {
    localStorage.removeItem(name);
    location.reload();
  });
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => write(name, { at: Date.now(), values: values(form) }), 300);
  };
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", () => write(name, { at: Date.now(), values: values(form) }));
}

function fields(form) {
  return [...form.elements].filter(
    (field) => field.name && !["password", "file", "submit", "button"].includes(field.type) && field.name !== "csrfmiddlewaretoken" && !field.closest("[data-no-draft]"),
  );
}

function values(form) {
  return fields(form).map((field) => [field.name, ["checkbox", "radio"].includes(field.type) ? `${field.value}\u0000${field.checked}` : field.value]);
}

function putBack(form, kept) {
  const more = kept.find(([name]) => name.endsWith("-TOTAL_FORMS"));
  const adder = form.querySelector("[data-add-line]");
  if (more && adder) {
    const total = form.elements[more[0]];
    for (let n = Number(total?.value ?? 0); n < Number(more[1]) && n < 1000; n += 1) adder.click();
  }
  let changed = false;
  for (const field of fields(form)) {
    for (const [name, value] of kept) {
      if (name !== field.name || name.endsWith("_FORMS")) continue;
      if (["checkbox", "radio"].includes(field.type)) {
        const [own, checked] = value.split("\u0000");
        if (own === field.value && field.checked !== (checked === "true")) {
          field.checked = checked === "true";
          changed = true;
        }
      } else if (field.value !== value) {
        field.value = value;
        changed = true;
      }
    }
  }
  if (changed) form.querySelector("[data-lines]")?.dispatchEvent(new Event("change"));
  return changed;
}

function dropSaved() {
  const cookie = document.cookie.split("; ").find((part) => part.startsWith("draft_done="));
  if (!cookie) return;
  localStorage.removeItem(PREFIX + decodeURIComponent(cookie.slice("draft_done=".length).replaceAll('"', "")));
  document.cookie = "draft_done=; path=/; max-age=0; samesite=lax";
}

function dropOld() {
  for (const name of drafts()) {
    const kept = read(name);
    if (!kept || Date.now() - kept.at > KEEP_MS) localStorage.removeItem(name);
  }
}

function forgetAll() {
  for (const name of drafts()) localStorage.removeItem(name);
}

function drafts() {
  return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function write(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full store only means that this draft is not kept.
  }
}
