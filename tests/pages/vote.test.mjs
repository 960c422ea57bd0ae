// The sheet of a cell's vote in a browser: the arithmetic follows while somebody ticks and types, and without a script
// the server shows it again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, sizes } from "../harness/browser.mjs";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, browser, client, sheet;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  browser = await open_browser();
  client = new Client(server.url);
  const { name, password } = demo_users(place).get("province_commission");
  await client.sign_in(name, password);
  const { text } = await client.get("/ho-so?giai_doan=cell_vote&dang=danh-sach");
  sheet = `${/href="(\/ho-so\/\d+)"/.exec(text)[1]}/bieu-quyet/ket-nap`;
});
after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

async function open_sheet(options) {
  const page = await open_page(browser, { client, ...options });
  await page.goto(server.url + sheet, { waitUntil: "networkidle" });
  return page;
}
const needed_of = (count) => Math.ceil((2 * count) / 3);
const outcome = (page, text) => page.locator("#ket-qua .outcome").filter({ hasText: text }).waitFor();

for (const size of ["desk", "phone"])
  test(`bases, what is needed and the outcome follow what is typed, ${size}`, async () => {
    const page = await open_sheet({ size: sizes[size] });
    const members = await page.locator(".roll li").count();
    assert.ok(members >= 3);
    await outcome(page, `Cần ít nhất ${needed_of(members)} phiếu`);
    await page.click("[data-tick-all]");
    await page.locator(".roll li").first().locator("input[type=checkbox]").uncheck();
    await page.locator(".roll-excuse").first().selectOption("moved_for_a_time");
    await outcome(page, `Cần ít nhất ${needed_of(members - 1)} phiếu`);
    await page.fill("#field-for", `${members - 1}`);
    await page.fill("#field-against", "0");
    await outcome(page, `Đạt: ${members - 1} tán thành, cần ít nhất ${needed_of(members - 1)}.`);
    assert.match(await page.inputValue("#bien-ban"), /đạt 100(,0)?% so với tổng số đảng viên chính thức/);
    await page.fill("#field-issued", `${members - 1}`);
    await page.fill("#field-collected", `${members - 1}`);
    await page.fill("#field-invalid", "1");
    await page.locator("#ket-qua .faults li").filter({ hasText: "hợp lệ" }).waitFor();
    await page.fill("#field-for", "1");
    await outcome(page, "Không đạt: 1 tán thành");
    assert.match(await page.locator("#ket-qua-noi").innerText(), /Không đạt/, "said to those who do not see it");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

test("without a script the trial shows the arithmetic, and what was typed stays", async () => {
  const page = await open_sheet({ javascript: false });
  const members = await page.locator(".roll li").count();
  for (const box of await page.locator(".roll input[type=checkbox]").all()) await box.check();
  await page.fill("#field-for", `${members}`);
  await page.fill("#field-against", "0");
  await page.click('button[value="kiem-tra"]');
  await outcome(page, `Đạt: ${members} tán thành`);
  assert.equal(await page.inputValue("#field-for"), `${members}`);
  assert.equal(await page.locator(".roll input[type=checkbox]:checked").count(), members);
  await page.context().close();
});
