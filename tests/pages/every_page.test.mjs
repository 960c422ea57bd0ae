// Every page of the demo province as its users see it: axe finds nothing, nothing has to be scrolled sideways, no script
// or policy complains, at desk and phone width, in light and dark. The pictures lie in build/pictures.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe_findings, open_browser, open_page, overflow_px, sizes, take_picture } from "../harness/browser.mjs";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";
import { pages_of } from "./pages.mjs";

let place, server, browser, pages;
const clients = new Map();

async function client_of(role) {
  if (!role) return undefined;
  if (!clients.has(role)) {
    const client = new Client(server.url);
    const { name, password } = demo_users(place).get(role);
    await client.sign_in(name, password);
    clients.set(role, client);
  }
  return clients.get(role);
}

before(async () => {
  place = demo_place();
  server = await start_server(place);
  browser = await open_browser();
  pages = await pages_of(...(await Promise.all(["province_commission", "deciding_office", "administrator", "helper"].map(client_of))));
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

// Every page at both widths, in light and in dark; which of the two at which width changes from page to page. What a page
// looks like does not depend on the database: on the second one each is looked at once.
function looks_of(index) {
  const [desk, phone] = index % 2 === 0 ? ["light", "dark"] : ["dark", "light"];
  const looks = [{ size: "desk", scheme: desk }, { size: "phone", scheme: phone }];
  return process.env.PHUSA_TEST_ENGINE === "postgresql" ? looks.slice(index % 2, (index % 2) + 1) : looks;
}

async function check_look(page, name, { size, scheme }) {
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({ colorScheme: scheme });
  await take_picture(page, `${name}-${size}-${scheme}`);
  assert.deepEqual(await axe_findings(page), []);
  assert.equal(await overflow_px(page), 0, "scrolls sideways");
}

// A page is loaded once, in the first of its looks, under the policy that its users have.
test("pages are accessible, fit, and keep to the content security policy and to this host", async (t) => {
  for (const [index, { name, path, role }] of pages.entries()) {
    const looks = looks_of(index);
    const page = await open_page(browser, { size: sizes[looks[0].size], scheme: looks[0].scheme, client: await client_of(role) });
    const hosts = new Set();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    const answer = await page.goto(server.url + path);
    for (const look of looks)
      await t.test(`${name} (${path}), ${look.size}, ${look.scheme}`, () => check_look(page, name, look));
    await t.test(`${name} (${path}), scripts and hosts`, () => {
      assert.ok(answer.status() < 500, `${answer.status()}`);
      assert.deepEqual(page.complaints.filter((text) => !/status of (404|422)/.test(text)), []);
      assert.deepEqual([...hosts], [new URL(server.url).host]);
    });
    await page.context().close();
  }
});

// What can be read without scripts is made by the same code on every database: on the second one a fifth is enough.
test("pages can be read without JavaScript", async () => {
  const some = pages.filter((_, index) => process.env.PHUSA_TEST_ENGINE !== "postgresql" || index % 5 === 0);
  const opened = new Map();
  for (const { path, role } of some) {
    if (!opened.has(role)) opened.set(role, await open_page(browser, { client: await client_of(role), javascript: false }));
    const page = opened.get(role);
    await page.goto(server.url + path, { waitUntil: "domcontentloaded" });
    assert.ok((await page.locator("h1").first().innerText()).length > 1, path);
  }
  for (const page of opened.values()) await page.context().close();
});
