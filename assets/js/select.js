// A long <select> becomes a box in which one types: "dong hung" finds "Đông Hưng".
import TomSelect from "tom-select/base";

export function searchable(select, folded) {
  if (select.tomselect) return;
  const box = new TomSelect(select, {
    maxOptions: 200,
    diacritics: false,
    placeholder: "Gõ để tìm…",
    score() {
      const words = folded(this.lastQuery ?? "").split(/\s+/).filter(Boolean);
      return (option) => (words.every((word) => folded(option.text).includes(word)) ? 1 : 0);
    },
    render: { no_results: () => Object.assign(document.createElement("div"), { className: "no-results", textContent: "Không tìm thấy" }) },
  });
  box.control_input.setAttribute("aria-describedby", select.getAttribute("aria-describedby") ?? "");
}
