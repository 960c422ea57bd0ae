import htmx from "htmx.org/dist/htmx.esm.js";

let started = false;

// Also enhances what htmx puts into the page later.
export function start(enhance) {
  if (started) return;
  started = true;
  Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false });
  Object.assign(htmx.config, { selfRequestsOnly: true, historyCacheSize: 0 }); // keeps no page in the browser's store
  htmx.process(document.body);
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.detail.target));
}
