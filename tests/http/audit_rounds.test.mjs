// Sampling audit over HTTP on a copy of the demo: a draw is made again from its tickets, nobody checks their own, a
// checking cell reaches a dossier through the round alone, what it finds is corrected and counted.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server;
const clients = new Map();

before(async () => {
  place = demo_place();
  server = await start_server(place);
  for (const role of ["province_commission", "deciding_office", "grassroots_office", "cell_secretary", "auditor", "school"]) {
    const { name, password } = demo_users(place).get(role);
    const client = new Client(server.url);
    await client.sign_in(name, password);
    clients.set(role, client);
  }
});

after(async () => {
  await server?.stop();
  place?.remove();
});

const as = (role) => clients.get(role);
const unescaped = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
async function page_of(client, path, status = 200) {
  const answer = await client.get(path);
  assert.equal(answer.status, status, `${path}: ${answer.status}`);
  return unescaped(answer.text);
}
const items_of = async (client, path) => JSON.parse((await client.get(path)).text).items;
const links = (text, pattern) => [...new Set([...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).filter((href) => pattern.test(href)))];
const value_of = (text, name) => new RegExp(`name="${name.replace(".", "\\.")}" value="([^"]*)"`).exec(text)?.[1];
async function send(client, page_path, action, fields) {
  const text = await page_of(client, page_path);
  const body = new URLSearchParams({ csrf: value_of(text, "csrf") });
  for (const [name, value] of fields) body.append(name, value);
  const answer = await client.request(action, { method: "POST", headers: { origin: server.url }, body, redirect: "manual" });
  return { status: answer.status, text: unescaped(await answer.text()), location: answer.headers.get("location") };
}
const round_links = async (client) => links(await page_of(client, "/kiem-tra-mau"), /^\/kiem-tra-mau\/dot\/\d+$/);
// Lots as the draw reads them; `drawn` of the file.
const lots_of = (client, round) => items_of(client, `${round}/ve.json`);

// The draw of docs/huong-dan/kiem-tra-mau.md, written a second time.
function drawn_again(lots, share, seed) {
  const units = new Map();
  for (const lot of lots) units.set(lot.unit_id, [...(units.get(lot.unit_id) ?? []), lot]);
  const winners = [];
  for (const [unit, all] of units) {
    const left = all.toSorted((a, b) => a.dossier - b.dossier);
    const turns = Math.ceil((left.length * share) / 100);
    for (let turn = 1; turn <= turns; ++turn) {
      const number = createHash("sha256").update(`${seed}/${unit}/${turn}`).digest().readBigUInt64BE(0);
      let ticket = Number(number % BigInt(left.reduce((sum, lot) => sum + lot.tickets, 0)));
      const at = left.findIndex((lot) => (ticket -= lot.tickets) < 0);
      winners.push(...left.splice(at, 1).map((lot) => lot.dossier));
    }
  }
  return winners.toSorted((a, b) => a - b);
}

async function seed_and_share(client, round) {
  const rounds = await items_of(client, "/kiem-tra-mau.json");
  return rounds.find((each) => `/kiem-tra-mau/dot/${each.id}` === round);
}

test("whoever has the tickets draws the same again, and nobody checks their own", async () => {
  const client = as("province_commission");
  const rounds = await round_links(client);
  assert.equal(rounds.length, 2);
  for (const round of rounds) {
    const { seed, share } = await seed_and_share(client, round);
    const lots = await lots_of(client, round);
    const drawn = lots.filter((lot) => lot.drawn === "x").map((lot) => lot.dossier).toSorted((a, b) => a - b);
    assert.ok(drawn.length > 0);
    assert.deepEqual(drawn_again(lots, share, seed), drawn);
    assert.match(await page_of(client, round), /với cùng số rút: đúng danh sách này/);
    const samples = await items_of(client, `${round}/ho-so.json`);
    assert.equal(samples.length, drawn.length);
    for (const sample of samples) assert.notEqual(sample.cell, sample.checking);
  }
});

// The question of a round of the grassroots committee.
async function question(client) {
  const text = await page_of(client, "/kiem-tra-mau/moi");
  const unit = /<option value="(\d+)"/.exec(text.slice(text.indexOf('name="unit"')))[1];
  return new URLSearchParams({ unit, name: "Đợt thử", first: "01/01/2023", last: "30/06/2026", share: "10", seed: "42", due: "31/12/2030" });
}

