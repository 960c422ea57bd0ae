import { isPlainKey, isTyping } from "./typing.js";

const help = document.getElementById("keyboard-help");

if (help?.showModal) {
  const open = () => help.open || help.showModal();
  for (const button of document.querySelectorAll("[data-open-help]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || !isPlainKey(event) || isTyping(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
}
