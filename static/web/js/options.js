// One listbox under one input: shared by lookups, mentions and the palette.

export function move(list, step) {
  const options = [...list.querySelectorAll("[role=option]")];
  if (!options.length) return null;
  const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  return select(list, options[(now + step + options.length) % options.length]);
}

export function select(list, option) {
  for (const one of list.querySelectorAll("[role=option]")) one.setAttribute("aria-selected", String(one === option));
  option?.scrollIntoView({ block: "nearest" });
  return option ?? null;
}

export function selected(list) {
  return list.querySelector("[role=option][aria-selected=true]");
}

export function later(wait, run) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...values), wait);
  };
}

// Asks for a fragment; a newer question cancels the one before it.
export function asker() {
  let running = null;
  return async (url) => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(url, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" }, signal: running.signal });
      return answer.ok ? await answer.text() : "";
    } catch {
      return null;
    }
  };
}