test("a preview changes nothing, is the same again, and leaves a trace of its seed", async () => {
  const client = as("grassroots_office");
  const asked = await question(client);
  const before_ = (await round_links(client)).length;
  const [one, two] = [await page_of(client, `/kiem-tra-mau/moi?${asked}`), await page_of(client, `/kiem-tra-mau/moi?${asked}`)];
  assert.equal(value_of(one, "fingerprint"), value_of(two, "fingerprint"));
  assert.match(one, /Rút \d+ trong \d+ hồ sơ/);
  asked.set("seed", "43");
  assert.notEqual(value_of(await page_of(client, `/kiem-tra-mau/moi?${asked}`), "fingerprint"), undefined);
  assert.equal((await round_links(client)).length, before_);
  const log = await page_of(as("auditor"), "/nhat-ky");
  assert.match(log, /đã xem thử danh sách rút mẫu/);
});

test("a round is fixed as it was previewed, and only so", async () => {
  const client = as("grassroots_office");
  const asked = await question(client);
  const shown = await page_of(client, `/kiem-tra-mau/moi?${asked}`);
  const fields = [...asked];
  const forged = await send(client, "/kiem-tra-mau/moi", "/kiem-tra-mau/moi", [...fields, ["fingerprint", "0".repeat(64)]]);
  assert.equal(forged.status, 409);
  const fixed = await send(client, "/kiem-tra-mau/moi", "/kiem-tra-mau/moi", [...fields, ["fingerprint", value_of(shown, "fingerprint")]]);
  assert.equal(fixed.status, 303, fixed.text);
  const lots = await lots_of(client, fixed.location);
  assert.deepEqual(drawn_again(lots, 10, 42), lots.filter((lot) => lot.drawn === "x").map((lot) => lot.dossier).toSorted((a, b) => a - b));
  const wrong = await client.get(`/kiem-tra-mau/moi?${new URLSearchParams({ ...Object.fromEntries(asked), share: "50" })}`);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Tỷ lệ rút từ 5 đến 10/);
});

test("nobody but an office opens a round", async () => {
  for (const role of ["cell_secretary", "auditor", "school"]) {
    assert.equal((await as(role).get("/kiem-tra-mau/moi")).status, 403, role);
    const mine = await page_of(as(role), "/ca-nhan");
    const body = new URLSearchParams({ csrf: value_of(mine, "csrf"), ...Object.fromEntries(await question(as("grassroots_office"))), fingerprint: "x" });
    const answer = await as(role).request("/kiem-tra-mau/moi", { method: "POST", headers: { origin: server.url }, body, redirect: "manual" });
    assert.equal(answer.status, 403, role);
  }
});

// A check that was assigned to the secretary's cell, not done yet.
async function assigned() {
  const text = await page_of(as("cell_secretary"), "/kiem-tra-mau/cua-toi");
  const sheets = links(text, /^\/kiem-tra-mau\/phieu\/\d+$/);
  assert.ok(sheets.length > 0, "the secretary's cell has nothing to check");
  return sheets[0];
}

