// Units and people through the doors of the real server, on the demo province: lists, files, one person, corrections,
// identity numbers, search, and the same in the API.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { Client, forms_of } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const nowhere = 987654321;
const reason = "Theo giấy khai sinh bản chính";
let place, server, users, commission, office, secretary, tokens;

async function signed_in(role) {
  const client = new Client(server.url);
  const { name, password } = users.get(role);
  await client.sign_in(name, password);
  return client;
}

before(async () => {
  place = demo_place();
  server = await start_server(place);
  users = demo_users(place);
  commission = await signed_in("province_commission");
  office = await signed_in("grassroots_office");
  secretary = await signed_in("cell_secretary");
  tokens = new Map(["province_commission", "grassroots_office", "cell_secretary"].map((role) => [role, phusa(place, ["user", "token", users.get(role).name]).trim()]));
});

after(async () => {
  await server?.stop();
  place?.remove();
});

async function api(path, { role = "province_commission", method = "GET", body } = {}) {
  const headers = { authorization: `Bearer ${tokens.get(role)}`, ...(body ? { "content-type": "application/json" } : {}) };
  const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  return { status: answer.status, value: JSON.parse(await answer.text()) };
}

const total_on = (text) => Number((/trong ([\d.]+) người/.exec(text) ?? /(Không có) người/.exec(text))[1].replaceAll(".", "").replace("Không có", "0"));
const words_of = (html) => html.replace(/Số tham chiếu: <code>[^<]*<\/code>/, "").replace(/name="csrf" value="[^"]*"/g, "");
const person_on = async (client, path = "/nguoi") => /href="(\/nguoi\/\d+)"/.exec((await client.get(path)).text)[1];

// The text of one file in a zip, by the directory at its end.
function unzipped(bytes, name) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; --n) {
    const [method, size, name_length, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    if (bytes.toString("latin1", at + 46, at + 46 + name_length) === name) {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(from, from + size);
      return (method === 0 ? data : inflateRawSync(data)).toString();
    }
    at += 46 + name_length + extra + comment;
  }
  throw new Error(`no ${name} in the zip`);
}

async function people_in_xlsx(client, query) {
  const answer = await client.request(`/nguoi.xlsx?${query}`);
  const sheet = unzipped(Buffer.from(await answer.arrayBuffer()), "xl/worksheets/sheet1.xml");
  return [...sheet.matchAll(/<row /g)].length;
}

test("page, CSV, XLSX, JSON and the API count the same people, whatever is asked", async () => {
  const questions = ["trang_thai=probationary", "q=dao&gioi=female", "kn_tu=2012-01-01&kn_den=2012-03-31", "kn_tu=01/01/2011&kn_den=31/01/2011&kn_doan=co&kn_gioi=female", "sinh_tu=2005", "q=khongcotenay"];
  const heads = await people_in_xlsx(commission, "q=khongcotenay");
  for (const query of questions) {
    const total = total_on((await commission.get(`/nguoi?${query}`)).text);
    const json = JSON.parse((await commission.get(`/nguoi.json?${query}`)).text);
    assert.equal(json.total, total, query);
    assert.equal(json.items.length, total, query);
    const csv = (await commission.get(`/nguoi.csv?${query}`)).text;
    assert.equal(csv.trim().split("\r\n").length - 1, total, query);
    assert.equal((await people_in_xlsx(commission, query)) - heads, total, query);
  }
  assert.equal((await api("/people?admitted_from=2007-01-01&admitted_to=2012-03-31")).value.total, 10986);
  assert.equal(total_on((await commission.get("/nguoi?kn_tu=2007-01-01&kn_den=2012-03-31&kn_doan=co")).text), 6658);
});

test("the numbers on a unit's page open into as many people", async () => {
  const unit = /href="(\/to-chuc\/\d+)"/.exec((await commission.get("/to-chuc")).text)[1];
  const { text } = await commission.get(unit);
  const tiles = [...text.matchAll(/<p class="tile-number"><a href="([^"]+)">([\d.]+)<\/a>/g)];
  assert.equal(tiles.length, 2);
  for (const [, href, number] of tiles) assert.equal(total_on((await commission.get(href.replaceAll("&amp;", "&"))).text), Number(number.replaceAll(".", "")), href);
});

