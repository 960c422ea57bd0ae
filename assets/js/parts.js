import { folded } from "./typing.js";

// Larger parts come only to pages that have use for them.
async function load(root, selector, part, use) {
  const found = [...root.querySelectorAll(selector)];
  if (found.length > 0) use(await part(), found);
}

export function enhance(root) {
  for (const button of root.querySelectorAll("[data-copy], [data-tick-all]")) button.hidden = false;
  load(root, "figure[data-chart]", () => import("./charts.js"), ({ draw }, figures) => figures.forEach(draw));
  load(root, "select[data-searchable]", () => import("./select.js"), ({ searchable }, selects) =>
    selects.forEach((select) => searchable(select, folded)));
  load(root, "[hx-get], [hx-post], [hx-boost]", () => import("./htmx.js"), ({ start }) => start(enhance));
}
