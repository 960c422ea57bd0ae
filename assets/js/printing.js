// A button with data-print prints the page; the tables behind charts are opened for the paper.
const tables = () => document.querySelectorAll(".chart-table:not([open])");
let opened = [];

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
addEventListener("beforeprint", () => { opened = [...tables()]; opened.forEach((table) => { table.open = true; }); });
addEventListener("afterprint", () => opened.forEach((table) => { table.open = false; }));
