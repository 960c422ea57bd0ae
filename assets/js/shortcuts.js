import { isPlainKey, isTyping } from "./typing.js";

// `/` goes to the search box of the page's top.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || !isPlainKey(event) || isTyping(event) || document.querySelector("dialog[open]")) return;
  const box = document.querySelector("[data-search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
