// Data quality over HTTP on a copy of the demo: counts and lists agree in every form, two records become one and two
// again, a sheet is entered, an admission is corrected.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, client, token;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  const user = demo_users(place).get("province_commission");
  client = new Client(server.url);
  await client.sign_in(user.name, user.password);
  token = phusa(place, ["user", "token", user.name]).trim();
});

after(async () => {
  await server?.stop();
  place?.remove();
});

const unescaped = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
async function page_of(path) {
  const answer = await client.get(path);
  assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  return answer.text;
}
async function api(path) {
  const answer = await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200, path);
  return answer.json();
}
// Sends a form of a page with its hidden fields; `fields` are put beside them.
async function send(page_path, action, fields) {
  const text = await page_of(page_path);
  const csrf = /name="csrf" value="([^"]+)"/.exec(text)[1];
  const body = new URLSearchParams({ csrf });
  for (const [name, value] of fields) body.append(name, value);
  const answer = await client.request(action, { method: "POST", headers: { origin: server.url }, body, redirect: "manual" });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") };
}
const hidden = (text, name) => new RegExp(`name="${name.replace(".", "\\.")}" value="([^"]*)"`).exec(text)?.[1];
// The facts of an admission as a form has them.
function facts_in(form) {
  const fields = ["ceremony_on", "decided_on", "decision_number", "born"].map((name) =>
    [name, unescaped(new RegExp(`id="field-${name}"[^>]*value="([^"]*)"`).exec(form)[1])]);
  for (const name of ["sex", "ethnicity", "religion", "occupation", "general_education", "qualification", "academic_title"])
    fields.push([name, new RegExp(`id="field-${name}"[^]*?<option value="([^"]+)" selected`).exec(form)[1]]);
  for (const name of ["youth_union_member", "private_owner", "population_policy", "foreign_marriage", "readmission"])
    if (new RegExp(`id="field-${name}"[^>]* checked`).test(form)) fields.push([name, "1"]);
  return fields;
}
const story = () => JSON.parse(phusa(place, ["report", "story", "--json"])).text;

test("counts of the page, the lists and the interface are the same", async () => {
  const counts = await api("/api/v1/data-quality");
  assert.ok(counts.people_with_faults > 200);
  const found = counts.checks.filter((check) => check.count > 0);
  assert.ok(found.length >= 10, JSON.stringify(found));
  for (const group of ["missing", "implausible", "duplicate"]) {
    const wanted = counts.checks.filter((check) => check.group === group).reduce((sum, check) => sum + check.count, 0);
    assert.ok(wanted > 0, group);
    const items = await api(`/api/v1/data-quality/items?group=${group}&limit=5`);
    assert.equal(items.total, wanted, group);
    const json = JSON.parse((await client.get(`/chat-luong/danh-sach.json?nhom=${group}`)).text);
    assert.equal(json.total, wanted, group);
    const csv = (await client.get(`/chat-luong/danh-sach.csv?nhom=${group}`)).text;
    assert.equal(csv.trim().split("\r\n").filter((line) => line.includes(`,`)).length - 1 >= wanted, true, group);
  }
  const duplicates = counts.checks.filter((check) => check.group === "duplicate").reduce((sum, check) => sum + check.count, 0);
  assert.ok(duplicates >= 40, `${duplicates} pairs`);
});

test("items go on from page to page and come each once", async () => {
  const seen = new Set();
  let total = 0;
  for (let cursor = ""; cursor !== null;) {
    const page = await api(`/api/v1/data-quality/items?check=sex&limit=7${cursor && `&cursor=${cursor}`}`);
    total = page.total;
    for (const item of page.items) seen.add(item.person);
    cursor = page.next;
  }
  assert.equal(seen.size, total);
});