test("a name is found without its marks, and names sort the Vietnamese way", async () => {
  const { text } = await commission.get("/nguoi?q=dao+thi");
  const names = [...text.matchAll(/href="\/nguoi\/\d+">([^<]+)</g)].map(([, name]) => name);
  assert.ok(names.length === 50 && names.every((name) => /Đào|Đạo|Đáo|Dao|Dào/i.test(name)), names.join());
  const given = [...(await commission.get("/nguoi")).text.matchAll(/href="\/nguoi\/\d+">([^<]+)</g)].map(([, name]) => name.split(" ").at(-1));
  assert.deepEqual(given, [...given].sort(new Intl.Collator("vi").compare));
});

test("a list is walked forwards and back over the same people", async () => {
  const link = (text, rel) => new RegExp(`href="([^"]+)" rel="${rel}"`).exec(text)?.[1].replaceAll("&amp;", "&");
  const people = (text) => [...text.matchAll(/href="(\/nguoi\/\d+)"/g)].map(([, href]) => href);
  const first = (await commission.get("/nguoi?q=hoa&xep=sinh&giam=1")).text;
  const second = (await commission.get(link(first, "next"))).text;
  assert.match(second, /51–100 trong/);
  assert.equal(people(first).filter((person) => people(second).includes(person)).length, 0);
  const back = (await commission.get(link(second, "prev"))).text;
  assert.deepEqual(people(back), people(first));
  assert.match(back, /1–50 trong/);
  assert.equal(link(back, "prev"), undefined);
});

test("what an address asks wrongly is said beside what was typed", async () => {
  for (const [query, word] of [["trang=x", "Địa chỉ trang không còn đúng"], ["trang=n1.0", "Địa chỉ trang"], ["sinh_tu=nghin", "Hãy ghi một số"], ["don_v=3", "don_v"], ["kn_tu=31/02/2012", "tháng 2"], ["gioi=khac", "Hãy chọn"]]) {
    const page = await commission.get(`/nguoi?${query}`);
    assert.equal(page.status, 422, query);
    assert.ok(page.text.includes(word), `${query}: ${word}`);
  }
  assert.ok((await commission.get("/nguoi?sinh_tu=nghin")).text.includes('value="nghin"'));
  const wrong = await api("/people?cursor=n1");
  assert.equal(wrong.status, 422);
  assert.equal(wrong.value.fields[0].name, "cursor");
  assert.equal((await commission.request("/nguoi.csv?don_v=3")).status, 422);
});

