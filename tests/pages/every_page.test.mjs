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

// What holds of the scripts and the policy of a page holds on every database: on the second one a fifth is enough.
const some_pages = () => pages.filter((_, index) => process.env.PHUSA_TEST_ENGINE !== "postgresql" || index % 5 === 0);

// Every page at both widths, in light and in dark; which of the two at which width changes from page to page. What a page
// looks like does not depend on the database: on the second one each is looked at once.
function looks_of(index) {
  const [desk, phone] = index % 2 === 0 ? ["light", "dark"] : ["dark", "light"];
  const looks = [{ size: "desk", scheme: desk }, { size: "phone", scheme: phone }];
  return process.env.PHUSA_TEST_ENGINE === "postgresql" ? looks.slice(index % 2, (index % 2) + 1) : looks;
}

test("pages are accessible and fit", async (t) => {
  for (const [index, { name, path, role }] of pages.entries())
    for (const { size, scheme } of looks_of(index)) {
      await t.test(`${name} (${path}), ${size}, ${scheme}`, async () => {
        const client = await client_of(role);
        const page = await open_page(browser, { size: sizes[size], scheme, client, bypass_csp: true });
        const answer = await page.goto(server.url + path, { waitUntil: "networkidle" });
        assert.ok(answer.status() < 500, `${answer.status()}`);
        await take_picture(page, `${name}-${size}-${scheme}`);
        assert.deepEqual(await axe_findings(page), []);
        assert.equal(await overflow_px(page), 0, "scrolls sideways");
        assert.deepEqual(page.complaints.filter((text) => !/status of (404|422)/.test(text)), []);
        await page.context().close();
      });
    }
});

test("pages keep to the content security policy and to this host", async () => {
  for (const { path, role } of some_pages()) {
    const page = await open_page(browser, { client: await client_of(role) });
    const hosts = new Set();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    await page.goto(server.url + path, { waitUntil: "networkidle" });
    assert.deepEqual(page.complaints.filter((text) => !/status of (404|422)/.test(text)), [], path);
    assert.deepEqual([...hosts], [new URL(server.url).host], path);
    await page.context().close();
  }
});

test("pages can be read without JavaScript", async () => {
  for (const { path, role } of some_pages()) {
    const page = await open_page(browser, { client: await client_of(role), javascript: false });
    await page.goto(server.url + path);
    assert.ok((await page.locator("h1").first().innerText()).length > 1, path);
    await page.context().close();
  }
});