test("two records become one, leave the lists, and become two again", async () => {
  const { items } = await api("/api/v1/data-quality/items?check=twice&limit=50");
  const is_member = async (id) => ["probationary", "official", "exempted"].includes((await api(`/api/v1/people/${id}`)).standing);
  let pair;
  for (const item of items)
    if (!pair && (await is_member(item.person)) && (await is_member(item.other.person))) pair = item;
  const [kept, other] = [pair.person, pair.other.person];
  const path = `/nguoi/${kept}/gop/${other}`;
  const text = await page_of(path);
  const told = story();
  const members = async () => (await api("/api/v1/people?standing=member&limit=1")).total;
  const before = await members();
  const versions = [["kept_version", hidden(text, "kept_version")], ["other_version", hidden(text, "other_version")]];
  const silent = await send(path, path, [...versions, ["reason", ""]]);
  assert.equal(silent.status, 422);
  const merged = await send(path, path, [...versions, ["home", "kept"], ["reason", "Đã đối chiếu hai lý lịch"]]);
  assert.equal(merged.status, 303, merged.text.slice(0, 400));
  assert.equal(merged.location, `/nguoi/${kept}`);
  assert.equal(await members(), before - 1);
  assert.equal(story(), told);
  const old = await page_of(`/nguoi/${other}`);
  assert.match(old, /Hồ sơ đã gộp/);
  assert.ok(old.includes(`href="/nguoi/${kept}"`));
  assert.match(await page_of(`/nguoi/${kept}`), /Đã gộp vào hồ sơ này/);
  assert.ok((await page_of("/chat-luong/da-gop")).includes(`/nguoi/${other}`));
  const led = await fetch(`${server.url}/api/v1/people/${other}`, { headers: { authorization: `Bearer ${token}` }, redirect: "manual" });
  assert.deepEqual([led.status, led.headers.get("location"), await led.json()], [307, `/api/v1/people/${kept}`, { merged_into: kept }]);
  const undone = await send(`/nguoi/${other}`, `/nguoi/${other}/tach`, []);
  assert.equal(undone.status, 303);
  assert.equal(await members(), before);
  assert.match(await page_of(`/nguoi/${other}`), /Quá trình/);
  // Not one person after all.
  const marked = await send(path, `/nguoi/${kept}/khac-nguoi/${other}`, [["distinct_reason", "Hai anh em sinh đôi"]]);
  assert.equal(marked.status, 303);
  const again = await api("/api/v1/data-quality/items?check=twice&limit=200");
  assert.ok(!again.items.some((item) => item.person === kept && item.other.person === other));
});

test("the return of a sheet is saved for each person, and what is wrong stays as it was typed", async () => {
  const { items } = await api("/api/v1/data-quality/items?check=sex&limit=2");
  const [one] = items;
  const path = `/to-chuc/${one.cell.id}/nhap-phieu`;
  const text = await page_of(path);
  const prefix = `p${one.person}.`;
  const day = ["sheet_day", "1/3/2012"];
  const version = [`${prefix}version`, hidden(text, `${prefix}version`)];
  const wrong = await send(path, path, [day, version, [`${prefix}sex`, "male"], [`${prefix}identity`, "12 ba"]]);
  assert.equal(wrong.status, 422);
  assert.ok(unescaped(wrong.text).includes('value="12 ba"'));
  assert.match(wrong.text, /Số định danh gồm 12 chữ số/);
  assert.equal((await api(`/api/v1/people/${one.person}`)).sex, "unknown");
  const saved = await send(path, path, [day, version, [`${prefix}sex`, "male"]]);
  assert.equal(saved.status, 303, saved.text.slice(0, 400));
  assert.equal((await api(`/api/v1/people/${one.person}`)).sex, "male");
  assert.match(await page_of(`/nguoi/${one.person}`), /Phiếu rà soát ngày 01\/03\/2012/);
});

