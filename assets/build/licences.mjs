// The licences of what is bundled, to be served beside it as their terms ask.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const bundled = ["@fontsource/be-vietnam-pro", "@tabler/icons", "echarts", "zrender", "htmx.org", "tom-select"];

export function licences(modules) {
  return bundled.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
    const texts = ["LICENSE", "LICENSE.md", "NOTICE"].map((file) => join(modules, name, file)).filter(existsSync);
    const changed = name.includes("be-vietnam") ? " (figures of equal width added as “Phu Sa Figures”)" : "";
    return [`${name} ${version} (${license})${changed}`, ...texts.map((file) => readFileSync(file, "utf8").trim())].join("\n\n");
  }).join("\n\n----\n\n") + "\n";
}
