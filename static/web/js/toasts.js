// Messages that come and go, and what to say when the server does not answer.
const SHOWN_MS = 6000;

export function start() {
  document.addEventListener("click", (event) => event.target.closest?.("[data-dismiss]")?.closest(".toast").remove());
  document.addEventListener("htmx:error", onError);
  document.addEventListener("htmx:response:error", onRefused);
  const toasts = document.getElementById("toasts");
  if (!toasts) return;
  for (const toast of toasts.children) fade(toast);
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node instanceof HTMLElement) fade(node);
  }).observe(toasts, { childList: true });
}

function fade(toast) {
  if (!toast.matches(".tone-bad, .tone-warn")) setTimeout(() => toast.remove(), SHOWN_MS);
}

function onError(event) {
  const error = event.detail.error;
  if (!(error instanceof TypeError) || !event.detail.ctx) return;
  const words = document.getElementById("toast-lost");
  if (words) document.getElementById("toasts").append(words.content.cloneNode(true));
}

function onRefused(event) {
  if (event.detail.ctx?.response.status === 401) event.detail.ctx.swap = "none";
}
