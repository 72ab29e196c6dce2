// One event stream for all tabs of a browser: tabs say which topics they show, changes go to those that show them.
const tabs = new Map();
let source = null;
let address = "";
let state = { open: false, since: Date.now() };
let timer = 0;

self.addEventListener("connect", (event) => {
  const [port] = event.ports;
  tabs.set(port, { topics: new Set(), seen: Date.now() });
  port.onmessage = ({ data }) => {
    const tab = tabs.get(port) ?? { topics: new Set(), seen: 0 };
    tabs.set(port, tab);
    tab.seen = Date.now();
    if (data.kind === "bye") tabs.delete(port);
    else if (data.kind === "topics") tab.topics = new Set(data.topics);
    if (data.kind !== "beat") connectSoon();
    if (data.kind === "topics") port.postMessage({ kind: "state", ...state });
  };
  port.start();
});

function wanted() {
  const limit = Date.now() - 60000;
  for (const [port, tab] of tabs) if (tab.seen < limit) tabs.delete(port);
  return [...new Set([...tabs.values()].flatMap((tab) => [...tab.topics]))].sort();
}

function connectSoon() {
  clearTimeout(timer);
  timer = setTimeout(connect, 80);
}

function connect() {
  const topics = wanted();
  const next = topics.length ? `/events?${topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&")}` : "";
  if (next === address && source && source.readyState !== EventSource.CLOSED) return;
  source?.close();
  source = null;
  address = next;
  if (!next) return;
  source = new EventSource(next);
  source.addEventListener("ready", () => tell(true));
  source.addEventListener("change", (event) => send(event.data));
  source.onerror = () => {
    tell(false);
    if (source?.readyState === EventSource.CLOSED) setTimeout(() => { address = ""; connectSoon(); }, 10000);
  };
}

function tell(open) {
  const back = open && !state.open && state.lost;
  if (open === state.open && !back) return;
  state = { open, since: Date.now(), lost: !open };
  for (const port of tabs.keys()) port.postMessage({ kind: "state", ...state });
  if (back) send("*");
}

function send(topic) {
  for (const [port, tab] of tabs) {
    if (topic === "*" || tab.topics.has(topic)) port.postMessage({ kind: "change", topic });
  }
}