test("a checking cell sees a foreign dossier on its sheet alone, and every opening is in the log", async () => {
  const secretary = as("cell_secretary");
  const sheet = await assigned();
  const whole = await page_of(as("grassroots_office"), sheet);
  const dossier = links(whole, /^\/ho-so\/\d+$/)[0];
  const shown = await page_of(secretary, sheet);
  assert.match(shown, /Kết quả kiểm tra/);
  assert.doesNotMatch(shown, /href="\/ho-so\/\d+/);
  assert.doesNotMatch(shown, /\d{12}|số định danh/i);
  assert.equal((await secretary.get(dossier)).status, 404);
  const looks = async () => (await page_of(as("auditor"), "/nhat-ky?hanh_dong=person.")).split("Kiểm tra mẫu:").length - 1;
  const before_ = await looks();
  await page_of(secretary, sheet);
  await page_of(secretary, sheet);
  assert.equal((await looks()) - before_, 2);
  assert.equal((await as("school").get(sheet)).status, 403);
});

// What the list of things to do leads to, of sampling audits.
const to_do = async (client) => links(await page_of(client, "/viec-can-lam"), /^\/kiem-tra-mau\/(phieu|khac-phuc)\/\d+$/);

test("a check that was assigned stands among the things to do", async () => {
  const sheet = await assigned();
  const page = await page_of(as("cell_secretary"), "/viec-can-lam");
  assert.match(page, /Kiểm tra chéo hồ sơ/);
  assert.ok((await to_do(as("cell_secretary"))).includes(sheet));
  const rows = await items_of(as("cell_secretary"), "/viec-can-lam.json");
  assert.ok(rows.some((row) => row.task === "Kiểm tra chéo hồ sơ" && row.due));
  assert.deepEqual(await to_do(as("school")).catch(() => []), []);
});

test("what is found becomes a correction, is corrected, sent back, confirmed and counted", async () => {
  const [secretary, office] = [as("cell_secretary"), as("grassroots_office")];
  const sheet = await assigned();
  const version = value_of(await page_of(secretary, sheet), "version");
  const today = /name="checked"[^>]* value="([^"]*)"/.exec(await page_of(secretary, sheet))[1];
  const found = [["version", version], ["checked", today], ["correct_by", "31/12/2030"], ["note", "Xem kỹ"],
    ["fault", "sai_tham_quyen"], ["severity.sai_tham_quyen", "grave"], ["note.sai_tham_quyen", "Người ký không đúng thẩm quyền"]];
  const counted = async () => (await items_of(office, "/kiem-tra-mau/thong-ke.json")).find((kind) => kind.kind === "sai_tham_quyen")?.total ?? 0;
  const before_ = await counted();
  const saved = await send(secretary, sheet, sheet, found);
  assert.equal(saved.status, 303, saved.text);
  assert.equal((await send(secretary, sheet, sheet, found)).status, 409); // the version that was read is gone
  assert.equal(await counted(), before_ + 1);
  assert.ok(!(await to_do(secretary)).includes(sheet), "checked, and still to do");

  const list = await items_of(office, "/kiem-tra-mau/khac-phuc.json?loai=sai_tham_quyen");
  const task = `/kiem-tra-mau/khac-phuc/${list.at(-1).id}`;
  assert.equal(list.at(-1).state, "Chưa khắc phục");
  assert.ok((await to_do(office)).includes(task));
  assert.ok(!(await to_do(secretary)).includes(task));
  // The checker reads it; to correct is the dossier's cell's, here for it the office above.
  assert.doesNotMatch(await page_of(secretary, task), /Ghi đã khắc phục/);
  const version_of = async () => value_of(await page_of(office, task), "version");
  const done = async () => send(office, task, task, [["version", await version_of()], ["done", today], ["done_note", "Đã ký lại"]]);
  assert.equal((await done()).status, 303);
  const back = await send(office, task, `${task}/tra-lai`, [["version", await version_of()], ["reason", "Thiếu con dấu của cấp uỷ"]]);
  assert.equal(back.status, 303, back.text);
  assert.match(await page_of(office, task), /Trả lại, chưa đạt[\s\S]*Thiếu con dấu của cấp uỷ/);
  assert.equal((await done()).status, 303);
  assert.doesNotMatch(await page_of(office, task), /Xác nhận đã khắc phục/);
  assert.ok(!(await to_do(office)).includes(task), "whoever corrected it waits for others");
  assert.match(await page_of(secretary, "/viec-can-lam"), /Xác nhận đã khắc phục: /);
  const own = await send(office, task, `${task}/xac-nhan`, [["version", await version_of()]]);
  assert.equal(own.status, 403, "whoever corrected it does not confirm it");
  const confirmed = await send(secretary, task, `${task}/xac-nhan`, [["version", value_of(await page_of(secretary, task), "version")]]);
  assert.equal(confirmed.status, 303, confirmed.text);
  assert.match(await page_of(office, task), /Đã xác nhận/);
  assert.ok(!(await to_do(secretary)).includes(task));
  assert.equal((await send(office, task, `${task}/xac-nhan`, [["version", await version_of()]])).status, 409);
});

