// Whether a key belongs to text that somebody is typing. Telex and VNI make letters of several keys (ow -> ơ,
// a1 -> á): while one is being composed, no key is a shortcut, wherever it lands.
const fields = "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";

export function isTyping(event) {
  if (event.isComposing || event.keyCode === 229) return true;
  return event.target instanceof Element && event.target.closest(fields) !== null;
}

export const isPlainKey = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

// "Đông Hưng" -> "dong hung", as the server folds names for searching.
export const folded = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
