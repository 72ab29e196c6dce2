// Scanning: what a wedge scanner types anywhere lands in the scan field; without a network scans wait in a queue.
const KEY_GAP_MS = 40;
const QUEUE = "scans:";

export function start() {
  document.addEventListener("keydown", onKey, true);
  for (const form of document.querySelectorAll("form[data-scan-queue]")) queueScans(form);
  document.addEventListener("htmx:after:swap", () => {
    const verdict = document.querySelector("[data-verdict]:not([data-heard])");
    if (verdict) { verdict.dataset.heard = "yes"; sound(verdict.dataset.verdict === "good"); }
    document.querySelector(".scan [data-scan]")?.focus();
  });
}

let typed = "";
let last = 0;

function onKey(event) {
  const field = document.querySelector("[data-scan]");
  if (!field || event.ctrlKey || event.metaKey || event.altKey) return;
  const elsewhere = !event.target.closest?.("input, textarea, select, [contenteditable]");
  const now = performance.now();
  if (now - last > KEY_GAP_MS) typed = "";
  last = now;
  if (event.key.length === 1) typed += event.key;
  else if (event.key === "Enter" && elsewhere && typed.length >= 4) {
    event.preventDefault();
    field.value = typed;
    typed = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.form?.requestSubmit();
  }
}

// The form's codes are sent one by one in order; each carries its own key, so that a repeat changes nothing.
function queueScans(form) {
  const name = QUEUE + form.dataset.scanQueue;
  const shown = document.querySelector("[data-scan-waiting]");
  const load = () => JSON.parse(localStorage.getItem(name) ?? "[]");
  const save = (queue) => {
    localStorage.setItem(name, JSON.stringify(queue));
    if (!shown) return;
    shown.hidden = queue.length === 0;
    const count = shown.querySelector("[data-count]");
    if (count) count.textContent = queue.length;
  };
  let sending = false;

  const drain = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let queue = load(); queue.length; queue = load()) {
        const body = new URLSearchParams(queue[0]);
        body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
        const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
        if (answer.status >= 500 || answer.status === 401) break;
        save(load().slice(1));
        await window.htmx.swap({ sourceElement: form, target: form.dataset.scanTarget, swap: "innerHTML", text: await answer.text() });
      }
    } catch {
      // No network: the queue stays and is tried again.
    } finally {
      sending = false;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(form));
    delete data.csrfmiddlewaretoken;
    save([...load(), { ...data, scan_key: crypto.randomUUID() }]);
    form.querySelector("[data-scan]").value = "";
    drain();
  });
  window.addEventListener("online", drain);
  setInterval(drain, 5000);
  save(load());
  drain();
}

function sound(good) {
  const Audio = window.AudioContext;
  if (!Audio) return;
  const context = new Audio();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = good ? 880 : 196;
  tone.type = good ? "sine" : "square";
  volume.gain.setValueAtTime(0.12, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + (good ? 0.12 : 0.5));
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.5);
  if (!good) navigator.vibrate?.([120, 60, 120]);
}
