// A button with data-tick-all ticks every box of its fieldset, as if somebody had.
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-tick-all]");
  if (!button) return;
  const boxes = [...button.closest("fieldset").querySelectorAll("input[type=checkbox]")];
  for (const box of boxes) box.checked = true;
  boxes[0]?.dispatchEvent(new Event("change", { bubbles: true }));
});
