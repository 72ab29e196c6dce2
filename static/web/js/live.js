// Live parts: a change of their topic makes them read themselves again; without a connection they say since when.
const REFRESH_MS = 300;
let talk = null;
let stale = null;
const waiting = new Map();

export function start() {
  if (!document.body.dataset.live) return;
  watch();
  document.addEventListener("htmx:after:swap", watch);
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", () => talk?.({ kind: "bye" }));
  window.addEventListener("pageshow", (event) => event.persisted && watch());
  setInterval(() => talk?.({ kind: "beat" }), 20000);
}

function parts() {
  return [...document.querySelectorAll("[data-live-topic]")].filter((part) => part.dataset.liveTopic);
}

function watch() {
  const topics = [...new Set(parts().map((part) => part.dataset.liveTopic))];
  if (!topics.length && !talk) return;
  talk ??= connect();
  talk({ kind: "topics", topics });
  showState();
}

function connect() {
  const hear = ({ data }) => {
    if (data.kind === "change") changed(data.topic);
    else if (data.kind === "state") {
      stale = data.open ? null : data.lost ? data.since : null;
      showState();
    }
  };
  if (window.SharedWorker) {
    const worker = new SharedWorker(document.body.dataset.live, { name: "live" });
    worker.port.onmessage = hear;
    worker.port.start();
    return (message) => worker.port.postMessage(message);
  }
  return ownStream(hear);
}

// A browser without shared workers: one stream for this tab.
function ownStream(hear) {
  let source = null;
  let topics = "";
  return (message) => {
    if (message.kind === "bye") source?.close();
    if (message.kind !== "topics" || topics === message.topics.join()) return;
    topics = message.topics.join();
    source?.close();
    source = new EventSource(`/events?${message.topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&")}`);
    source.addEventListener("ready", () => hear({ data: { kind: "state", open: true } }));
    source.addEventListener("change", (event) => hear({ data: { kind: "change", topic: event.data } }));
    source.onerror = () => hear({ data: { kind: "state", open: false, lost: true, since: Date.now() } });
  };
}

function changed(topic) {
  for (const part of parts()) {
    if (topic !== "*" && part.dataset.liveTopic !== topic) continue;
    if (!waiting.has(part)) waiting.set(part, setTimeout(() => refresh(part), REFRESH_MS));
  }
}

// A hidden tab waits until it is looked at; a part that somebody is choosing rows in waits until that is done.
function refresh(part) {
  const busy = document.hidden || part.querySelector(".pick:checked") || part.contains(document.activeElement?.closest?.("input, textarea, select"));
  if (!part.isConnected) waiting.delete(part);
  else if (busy) waiting.set(part, document.hidden ? 0 : setTimeout(() => refresh(part), 2000));
  else {
    waiting.delete(part);
    part.dispatchEvent(new CustomEvent("live"));
  }
}

function flush() {
  if (document.hidden) return;
  for (const part of [...waiting.keys()]) refresh(part);
}

function showState() {
  for (const place of document.querySelectorAll("[data-live-state]")) {
    place.hidden = stale === null;
    if (stale === null) continue;
    const words = place.querySelector("[data-words]");
    const time = new Date(stale).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    words.textContent = `${words.dataset.words} ${time}`;
  }
}
