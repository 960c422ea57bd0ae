// One person from an empty register to recognition, every act in the browser and by the role that really does it; what
// comes too early is stopped there with its reason.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, sizes } from "../harness/browser.mjs";
import { Village } from "../harness/village.mjs";

let village, browser, dossier;
const pages = new Map();

before(async () => {
  village = await Village.begin();
  village.helper = await village.account("giup.do", "helper", "cell", ["--person", `${village.members[1]}`]);
  browser = await open_browser();
  // The cell's secretary works on a phone.
  for (const role of ["secretary", "office", "deciding", "helper"])
    pages.set(role, await open_page(browser, { client: village[role], size: role === "secretary" ? sizes.phone : sizes.desk }));
});
after(async () => {
  await browser?.close();
  await village?.end();
});

async function visit(role, path) {
  const page = pages.get(role);
  await page.goto(village.server.url + path, { waitUntil: "load" });
  return page;
}

// Folded parts of a form are opened before they are filled in.
async function fill(page, fields) {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:not([type=hidden])`).first();
    const kind = await field.evaluate((element) => (element.tagName === "SELECT" ? "select" : element.type));
    if (kind === "select") await field.selectOption(value);
    else if (kind === "checkbox") await field.setChecked(value);
    else if (kind === "radio") await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

async function press(page, selector) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.locator(selector).first().click()]);
}
const text_of = (page) => page.locator("main").innerText();

// By the button of the next step where it is that, else by the list of all acts.
async function record(role, slug, fields) {
  const page = await visit(role, dossier);
  const link = page.locator(`a[href*="/viec/${slug}"]:visible`);
  if (await link.count()) await Promise.all([page.waitForNavigation({ waitUntil: "load" }), link.first().click()]);
  else await page.goto(`${village.server.url}${dossier}/viec/${slug}`);
  await fill(page, fields);
  await press(page, 'button[value="ghi"]');
  return page;
}
async function done(role, slug, fields) {
  const page = await record(role, slug, fields);
  assert.match(await page.locator("body").innerText(), /Đã ghi:/, `${role} ${slug}: ${await text_of(page)}`);
}
async function refused(role, slug, fields, why) {
  const page = await record(role, slug, fields);
  assert.match(await text_of(page), why);
  for (const [name, value] of Object.entries(fields)) assert.equal(await page.inputValue(`main [name="${name}"]:not([type=hidden])`), value, "what was typed stays");
}
async function vote(about, on, count) {
  const page = await visit("secretary", `${dossier}/bieu-quyet/${about}`);
  await fill(page, { on });
  await page.locator("main [data-tick-all]").click();
  await fill(page, { issued: `${count}`, collected: `${count}`, invalid: "0", for: `${count}`, against: "0" });
  await page.locator("#ket-qua .outcome").filter({ hasText: `Đạt: ${count} tán thành` }).waitFor();
  await press(page, 'button[value="ghi"]');
  assert.match(new URL(page.url()).pathname, /\/viec-da-ghi\/\d+$/, await text_of(page));
}
const standing = async () => (await visit("secretary", `/nguoi/${village.candidate}`)).locator("main").innerText();

test("one person is carried in the browser from an empty register to recognition", async () => {
  const office = await visit("office", `/nguoi/${village.candidate}/dinh-chinh`);
  await fill(office, { general_education: "lower_secondary", youth_union_joined: "26/03/2016", reason: "Theo học bạ và sổ đoàn viên" });
  await press(office, 'main form[method="post"] button[type=submit]');
  const page = await visit("secretary", `/nguoi/${village.candidate}`);
  await press(page, 'a[href^="/ho-so/moi"]');
  await fill(page, { opened: "01/02/2024", is_citizen: true, youth_union_member: true, youth_union_available: true, area: "ordinary" });
  await press(page, 'main form[method="post"] button[type=submit]');
  dossier = new URL(page.url()).pathname;
  assert.match(dossier, /^\/ho-so\/\d+$/, await text_of(page));

  await refused("secretary", "le-ket-nap", { on: "20/01/2025" }, /Chưa ghi được: trái quy định/);
  await done("secretary", "giay-chung-nhan", { on: "01/03/2024" });
  await done("secretary", "don-xin", { on: "10/01/2025" });
  await done("secretary", "ly-lich", { on: "20/01/2025" });
  await done("office", "tham-tra", { on: "01/03/2025", "relation-0": "candidate", "name-0": "Lê Thị Sen", "asked-0": "Đảng uỷ xã Bồi Hạ", "sent-0": "01/02/2025", "answered-0": "20/02/2025" });
  await done("secretary", "gioi-thieu", { who: `${village.members[0]}`, shared_months: "14", on: "05/03/2025" });
  await done("secretary", "gioi-thieu-cua-doan", { on: "06/03/2025" });
  await done("secretary", "y-kien", { on: "20/03/2025" });
  await vote("ket-nap", "03/04/2025", 5);
  await refused("deciding", "quyet-dinh", { on: "05/05/2025" }, /Chưa ghi được: trái quy định/);
  await done("office", "nghi-quyet-dang-uy", { on: "20/04/2025", about: "admission", members: "15", committee_for: "13" });
  await done("deciding", "quyet-dinh", { on: "05/05/2025", about: "admission", received: "12/05/2025" });
  await done("secretary", "le-ket-nap", { on: "19/05/2025" });
  assert.match(await standing(), /Đảng viên dự bị/);

  await done("secretary", "giup-do", { who: `${village.members[1]}`, on: "19/05/2025" });
  await done("secretary", "ly-lich-dang-vien", { on: "01/06/2025" });
  await done("secretary", "giay-chung-nhan-dang-vien-moi", { on: "01/11/2025" });
  await refused("secretary", "tu-kiem-diem", { on: "18/05/2026" }, /Chưa ghi được: trái quy định/);
  await done("secretary", "tu-kiem-diem", { on: "20/05/2026" });
  const helper = await visit("helper", "/");
  await press(helper, `main a[href^="${dossier}/viec/"]`);
  await fill(helper, { on: "21/05/2026" });
  await press(helper, 'button[value="ghi"]');
  assert.equal(new URL(helper.url()).pathname, "/viec-can-lam", await text_of(helper));
  await done("secretary", "y-kien", { on: "25/05/2026" });
  await vote("cong-nhan", "01/06/2026", 5);
  await done("office", "nghi-quyet-dang-uy", { on: "10/06/2026", about: "recognition", members: "15", committee_for: "15" });
  await done("deciding", "quyet-dinh", { on: "25/06/2026", about: "recognition" });
  assert.match(await standing(), /Đảng viên chính thức/);
  for (const [role, seen] of pages) assert.deepEqual(seen.complaints.filter((line) => !/403/.test(line)), [], role);
});
