// What is due, the pipeline, probation, decisions and slips on the demo province: each number is the same wherever it
// stands, nobody sees more than is theirs, and a slip is answered by its two sides.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server;
const clients = new Map();

before(async () => {
  place = demo_place();
  server = await start_server(place);
  for (const { role, name, password } of demo_users(place).values()) {
    const client = new Client(server.url);
    client.entered = await client.sign_in(name, password);
    clients.set(role, client);
  }
});

after(async () => {
  await server?.stop();
  place?.remove();
});

const carriers = ["cell_secretary", "grassroots_office", "deciding_office"];
const unescape = (text) => text.replaceAll("&amp;", "&");
const number = (text) => Number(text.replaceAll(".", ""));
const total_on = ({ text }) => number((/paging-range">(?:[\d.]+–[\d.]+ trong )?([\d.]+) /.exec(text) ?? [, "0"])[1]);
const json = async (client, path) => JSON.parse((await client.get(path)).text);
const csv_rows = async (client, path) => (await client.get(path)).text.trim().split("\r\n").length - 1;
const with_ending = (path, ending) => path.replace(/(\?|$)/, `.${ending}$1`);
const tabs_on = ({ text }) => [...text.matchAll(/<a href="(\/viec-can-lam[^"]*)"[^>]*>([^<]+) <span class="tabs-count">([\d.]+)/g)].map(([, path, label, count]) => ({ path: unescape(path), label, count: number(count) }));
const stages_on = ({ text }) => [...text.matchAll(/href="#giai-doan-(\w+)".*?stages-total">([\d.]+)<\/span>(?:<span class="stages-late">([\d.]+) quá hạn)?/g)].map(([, key, total, late]) => ({ key, total: number(total), late: number(late ?? "0") }));

async function same_everywhere(client, path) {
  const page = await client.get(path);
  assert.equal(page.status, 200, path);
  const total = total_on(page);
  const file = await json(client, with_ending(path, "json"));
  assert.equal(file.total, total, path);
  assert.equal(file.items.length, total, path);
  assert.equal(await csv_rows(client, with_ending(path, "csv")), total, path);
  const xlsx = Buffer.from(await (await client.request(with_ending(path, "xlsx"))).arrayBuffer());
  assert.equal(xlsx.subarray(0, 2).toString(), "PK", path);
  return file.items;
}

test("whoever carries dossiers begins with what has to be done, others with their own first page", () => {
  for (const role of [...carriers, "helper", "school", "mass_organisation", "province_commission"]) assert.equal(clients.get(role).entered.path, "/viec-can-lam", role);
  for (const role of ["auditor"]) assert.equal(clients.get(role).entered.path, "/tong-quan", role);
  assert.equal(clients.get("administrator").entered.path, "/to-chuc");
  for (const [role, { entered }] of clients) assert.equal(entered.status, 200, role);
});

test("what is due is counted alike by its tabs, its page and its files", async () => {
  for (const role of carriers) {
    const client = clients.get(role);
    const page = await client.get("/viec-can-lam");
    const [all, ...each] = tabs_on(page);
    assert.equal(all.count, each.reduce((sum, tab) => sum + tab.count, 0), role);
    assert.equal(all.count, total_on(page), role);
    for (const tab of each) assert.equal(total_on(await client.get(tab.path)), tab.count, `${role} ${tab.label}`);
    assert.equal((await same_everywhere(client, "/viec-can-lam")).length, all.count, role);
  }
});

test("the gravest comes first, and nothing falls silent after its last day", async () => {
  const items = await json(clients.get("deciding_office"), "/viec-can-lam.json").then((file) => file.items);
  const overdue = items.filter((task) => task.due && task.days_left < 0);
  assert.ok(overdue.length > 0);
  assert.deepEqual(items.slice(0, overdue.length), overdue);
  assert.ok(overdue.some((task) => task.days_left < -30), "long past, still there");
  assert.deepEqual(overdue.map((task) => task.due), overdue.map((task) => task.due).sort());
  for (const task of items.filter((one) => one.due)) assert.ok(task.reckoning?.length > 10, JSON.stringify(task));
  const { text } = await clients.get("deciding_office").get("/viec-can-lam");
  assert.match(text, /quá hạn [\d.]+ ngày/);
  assert.match(text, /<details><summary>Cách tính/);
});

test("each line of what is due leads to where it is done", async () => {
  for (const role of carriers) {
    const client = clients.get(role);
    const { text } = await client.get("/viec-can-lam");
    const links = [...text.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => unescape(href));
    if (role === "deciding_office") assert.ok(links.length > 0);
    for (const href of new Set(links.slice(0, 12))) assert.equal((await client.get(href)).status, 200, `${role} ${href}`);
  }
});

test("the board and the list of a stage hold the same dossiers", async () => {
  for (const role of ["province_commission", ...carriers]) {
    const client = clients.get(role);
    const board = await client.get("/ho-so");
    const stages = stages_on(board);
    if (stages.length === 0) continue; // a cell without dossiers
    const whole = total_on(await client.get("/ho-so?dang=danh-sach"));
    assert.equal(stages.reduce((sum, stage) => sum + stage.total, 0), whole, role);
    assert.equal(total_on(board), whole, role);
    for (const { key, total, late } of stages) {
      assert.equal(total_on(await client.get(`/ho-so?dang=danh-sach&giai_doan=${key}`)), total, `${role} ${key}`);
      assert.equal(total_on(await client.get(`/ho-so?dang=danh-sach&giai_doan=${key}&luu_y=qua_han`)), late, `${role} ${key} late`);
    }
  }
});

test("the pipeline's files have what its page has, whatever is asked", async () => {
  const client = clients.get("province_commission");
  for (const query of ["giai_doan=tat_ca", "luu_y=qua_han", "luu_y=vuong", "luu_y=ngoai_le", "q=an&giai_doan=probation", "q=khongcotenay"])
    await same_everywhere(client, `/ho-so?dang=danh-sach&${query}`);
});

test("the pages of the list are its whole, each dossier once, in every order", async () => {
  const client = clients.get("deciding_office");
  for (const order of ["ten", "so_ngay&giam=1", "som_nhat", "han"]) {
    const seen = [];
    let path = `/ho-so?dang=danh-sach&giai_doan=tat_ca&xep=${order}`;
    const total = total_on(await client.get(path));
    while (path) {
      const { text } = await client.get(path);
      seen.push(...[...text.matchAll(/<th scope="row"[^>]*>\s*<a href="\/ho-so\/(\d+)"/g)].map(([, id]) => id));
      path = unescape(/href="([^"]+)" rel="next"/.exec(text)?.[1] ?? "");
    }
    assert.equal(seen.length, total, order);
    assert.equal(new Set(seen).size, total, order);
  }
});

test("a condition is a chip, and taking it off widens the list", async () => {
  const client = clients.get("province_commission");
  const narrow = await client.get("/ho-so?dang=danh-sach&luu_y=qua_han&q=an");
  const off = [...narrow.text.matchAll(/class="chip" href="([^"]+)"/g)].map(([, href]) => unescape(href));
  assert.equal(off.length, 2);
  for (const path of off) assert.ok(total_on(await client.get(path)) >= total_on(narrow), path);
});

test("a unit narrows every list, and somebody else's unit is not found", async () => {
  const [commission, cell] = [clients.get("province_commission"), clients.get("cell_secretary")];
  const units = async (client) => [...(await client.get("/to-chuc")).text.matchAll(/href="\/to-chuc\/(\d+)"/g)].map(([, id]) => id);
  const own = new Set(await units(cell));
  const foreign = (await units(commission)).find((id) => !own.has(id));
  for (const path of ["/viec-can-lam", "/ho-so", "/du-bi", "/quyet-dinh"])
    for (const ending of ["", ".json", ".csv", ".xlsx"])
      assert.equal((await cell.request(`${path}${ending}?don_vi=${foreign}`)).status, 404, path + ending);
  const part = total_on(await commission.get(`/ho-so?dang=danh-sach&don_vi=${[...own][0]}`));
  assert.equal(part, total_on(await cell.get("/ho-so?dang=danh-sach")));
});

test("who may not see people sees none of these lists", async () => {
  for (const role of ["helper", "school", "mass_organisation", "administrator"])
    for (const path of ["/ho-so", "/du-bi", "/quyet-dinh", "/phieu-chuyen", "/ho-so.csv", "/du-bi.json"])
      assert.equal((await clients.get(role).request(path)).status, 403, `${role} ${path}`);
});

test("probation: by its end, with what is missing for the recognition", async () => {
  const client = clients.get("province_commission");
  const items = await same_everywhere(client, "/du-bi");
  assert.ok(items.length > 50);
  assert.deepEqual(items.map((line) => line.ends), items.map((line) => line.ends).sort());
  const page = await client.get("/du-bi");
  const late = number(/([\d.]+) người quá hạn/.exec(page.text)?.[1] ?? "0");
  assert.equal(items.filter((line) => line.late === "có").length, late);
  const lacking = items.filter((line) => [line.certificate, line.self_review, line.helper_remarks, line.opinions].includes("không"));
  let shown = 0;
  for (let path = "/du-bi"; path;) {
    const { text } = await client.get(path);
    shown += [...text.matchAll(/còn thiếu: /g)].length;
    path = unescape(/href="([^"]+)" rel="next"/.exec(text)?.[1] ?? "");
  }
  assert.ok(lacking.length > 0);
  assert.equal(shown, lacking.length);
});

test("the register of decisions is cut by its period", async () => {
  const client = clients.get("province_commission");
  const whole = await same_everywhere(client, "/quyet-dinh");
  const days = whole.map((line) => line.on);
  assert.deepEqual(days, [...days].sort().reverse());
  const [first, last] = [days.at(-1), days[0]];
  const typed = (day) => day.split("-").reverse().join("/");
  const from_to = `tu=${typed(last)}&den=${typed(last)}`;
  assert.equal((await same_everywhere(client, `/quyet-dinh?${from_to}`)).length, days.filter((day) => day === last).length);
  assert.equal((await same_everywhere(client, `/quyet-dinh?den=${typed(first)}`)).length, days.filter((day) => day === first).length);
});

test("a period that is none is said beside its field", async () => {
  const client = clients.get("province_commission");
  for (const [query, words] of [["tu=31/02/2026", "31/02/2026"], ["tu=02/01/2026&den=01/01/2026", "Ngày cuối phải từ ngày đầu trở đi."]]) {
    const answer = await client.get(`/quyet-dinh?${query}`);
    assert.equal(answer.status, 422, query);
    assert.ok(answer.text.includes(words), query);
    assert.equal((await client.request(`/quyet-dinh.csv?${query}`)).status, 422, query);
  }
});

test("a misspelt filter shows nothing instead of everything", async () => {
  const client = clients.get("province_commission");
  for (const path of ["/viec-can-lam?chi_bo=1", "/ho-so?chi_bo=1", "/ho-so?giai_doan=xong", "/du-bi?trang=2", "/quyet-dinh?nam=2026", "/viec-can-lam?muc=gap", "/du-bi?dong=0"]) {
    assert.equal((await client.request(path)).status, 422, path);
    assert.equal((await client.request(with_ending(path, "json"))).status, 422, path);
  }
});

test("taking a list away stands in the audit log", async () => {
  const client = clients.get("province_commission");
  const before = total_on(await client.get("/nhat-ky?nhom=export."));
  await client.get("/du-bi.csv");
  await client.get("/ho-so.json?luu_y=qua_han");
  const page = await client.get("/nhat-ky?nhom=export.");
  assert.equal(total_on(page), before + 2);
  assert.ok(page.text.includes("đã tải danh sách hồ sơ kết nạp"));
});

const slips_on = ({ text }, deed) => [...text.matchAll(new RegExp(`href="(/phieu-chuyen/\\d+/${deed})"`, "g"))].map(([, href]) => href);

const day_offered = async (client, path) => /name="on"[^>]* value="([^"]+)"/.exec((await client.get(path)).text)[1];

