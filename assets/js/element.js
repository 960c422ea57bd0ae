// element("p", { className: "hint" }, "text", otherElement)
export function element(kind, properties, ...inner) {
  const made = Object.assign(document.createElement(kind), properties);
  made.append(...inner);
  return made;
}
