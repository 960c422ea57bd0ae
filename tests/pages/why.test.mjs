// An office that is asked "why can't this person go on?" finds it out in two clicks from its first screen: which rule,
// by which clause, what to do, and the earliest lawful date.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, sizes, take_picture } from "../harness/browser.mjs";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, browser, client, somebody;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  browser = await open_browser();
  client = new Client(server.url);
  const { name, password } = demo_users(place).get("grassroots_office");
  client.entered = await client.sign_in(name, password);
  // Somebody of this office who has to wait: the next act is not lawful yet, or lacks something.
  const { items } = JSON.parse((await client.get("/ho-so.json?dang=danh-sach")).text);
  const stuck = [];
  for (const line of items) {
    const path = await path_of(line.full_name);
    const page = (await client.get(path)).text;
    if (/id="(con-thieu|dang-vuong)"/.test(page)) stuck.push({ name: line.full_name, path });
    if (stuck.length) break;
  }
  somebody = stuck[0];
});
after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

async function path_of(name) {
  const { text } = await client.get(`/ho-so?dang=danh-sach&q=${encodeURIComponent(name)}`);
  return /href="(\/ho-so\/\d+)"/.exec(text)[1];
}

for (const size of ["desk", "phone"])
  test(`two clicks from the first screen say why a given person cannot go on, ${size}`, async () => {
    assert.ok(somebody, "the demo commune has somebody who has to wait");
    const page = await open_page(browser, { client, size: sizes[size] });
    await page.goto(server.url, { waitUntil: "networkidle" });
    assert.equal(new URL(page.url()).pathname, "/viec-can-lam", "the first screen");
    if (size === "phone" && !(await page.locator('nav a[href="/ho-so"]').first().isVisible()))
      await page.locator("summary, button").filter({ hasText: /menu|mục lục|danh mục/i }).first().click();
    let clicks = 0;
    const click = async (locator) => {
      await locator.first().click();
      await page.waitForLoadState("networkidle");
      ++clicks;
    };
    await click(page.locator('a[href="/ho-so"]:visible'));
    await click(page.locator(`a[href="${somebody.path}"]:visible`));
    assert.equal(clicks, 2);
    assert.equal(new URL(page.url()).pathname, somebody.path);
    assert.equal(await page.locator("h1").innerText(), somebody.name);
    const why = page.locator("section.verdict-info, section.verdict-bad");
    assert.ok(await why.locator(".findings-rule").first().isVisible(), "which rule");
    assert.match(await why.innerText(), /Căn cứ: .*Quy định số \d+-QĐ\/TW/, "by which clause");
    assert.ok((await why.locator("li p").nth(1).innerText()).length > 20, "what to do");
    assert.match(await page.locator(".now-when").innerText(), /Sớm nhất \d\d\/\d\d\/\d{4}|Làm được từ hôm nay|Ngay khi đủ/, "the earliest date");
    assert.match(await page.locator(".step-days").first().innerText(), /Sớm nhất/);
    await take_picture(page, `vi-sao-${size}`);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
