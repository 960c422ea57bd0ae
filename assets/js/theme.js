// Light, dark or as the system wishes. The choice is a cookie that the server puts on <html> as data-theme, so that no
// page flashes in the wrong colours.
const year = 60 * 60 * 24 * 365;
const root = document.documentElement;

function choose(theme) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? year : 0}; samesite=lax${secure}`;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
}

for (const group of document.querySelectorAll("[data-theme-switch]")) {
  const buttons = [...group.querySelectorAll("[data-theme-value]")];
  const show = () => {
    const theme = root.dataset.theme ?? "";
    for (const button of buttons) button.setAttribute("aria-pressed", button.dataset.themeValue === theme);
  };
  buttons.forEach((button) => button.addEventListener("click", () => { choose(button.dataset.themeValue); show(); }));
  show();
  group.hidden = false;
}
