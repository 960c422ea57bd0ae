// Ctrl+K: the navigation's links, narrowed as one types without minding accents, and the searches for what was typed.
import { element } from "./element.js";
import { folded } from "./typing.js";

const palette = document.getElementById("palette");
const searches = [["Tìm tất cả", "/tim?q="], ["Tìm người", "/nguoi?q="], ["Tìm tổ chức", "/to-chuc?q="]];

if (palette?.showModal) {
  const input = palette.querySelector("input");
  const list = palette.querySelector("ul");
  const pages = [...document.querySelectorAll(".side .nav a")].map((link) => [link.textContent.trim(), link.href]);
  let chosen = 0;

  const mark = () => [...list.querySelectorAll("a")].forEach((link, index) => {
    link.classList.toggle("chosen", index === chosen);
    if (index === chosen) link.scrollIntoView({ block: "nearest" });
  });
  const fill = () => {
    const text = input.value.trim();
    const found = pages.filter(([label]) => folded(label).includes(folded(text)));
    const asked = text ? searches.map(([label, href]) => [`${label}: “${text}”`, href + encodeURIComponent(text)]) : [];
    const links = [...found, ...asked].map(([label, href]) => element("a", { href }, label));
    list.replaceChildren(...links.map((link) => element("li", {}, link)));
    chosen = 0;
    mark();
  };

  input.addEventListener("input", fill);
  palette.addEventListener("keydown", (event) => {
    if (event.isComposing || event.target !== input) return;
    const links = list.querySelectorAll("a");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && links.length) chosen = (chosen + step + links.length) % links.length;
    else if (event.key === "Escape") palette.close(); // a search box would only clear itself
    else if (event.key === "Enter" && links[chosen]) location.assign(links[chosen].href);
    else return;
    event.preventDefault();
    mark();
  });
  palette.addEventListener("click", (event) => { if (event.target === palette) palette.close(); });
  document.addEventListener("keydown", (event) => {
    const withControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.key.toLowerCase() !== "k" || !withControl || event.isComposing) return;
    event.preventDefault();
    if (palette.open) return;
    input.value = "";
    fill();
    palette.showModal();
  });
}
