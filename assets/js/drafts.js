// Nothing that was typed is lost: a form with data-draft keeps its fields in this tab until the server has taken them.
// Passwords and files are never kept.
import { element } from "./element.js";

const isKept = ({ name, type }) => name && !["password", "hidden", "file", "submit", "button"].includes(type);
const keptFields = (form) => [...form.elements].filter(isKept);
const isTicked = ({ type }) => type === "checkbox" || type === "radio";
const valueOf = (field) => (isTicked(field) ? field.checked : field.value);
const stateOf = (form) => JSON.stringify(keptFields(form).map((field) => [field.name, valueOf(field)]));
const keyOf = (form) => `draft:${form.dataset.draft}`;

function put(form, state) {
  const values = JSON.parse(state);
  keptFields(form).forEach((field, index) => {
    if (values[index]?.[0] !== field.name) return; // the form has changed since
    if (isTicked(field)) field.checked = values[index][1];
    else field.value = values[index][1];
    field.tomselect?.sync();
  });
}

function tellRestored(form, before) {
  const undo = element("button", { type: "button", className: "button" }, "Bỏ nội dung này");
  const note = element("p", { className: "draft-note" }, "Đã giữ lại nội dung bạn gõ mà chưa lưu.", undo);
  note.setAttribute("role", "status");
  undo.addEventListener("click", () => { put(form, before); sessionStorage.removeItem(keyOf(form)); note.remove(); });
  form.prepend(note);
}

// A form that was sent is settled once another page answers: the sign-in page, or the same page again without a word,
// means that it did not arrive.
function settleSent() {
  const sent = JSON.parse(sessionStorage.getItem("draft-sent") ?? "null");
  if (!sent) return;
  sessionStorage.removeItem("draft-sent");
  const answered = document.querySelector(".error-summary, .notice-success") !== null;
  const elsewhere = !document.body.classList.contains("plain") && location.pathname !== sent.page;
  if (answered || elsewhere) sessionStorage.removeItem(sent.key);
}

function watch(form) {
  const before = stateOf(form);
  let sending = false;
  const kept = sessionStorage.getItem(keyOf(form));
  if (kept && kept !== before && !form.querySelector(".error-summary")) {
    put(form, kept);
    tellRestored(form, before);
  }
  form.addEventListener("input", () => sessionStorage.setItem(keyOf(form), stateOf(form)));
  form.addEventListener("submit", () => {
    sending = true;
    sessionStorage.setItem("draft-sent", JSON.stringify({ key: keyOf(form), page: location.pathname }));
  });
  addEventListener("pageshow", () => { sending = false; });
  addEventListener("beforeunload", (event) => {
    if (!sending && stateOf(form) !== before) event.preventDefault();
  });
}

settleSent();
document.querySelectorAll("form[data-draft]").forEach(watch);
