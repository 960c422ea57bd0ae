// j and k move from row to row of the page's lists (data-move); Enter then follows the link, as ever.
import { isPlainKey, isTyping } from "./typing.js";

const rows = "[data-move] tbody th a, [data-move] .tree-name, [data-move] .board-name a";

document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !isPlainKey(event) || isTyping(event) || document.querySelector("dialog[open]")) return;
  const links = [...document.querySelectorAll(rows)].filter((link) => link.getClientRects().length > 0);
  if (links.length === 0) return;
  const here = links.findIndex((link) => link.closest("tr, .tree-row, .board-card")?.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + step, 0), links.length - 1);
  event.preventDefault();
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
});
