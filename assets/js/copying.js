// A button with data-copy="ID" copies the text of that box. Plain http has no clipboard: there the box is selected.
const copied = "Đã chép";

async function copy(box) {
  box.select();
  if (navigator.clipboard) return navigator.clipboard.writeText(box.value);
  if (!document.execCommand("copy")) throw new Error("not copied");
}

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element && target.closest("[data-copy]");
  if (!button) return;
  const label = button.dataset.label ??= button.textContent;
  await copy(document.getElementById(button.dataset.copy)).then(() => { button.textContent = copied; }, () => {});
  setTimeout(() => { button.textContent = label; }, 2000);
});
