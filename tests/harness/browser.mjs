// Chromium for the page tests: open_browser(), visit pages as a signed-in person, ask axe, take pictures.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "./database.mjs";

const axe_script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag_2_2_aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--font-render-hinting=none"];

export const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } };

export function open_browser() {
  return chromium.launch({ executablePath: process.env.PHUSA_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags });
}

// A page in a context of its own. Options: size (desk), scheme (light or dark), client (a signed-in Client whose cookies
// it takes), javascript (true). Whatever the page complains about, scripts and CSP included, is collected in
// page.complaints.
export async function open_page(browser, options = {}) {
  const context = await browser.newContext({
    viewport: options.size ?? sizes.desk,
    colorScheme: options.scheme ?? "light",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    javaScriptEnabled: options.javascript ?? true,
  });
  if (options.client) {
    const cookies = [...options.client.cookies].map(([name, value]) => ({ name, value, url: options.client.url }));
    await context.addCookies(cookies);
  }
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  // A check as one types is given up for the next one: htmx says so as an error.
  const is_given_up = (text) => /^htmx:(sendAbort|afterRequest)\b/.test(text);
  page.on("console", (message) => message.type() === "error" && !is_given_up(message.text()) && page.complaints.push(message.text()));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Whoever goes on to the next page cuts short what the one before it still fetched.
    if (why !== "net::ERR_ABORTED") page.complaints.push(`${request.url()}: ${why}`);
  });
  return page;
}

// What axe finds, one line each: rule, where, why. It comes in beside the page, not through its content security policy.
export async function axe_findings(page) {
  await page.evaluate(axe_script);
  const options = { runOnly: { type: "tag", values: wcag_2_2_aa }, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((asked) => globalThis.axe.run(document, asked), options);
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} ${node.target.join(" ")}: ${violation.help}`));
}

// Saves a picture of the whole page below build/pictures and answers its path.
export async function take_picture(page, name) {
  const folder = join(build, "pictures");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.screenshot({ path, fullPage: true });
  return path;
}

// How far the page is wider than its window, in pixels: 0 when nobody has to scroll sideways.
export function overflow_px(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