test("somebody of another unit is answered as somebody who does not exist", async () => {
  const own = new Set([...(await office.get("/nguoi")).text.matchAll(/\/nguoi\/(\d+)"/g)].map(([, id]) => id));
  const foreign = [...(await commission.get("/nguoi?xep=sinh")).text.matchAll(/\/nguoi\/(\d+)"/g)].map(([, id]) => id).find((id) => !own.has(id));
  for (const client of [office, secretary])
    for (const tail of ["", "/dinh-chinh", "/so-dinh-danh"]) {
      const there = await client.get(`/nguoi/${foreign}${tail}`);
      const none = await client.get(`/nguoi/${nowhere}${tail}`);
      assert.ok([403, 404].includes(none.status), `${none.status}`);
      assert.equal(there.status, none.status);
      assert.equal(words_of(there.text), words_of(none.text));
    }
  for (const [path, options] of [["", {}], ["/admissions", {}], ["/events", {}], ["", { method: "PATCH", body: { version: 1, reason, phone: "0" } }], ["/identity", { method: "POST", body: { reason } }]]) {
    const there = await api(`/people/${foreign}${path}`, { role: "grassroots_office", ...options });
    const none = await api(`/people/${nowhere}${path}`, { role: "grassroots_office", ...options });
    assert.equal(there.status, 404);
    assert.deepEqual({ ...there.value, reference: "" }, { ...none.value, reference: "" });
  }
});

test("a unit outside the scope is neither listed nor exported", async () => {
  const tops = [...(await commission.get("/to-chuc")).text.matchAll(/\/to-chuc\/(\d+)"/g)].map(([, id]) => id);
  for (const unit of [tops[0], nowhere]) {
    for (const path of [`/nguoi?don_vi=${unit}`, `/nguoi.csv?don_vi=${unit}`, `/nguoi.xlsx?don_vi=${unit}`, `/nguoi.json?don_vi=${unit}`, `/to-chuc/${unit}`])
      assert.equal((await secretary.request(path)).status, 404, path);
    assert.equal((await api(`/people?organisation=${unit}`, { role: "cell_secretary" })).status, 404);
    assert.equal((await api(`/organisations/${unit}`, { role: "cell_secretary" })).status, 404);
  }
});

test("an export is recorded with what was asked and how many they were", async () => {
  const { total } = JSON.parse((await office.get("/nguoi.json?q=lan")).text);
  const [row] = JSON.parse((await commission.get("/nhat-ky.json?nhom=people.export")).text).items;
  assert.ok(JSON.stringify(row).includes("lan"), JSON.stringify(row));
  assert.ok(JSON.stringify(row).includes(String(total)));
});

test("two who correct different fields both keep theirs; the same field is shown to who came later", async () => {
  const person = await person_on(office);
  const colleague = await signed_in("grassroots_office");
  const page = await office.get(`${person}/dinh-chinh`);
  const { hidden } = forms_of(page.text).find((form) => form.names.has("full_name"));
  const theirs = forms_of((await colleague.get(`${person}/dinh-chinh`)).text).find((form) => form.names.has("full_name")).hidden;
  assert.equal((await office.post(`${person}/dinh-chinh`, { ...hidden, phone: "0900000001", reason })).path, person);
  const merged = await colleague.post(`${person}/dinh-chinh`, { ...theirs, foreign_language: "Tiếng Anh", reason });
  assert.equal(merged.path, person);
  assert.ok(merged.text.includes("0900000001") && merged.text.includes("Tiếng Anh"));
  const clash = await colleague.post(`${person}/dinh-chinh`, { ...theirs, phone: "0900000002", stay: "Thôn Thượng", reason });
  assert.equal(clash.status, 409);
  assert.ok(clash.text.includes("Hiện nay: 0900000001"));
  assert.ok(clash.text.includes('value="0900000002"') && clash.text.includes('value="Thôn Thượng"') && clash.text.includes(reason));
  const again = forms_of(clash.text).find((form) => form.names.has("full_name")).hidden;
  const chosen = await colleague.post(`${person}/dinh-chinh`, { ...again, phone: "0900000002", stay: "Thôn Thượng", reason });
  assert.equal(chosen.path, person);
  assert.ok(chosen.text.includes("0900000002") && chosen.text.includes("Tiếng Anh") && chosen.text.includes(`Lý do: ${reason}`));
});

test("a correction that is not accepted keeps what was typed and says what is wrong", async () => {
  const person = await person_on(office);
  const page = await office.get(`${person}/dinh-chinh`);
  const { hidden } = forms_of(page.text).find((form) => form.names.has("full_name"));
  const wrong = await office.post(`${person}/dinh-chinh`, { ...hidden, full_name: "", born: "30/02/1990", work: "Nghề rất lạ", reason: "" });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes('value="30/02/1990"') && wrong.text.includes('value="Nghề rất lạ"'));
  for (const field of ["full_name", "born", "reason"]) assert.match(wrong.text, new RegExp(`id="field-${field}-error"`));
  assert.ok(!(await office.get(person)).text.includes("Nghề rất lạ"));
});

test("nobody sets what the form does not offer", async () => {
  const person = await person_on(office, "/nguoi?trang_thai=probationary");
  const id = Number(person.split("/").at(-1));
  const before_it = (await api(`/people/${id}`)).value;
  const { hidden } = forms_of((await office.get(`${person}/dinh-chinh`)).text).find((form) => form.names.has("full_name"));
  await office.post(`${person}/dinh-chinh`, { ...hidden, work: "Nghề mới", reason, standing: "official", cell: "1", cell_id: "1", id: "1", invented: "0", identity_masked: "1", recorded: "1", actor: "1" });
  const after_it = (await api(`/people/${id}`)).value;
  assert.equal(after_it.work, "Nghề mới");
  assert.deepEqual({ ...after_it, version: 0, work: "" }, { ...before_it, version: 0, work: "" });
  for (const key of ["standing", "cell", "invented", "identity", "id", "actor"]) {
    const refused = await api(`/people/${id}`, { method: "PATCH", body: { version: after_it.version, reason, [key]: "official" } });
    assert.equal(refused.status, 422, key);
    assert.equal(refused.value.fields[0].name, key);
  }
  const changed = await api(`/people/${id}`, { method: "PATCH", body: { version: after_it.version, reason, home: "Xã mới" } });
  assert.equal(changed.status, 200);
  assert.equal(changed.value.home, "Xã mới");
  const clash = await api(`/people/${id}`, { method: "PATCH", body: { version: after_it.version, reason, home: "Xã khác" } });
  assert.equal(clash.status, 409);
});

test("an identity number is shown once, for a reason, and stands nowhere else", async () => {
  const person = await person_on(office);
  const ask = await office.get(`${person}/so-dinh-danh?reason=${encodeURIComponent(reason)}`);
  assert.doesNotMatch(ask.text, /(?<![\w.])\d{12}(?!\w)/);
  const { hidden } = forms_of(ask.text).find((form) => form.names.has("reason"));
  assert.equal((await office.post(`${person}/so-dinh-danh`, { ...hidden, reason: "xem" })).status, 422);
  const shown = await office.post(`${person}/so-dinh-danh`, { ...hidden, reason });
  assert.equal(shown.headers.get("cache-control"), "no-store");
  const [number] = /(?<![\w.])\d{12}(?!\w)/.exec(shown.text);
  for (const path of [person, `${person}/dinh-chinh`, "/nguoi", "/nguoi.csv", "/nguoi.json", "/nhat-ky.json?nhom=identity.", `/tim?q=${number}`]) {
    const { text } = await office.get(path);
    assert.ok(path.startsWith("/tim") || !text.includes(number), path);
  }
  const log = (await commission.get("/nhat-ky.json?nhom=identity.reveal")).text;
  assert.ok(log.includes(reason) && !log.includes(number));
  assert.ok(!server.log.includes(number), "the access log");
  const refused = await secretary.get(`${await person_on(secretary)}/so-dinh-danh`);
  assert.equal(refused.status, 403);
});

test("search puts a person first when the words look like one, and is there for programs", async () => {
  const { text } = await commission.get("/tim?q=nguyen+thi+dao");
  assert.ok(text.includes("Đào") && text.indexOf('id="nguoi"') > 0);
  const units = JSON.parse((await commission.get("/tim.json?q=chi+bo+thon")).text);
  assert.equal(units.items[0].kind, "organisation");
  assert.match(units.items[0].path, /^\/to-chuc\/\d+$/);
  assert.equal(JSON.parse((await commission.get("/tim.json?q=")).text).total, 0);
});

test("the API walks over all people of a scope without gaps, and all units", async () => {
  for (const [path, role] of [["/people", "grassroots_office"], ["/organisations", "grassroots_office"]]) {
    const ids = [];
    let total;
    for (let cursor = ""; cursor !== null; ) {
      const page = (await api(`${path}?limit=37${cursor && `&cursor=${cursor}`}`, { role })).value;
      ids.push(...page.items.map((item) => item.id));
      ({ next: cursor, total } = page);
    }
    assert.equal(ids.length, total, path);
    assert.equal(new Set(ids).size, total, path);
  }
  assert.equal((await api("/people?limit=0")).status, 422);
  assert.equal((await api("/people?limit=100000")).status, 422);
});

test("a person's admissions carry the facts of their day", async () => {
  const id = (await api("/people?admitted_from=2012-02-03&admitted_to=2012-02-03&limit=1")).value.items[0].id;
  const { value } = await api(`/people/${id}/admissions`);
  assert.equal(value.total, value.items.length);
  const admission = value.items.find((item) => item.counted_on === "2012-02-03");
  assert.equal(admission.regulation, "45-QĐ/TW");
  assert.ok(admission.cell.name.length > 0);
  const page = (await commission.get(`/nguoi/${id}`)).text;
  assert.ok(page.includes("Quy định số 45-QĐ/TW") && page.includes("Ngày có hiệu lực lấy theo ngày ký"));
  assert.ok(page.includes("Nhân vật hư cấu"));
});