test("a slip is accepted on a real day by those who may, once", async () => {
  const client = clients.get("province_commission");
  const waiting = await client.get("/phieu-chuyen");
  const path = slips_on(waiting, "tiep-nhan")[0];
  assert.ok(path, "the demo has a slip to accept");
  const wrong = await client.submit(path, { on: "31/02/2026" });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes('value="31/02/2026"'));
  const accepted = await client.submit(path, { on: await day_offered(client, path) });
  assert.equal(accepted.status, 200);
  assert.match(accepted.path, /^\/ho-so\/\d+$/);
  assert.ok(accepted.text.includes("Đã tiếp nhận hồ sơ của"));
  assert.equal((await client.get(path)).status, 404);
  assert.equal(total_on(await client.get("/phieu-chuyen")), total_on(waiting) - 1);
});

test("a slip is taken back with a reason, and the dossier stays", async () => {
  const client = clients.get("province_commission");
  const waiting = await client.get("/phieu-chuyen");
  const path = slips_on(waiting, "tra-lai")[0];
  assert.ok(path, "the demo has a slip to take back");
  const on = await day_offered(client, path);
  const without = await client.submit(path, { on, reason: "" });
  assert.equal(without.status, 422);
  assert.ok(without.text.includes("Hãy điền mục này."));
  const taken = await client.submit(path, { on, reason: "Người xin vào Đảng không chuyển đơn vị nữa" });
  assert.equal(taken.path, "/phieu-chuyen");
  assert.match(taken.text, /đã hết hiệu lực; hồ sơ ở lại/);
  assert.equal(total_on(taken), total_on(waiting) - 1);
});