test("a program reads rounds and their samples, and takes a correction through its steps", async () => {
  const tokens = new Map();
  for (const role of ["grassroots_office", "cell_secretary", "province_commission", "school"])
    tokens.set(role, phusa(place, ["user", "token", demo_users(place).get(role).name]).trim());
  const ask = async (role, path, body) => {
    const headers = { authorization: `Bearer ${tokens.get(role)}`, ...(body ? { "content-type": "application/json" } : {}) };
    const answer = await fetch(server.url + path, { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body) });
    return { status: answer.status, ...(await answer.json()) };
  };
  const rounds = await ask("province_commission", "/api/v1/audit-rounds");
  const listed = await items_of(as("province_commission"), "/kiem-tra-mau.json");
  assert.deepEqual(rounds.items.map((round) => [round.id, round.seed, round.drawn]), listed.map((round) => [round.id, round.seed, round.drawn]));
  const [round] = rounds.items;
  const samples = await ask("province_commission", `/api/v1/audit-rounds/${round.id}/samples`);
  assert.equal(samples.total, round.drawn);
  for (const sample of samples.items) assert.notEqual(sample.cell, sample.checking);
  assert.equal((await ask("school", `/api/v1/audit-rounds/${round.id}/samples`)).status, 403);

  const open = (await ask("grassroots_office", "/api/v1/corrections?state=open")).items.find((one) => one.may_do);
  assert.ok(open, "nothing to correct");
  const door = `/api/v1/corrections/${open.id}`;
  const { organisation } = (await ask("grassroots_office", "/api/v1/audit-rounds")).items[0];
  const reminded = async (day) => (await ask("grassroots_office", `/api/v1/reminders?organisation=${organisation}&on=${day}`)).items.filter((one) => one.page === `/kiem-tra-mau/khac-phuc/${open.id}`);
  assert.deepEqual((await reminded(open.due)).map((one) => [one.kind, one.due]), [["today", open.due]]);
  const before_due = new Date(Date.parse(open.due) - 40 * 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual(await reminded(before_due), []);
  const today = (await ask("grassroots_office", "/api/v1/corrections?limit=1")).items[0] && new Date().toISOString().slice(0, 10);
  assert.equal((await ask("grassroots_office", `${door}/done`, { version: open.version, note: "Đã bổ sung" })).status, 422);
  const done = await ask("grassroots_office", `${door}/done`, { version: open.version, done: open.due < today ? open.due : today, note: "Đã bổ sung" });
  assert.equal(done.state, "done", JSON.stringify(done));
  assert.equal((await ask("grassroots_office", `${door}/done`, { version: open.version, done: today, note: "Lần nữa" })).status, 409);
  assert.equal((await ask("grassroots_office", `${door}/confirmation`, { version: done.version })).status, 403);
  const back = await ask("province_commission", `${door}/return`, { version: done.version, reason: "Thiếu chữ ký" });
  assert.equal(back.state, "open", JSON.stringify(back));
  const again = await ask("grassroots_office", `${door}/done`, { version: back.version, done: done.done, note: "Đã ký" });
  const confirmed = await ask("province_commission", `${door}/confirmation`, { version: again.version });
  assert.equal(confirmed.state, "confirmed", JSON.stringify(confirmed));
  assert.deepEqual(await reminded(open.due), []);
  assert.equal((await ask("school", `${door}/confirmation`, { version: 1 })).status, 403);
});

test("when the round has ended, the checking cell is out", async () => {
  const [secretary, office] = [as("cell_secretary"), as("grassroots_office")];
  const sheet = await assigned();
  for (const round of await round_links(office)) {
    const text = await page_of(office, `${round}/ket-thuc`).catch(() => null);
    if (text) await send(office, `${round}/ket-thuc`, `${round}/ket-thuc`, [["version", value_of(text, "version")], ["conclusion", ""]]);
  }
  assert.equal((await secretary.get(sheet)).status, 404);
  assert.match(await page_of(secretary, "/kiem-tra-mau/cua-toi"), /Chưa được giao kiểm tra/);
  assert.doesNotMatch(await page_of(office, sheet), /Kết quả kiểm tra/);
});

test("the same draw from the command line", async () => {
  const units = JSON.parse(phusa(place, ["audit-round", "draw", "--share", "5", "--seed", "9", "--from", "2025-01-01", "--to", "2026-06-30", "--json"]));
  const again = JSON.parse(phusa(place, ["audit-round", "draw", "--share", "5", "--seed", "9", "--from", "2025-01-01", "--to", "2026-06-30", "--json"]));
  assert.deepEqual(units, again);
  assert.deepEqual(units.drawn.map((each) => each.dossier).toSorted((a, b) => a - b), drawn_again(units.lots.map((lot) => ({ ...lot, unit_id: lot.unit })), 5, 9));
});
