// Setting a value in a browser: form, whose dossiers change, saved; on a phone and without a script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe_findings, open_browser, open_page, overflow_px, sizes, take_picture } from "../harness/browser.mjs";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, browser, client;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  browser = await open_browser();
  client = new Client(server.url);
  const { name, password } = demo_users(place).get("province_commission");
  await client.sign_in(name, password);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

for (const [size, javascript, months] of [["desk", true, "10"], ["phone", false, "12"]])
  test(`from the regulation to a set value, ${size}, ${javascript ? "with" : "without"} a script`, async () => {
    const page = await open_page(browser, { client, size: sizes[size], javascript });
    await page.goto(`${server.url}/quy-dinh`);
    await page.click("text=208-QĐ/TW");
    await page.click('a[href$="quy_tac=certificate.expired"]');
    await page.fill("#field-months", "x");
    await page.fill("#field-note", "Công văn số 1-CV/BTCTU ngày 01/11/2026");
    await page.click("text=Xem ai bị ảnh hưởng");
    await page.locator("#field-months-error").waitFor();
    await page.fill("#field-months", months);
    await page.click("text=Xem ai bị ảnh hưởng");
    await page.locator("h1", { hasText: "Ai bị ảnh hưởng" }).waitFor();
    assert.ok((await page.locator("#ho-so-doi").count()) === 1, "a list of dossiers");
    assert.equal(await overflow_px(page), 0, "scrolls sideways");
    if (javascript) {
      await take_picture(page, `quy-dinh-anh-huong-${size}-light`);
      assert.deepEqual(await axe_findings(page), []);
    }
    await page.click("text=Lưu, có hiệu lực ngay");
    await page.locator(".notice", { hasText: "Đã lưu" }).waitFor();
    await page.locator("#certificate\\.expired", { hasText: `${months} tháng` }).waitFor();
    assert.deepEqual(page.complaints.filter((text) => !text.includes("422")), []);
    await page.context().close();
  });

test("what is printed leaves out the number that is not confirmed", async () => {
  const page = await open_page(browser, { client });
  const { text } = await client.get("/ho-so?giai_doan=ceremony&dang=danh-sach");
  const dossier = /href="(\/ho-so\/\d+)"/.exec(text)[1];
  const acts = [...(await client.get(dossier)).text.matchAll(/href="(\/ho-so\/\d+\/viec\/\d+)"/g)].map(([, href]) => href);
  await page.goto(server.url + (acts[0] ?? dossier));
  await page.emulateMedia({ media: "print" });
  assert.doesNotMatch(await page.locator("main").innerText(), /\b(20|208)-QĐ\/TW/);
  await page.context().close();
});