test("the sheets of a cell are there to print and to fill in as a spreadsheet", async () => {
  const { items } = await api("/api/v1/data-quality/items?check=home&limit=1");
  const path = `/to-chuc/${items[0].cell.id}/phieu-ra-soat`;
  const text = await page_of(path);
  assert.match(text, /Phiếu rà soát thông tin đảng viên/);
  assert.ok(text.includes(items[0].full_name));
  const xlsx = await client.request(`${path}.xlsx`);
  assert.equal(Buffer.from(await xlsx.arrayBuffer()).subarray(0, 2).toString(), "PK");
});

test("an admission is corrected with the forms that change, and an event taken back", async () => {
  const people = await api("/api/v1/people?standing=official&limit=1");
  const person = people.items[0].id;
  const link = /href="(\/ket-nap\/\d+\/dinh-chinh)"/.exec(await page_of(`/nguoi/${person}`))[1];
  const form = await page_of(link);
  assert.match(form, /Biểu 2-BTCTW năm/);
  const fields = facts_in(form);
  fields.push(["version", hidden(form, "version")], ["reason", "Theo quyết định gốc"]);
  const changed = fields.map(([name, value]) => [name, name === "decision_number" ? "77-QĐ/HU" : value]);
  const sent = await send(link, link, changed);
  assert.equal(sent.status, 303, sent.text.slice(0, 600));
  const page = await page_of(`/nguoi/${person}`);
  assert.match(page, /Các lần sửa việc đã ghi/);
  assert.ok(page.includes("77-QĐ/HU"));
  const event = /href="(\/bien-dong\/\d+)\/dinh-chinh"/.exec(page)[1];
  const event_page = await page_of(`${event}/dinh-chinh`);
  const gone = await send(`${event}/dinh-chinh`, `${event}/huy`,
    [["version", hidden(event_page, "version")], ["withdrawal_reason", "Ghi nhầm sang người khác"]]);
  assert.equal(gone.status, 303);
  assert.equal((await client.get(`${event}/dinh-chinh`)).status, 404);
});

test("a forgotten admission is recorded with its grounds, and only as a readmission behind the first", async () => {
  const person = (await api("/api/v1/people?standing=official&limit=3")).items[2].id;
  const path = `/nguoi/${person}/ket-nap-moi`;
  assert.ok((await page_of(`/nguoi/${person}/bien-dong-moi`)).includes(`href="${path}"`));
  const first = (await api(`/api/v1/people/${person}/admissions`)).items[0].counted_on;
  const later = (years) => `${first.slice(8)}/${first.slice(5, 7)}/${Number(first.slice(0, 4)) + years}`;
  const day = later(4);
  const facts = facts_in(await page_of(path)).map(([name, value]) => [name, name === "ceremony_on" ? day : value]);
  const grounds = ["reason", "Quyết định kết nạp lại lưu ở Văn phòng"];
  const without = await send(path, path, [...facts, grounds]);
  assert.equal(without.status, 422);
  assert.match(without.text, /lần sau đó là kết nạp lại/);
  const silent = await send(path, path, [...facts, ["readmission", "1"]]);
  assert.equal(silent.status, 422);
  const member = await send(path, path, [...facts, ["readmission", "1"], grounds]);
  assert.equal(member.status, 422);
  assert.match(member.text, /vẫn là đảng viên\. Hãy ghi việc ra khỏi Đảng trước/);
  const event = `/nguoi/${person}/bien-dong-moi`;
  assert.equal((await send(event, event, [["kind", "resigned"], ["on", later(3)], ["reason", "Đơn xin ra khỏi Đảng"]])).status, 303);
  const done = await send(path, path, [...facts, ["readmission", "1"], grounds]);
  assert.deepEqual([done.status, done.location], [303, `/nguoi/${person}`], done.text.slice(0, 600));
  assert.match(await page_of(`/nguoi/${person}`), /Biểu 2-BTCTW năm/);
  const { items } = await api(`/api/v1/people/${person}/admissions`);
  assert.deepEqual(items.map(({ readmission }) => readmission).slice(-1), [true]);
  assert.equal((await send(path, path, [...facts, ["readmission", "1"], grounds])).status, 409);
});
