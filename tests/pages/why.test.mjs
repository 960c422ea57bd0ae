// An office that is asked "why can't this person go on?" finds it out in two clicks from its first screen: which rule,
// by which clause, what to do, and the earliest lawful date.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, sizes, take_picture } from "../harness/browser.mjs";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, browser;
const askers = new Map(); // role: {client, somebody}

before(async () => {
  place = demo_place();
  server = await start_server(place);
  browser = await open_browser();
  for (const role of ["grassroots_office", "deciding_office"]) {
    const client = new Client(server.url);
    const { name, password } = demo_users(place).get(role);
    await client.sign_in(name, password);
    askers.set(role, { client });
  }
  // In the commune's office: a believer whose decision waits for a paper. In the committee's: whom the demo has waiting.
  const office = askers.get("grassroots_office");
  const path = await first_of(office.client, "/ho-so?dang=danh-sach&giai_doan=decision");
  await mark_as_believer(office.client, path);
  office.somebody = path;
  const deciding = askers.get("deciding_office");
  const list = (await deciding.client.get("/ho-so?dang=danh-sach&giai_doan=probation")).text;
  for (const [, candidate] of list.matchAll(/href="(\/ho-so\/\d+)"/g))
    if (!deciding.somebody && /id="con-thieu"/.test((await deciding.client.get(candidate)).text)) deciding.somebody = candidate;
});
after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

async function first_of(client, path) {
  return /href="(\/ho-so\/\d+)"/.exec((await client.get(path)).text)[1];
}

// Leaves what is ticked already as it is.
async function mark_as_believer(client, path) {
  const { text } = await client.get(`${path}/thong-tin`);
  const ticked = [...text.matchAll(/<input\b[^>]*type="checkbox"[^>]*>/g)].map(([tag]) => tag).filter((tag) => / checked/.test(tag)).map((tag) => [/name="([^"]+)"/.exec(tag)[1], "1"]);
  const area = /name="area" value="(\w+)"[^>]* checked/.exec(text)?.[1] ?? "ordinary";
  const page = await client.submit(`${path}/thong-tin`, { ...Object.fromEntries(ticked), area, "regime-religious_believer": "1", reason: "Theo lý lịch đã thẩm tra" });
  if (page.path !== path) throw new Error(page.text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").slice(0, 2000));
}

// The menu of a phone opens with a tap of its own.
for (const [role, size] of [["grassroots_office", "desk"], ["grassroots_office", "phone"], ["deciding_office", "desk"]])
  test(`two clicks from the first screen say why a given person cannot go on, ${role}, ${size}`, async () => {
    const { client, somebody } = askers.get(role);
    assert.ok(somebody, "somebody has to wait");
    const page = await open_page(browser, { client, size: sizes[size] });
    await page.goto(server.url, { waitUntil: "networkidle" });
    assert.equal(new URL(page.url()).pathname, "/viec-can-lam", "the first screen");
    if (size === "phone") await page.locator("details.drawer > summary").click(); // the menu
    let clicks = 0;
    const click = async (locator) => {
      await locator.first().click();
      await page.waitForLoadState("networkidle");
      ++clicks;
    };
    await click(page.locator('a[href="/ho-so"]:visible'));
    await click(page.locator(`a[href="${somebody}"]:visible`));
    assert.equal(clicks, 2);
    assert.equal(new URL(page.url()).pathname, somebody);
    const why = page.locator("section.verdict-info, section.verdict-bad");
    assert.ok(await why.locator(".findings-rule").first().isVisible(), "which rule");
    assert.match(await why.innerText(), /Căn cứ: .*Quy định (số )?\d+-QĐ\/TW/i, "by which clause");
    assert.ok((await why.locator("li p").nth(1).innerText()).length > 20, "what to do");
    assert.match(await page.locator(".now-when").innerText(), /Sớm nhất \d\d\/\d\d\/\d{4}|Làm được từ hôm nay|Ngay khi đủ/, "the earliest date");
    assert.match(await page.locator(".step-days").first().innerText(), /Sớm nhất/);
    await take_picture(page, `vi-sao-${role}-${size}`);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
