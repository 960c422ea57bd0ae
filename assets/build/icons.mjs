// One SVG sprite of the icons that the pages use: icons.json names each by what it means here.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function iconSprite(assets, modules) {
  const names = JSON.parse(readFileSync(join(assets, "icons.json"), "utf8"));
  const symbols = Object.keys(names).sort().map((name) => {
    const svg = readFileSync(join(modules, "@tabler/icons/icons/outline", `${names[name]}.svg`), "utf8");
    const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "").replace(/\s*\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="1.75" `
    + `stroke-linecap="round" stroke-linejoin="round">${symbols.join("")}</svg>\n`;
}
