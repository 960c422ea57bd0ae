// What scripts add to the pages, tried on the style guide: keys, light and dark, drafts, charts, long selects.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { open_browser, open_page } from "../harness/browser.mjs";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, browser, client, page;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  browser = await open_browser();
  client = new Client(server.url);
  const { name, password } = demo_users(place).get("province_commission");
  await client.sign_in(name, password);
});
afterEach(async () => {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

async function open_guide(options = {}) {
  page = await open_page(browser, { client, ...options });
  await page.goto(`${server.url}/kieu-mau`, { waitUntil: "networkidle" });
  if (options.javascript !== false) await page.waitForSelector("[data-theme-switch]:not([hidden])", { state: "attached" });
}
// A browser on a busy machine takes a key later than it says: what follows is waited for.
async function eventually(read, wanted) {
  for (let tries = 0; tries < 100 && !isDeepStrictEqual(await read(), wanted); ++tries) await pause(50);
  assert.deepEqual(await read(), wanted);
}
const focused = (selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
const is_open = (id) => page.evaluate((wanted) => document.getElementById(wanted).open, id);
const theme = () => page.evaluate(() => document.documentElement.dataset.theme);

test("/ goes to the search box, where keys are text again", async () => {
  await open_guide();
  await page.keyboard.press("/");
  await eventually(() => focused("[data-search]"), true);
  await page.keyboard.type("j?k/");
  await eventually(() => page.inputValue("[data-search]"), "j?k/");
  assert.equal(await is_open("keyboard-help"), false);
});

test("? shows the keys and Escape closes them", async () => {
  await open_guide();
  await page.keyboard.press("?");
  await eventually(() => is_open("keyboard-help"), true);
  await page.keyboard.press("Escape");
  await eventually(() => is_open("keyboard-help"), false);
});

test("a key that composes a Vietnamese letter is no shortcut", async () => {
  await open_guide();
  for (const key of ["/", "?", "j"])
    await page.evaluate((pressed) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, isComposing: true, bubbles: true })), key);
  assert.ok(await focused("body"));
  assert.equal(await is_open("keyboard-help"), false);
});

test("j and k move through the rows of lists", async () => {
  await open_guide();
  const rows = await page.locator("[data-move] tbody th a").allInnerTexts();
  for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  await eventually(() => page.evaluate(() => document.activeElement.innerText), rows[1]);
});

test("Ctrl+K finds a page without its accents, and offers the search", async () => {
  await open_guide();
  await page.keyboard.press("Control+k");
  await eventually(() => is_open("palette"), true);
  await page.keyboard.type("to chuc");
  const offered = () => page.locator("#palette a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname).slice(0, 2));
  await eventually(offered, ["/to-chuc", "/tim"]);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/to-chuc", { waitUntil: "networkidle" });
});

test("dark is kept by the server and never flashes", async () => {
  await open_guide();
  await page.click(".user-button");
  await page.click('[data-theme-value="dark"]');
  assert.equal(await theme(), "dark");
  const html = await page.evaluate(() => fetch("/kieu-mau").then((answer) => answer.text()));
  assert.match(html, /<html lang="vi" data-theme="dark">/);
  await page.click('[data-theme-value=""]');
  assert.equal(await theme(), undefined);
});

test("what was typed and not sent is there again, and can be dropped", async () => {
  await open_guide();
  page.on("dialog", (dialog) => dialog.accept());
  const before = await page.inputValue("#ho-ten");
  const form = page.locator("form[data-draft]");
  await form.locator(".error-summary").evaluate((summary) => summary.remove());
  await page.fill("#ho-ten", "Lê Văn Ước");
  await page.route("**/kieu-mau", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/class="error-summary"/, 'class="was-wrong"');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`${server.url}/kieu-mau`, { waitUntil: "networkidle" });
  assert.equal(await page.inputValue("#ho-ten"), "Lê Văn Ước");
  await page.click(".draft-note button");
  assert.equal(await page.inputValue("#ho-ten"), before);
  assert.equal(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("draft")).length), 0);
});

test("charts are drawn and their tables open on paper", async () => {
  await open_guide();
  assert.equal(await page.locator("figure[data-chart] canvas").count(), await page.locator("figure[data-chart]").count());
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".chart-table:not([open])").count(), 0);
});

test("a long select is searched without accents", async () => {
  await open_guide();
  await page.locator(".ts-control").click();
  await page.locator(".ts-dropdown .option").first().waitFor(); // before it is open, letters go nowhere
  await page.keyboard.type("dong xa");
  await page.locator(".ts-dropdown .option").filter({ hasText: "Đông Xá" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".ts-dropdown .option").length === 1);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#don-vi").evaluate((select) => select.value), "2");
});

test("menus open without a script", async () => {
  await open_guide({ javascript: false, size: { width: 360, height: 780 } });
  await page.click(".drawer summary");
  assert.ok(await page.locator('.drawer a[href="/to-chuc"]').isVisible());
});
