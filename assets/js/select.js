// A long <select> becomes a box in which one types: "dong hung" finds "Đông Hưng".
import TomSelect from "tom-select/base";
import { element } from "./element.js";

export function searchable(select, folded) {
  if (select.tomselect) return;
  const box = new TomSelect(select, {
    maxOptions: 200,
    diacritics: false,
    hidePlaceholder: true,
    placeholder: "Gõ để tìm…",
    allowEmptyOption: true,
    score(query) {
      const words = folded(query).split(/\s+/).filter(Boolean);
      return (option) => (words.every((word) => folded(option.text).includes(word)) ? 1 : 0);
    },
    render: { no_results: () => element("div", { className: "no-results" }, "Không tìm thấy") },
  });
  const described = select.getAttribute("aria-describedby");
  if (described) box.control_input.setAttribute("aria-describedby", described);
  // The label now names the box; links to the field's id still lead to it.
  select.setAttribute("aria-hidden", "true");
  select.addEventListener("focus", () => box.focus());
}
