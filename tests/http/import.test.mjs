// Sheets of offices: the page from upload to undo, and the command with its exit codes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_place, environment } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, users, cell;
before(async () => {
  place = demo_place();
  users = demo_users(place);
  server = await start_server(place);
  const { text } = await (await signed_in("province_commission")).get("/to-chuc?q=thon");
  cell = /\d\d\.\d{3}\.\d{3}\.000\.\d{3}/.exec(text)[0];
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const signed_in = async (role) => {
  const client = new Client(server.url);
  await client.sign_in(users.get(role).name, users.get(role).password);
  return client;
};
const sheet = () => `DANH SÁCH,,,,\nHọ và tên *,Giới tính,Sinh ngày,Quê quan,Chi bộ,Ngày vào Đảng\n`
  + `PHÙ SA ĐỀ,Nữ,02/05/1990,Bồi Hạ,${cell},19/05/2015\nPhù Sa Bồi,Nữ,31/02/1990,Bồi Hạ,${cell},19/05/2015\n`;
const csrf_of = (text) => /name="csrf" value="([^"]+)"/.exec(text)[1];

async function upload(client, text) {
  const page = await client.get("/nhap-du-lieu");
  const form = new FormData();
  form.set("csrf", csrf_of(page.text));
  form.set("kind", "members");
  form.set("org", "");
  form.set("file", new Blob([text], { type: "text/csv" }), "danh-sach.csv");
  const answer = await client.request("/nhap-du-lieu", { method: "POST", body: form, headers: { origin: server.url } });
  return { status: answer.status, path: answer.headers.get("location"), text: answer.status === 303 ? "" : await answer.text() };
}

test("a sheet is looked at, written, its faults taken away as a sheet, and taken back", async () => {
  const client = await signed_in("province_commission");
  const waiting = await upload(client, sheet());
  assert.equal(waiting.status, 303);
  const preview = await client.get(waiting.path);
  assert.equal(preview.status, 200);
  assert.match(preview.text, /Ghi 1 dòng không lỗi/);
  assert.match(preview.text, /tháng 2\/1990 chỉ có 28 ngày/);
  assert.doesNotMatch(preview.text, /\{\{|\}\}/);
  const failing = await client.request(waiting.path.replace("?", "/dong-loi?"));
  assert.equal(Buffer.from(await failing.arrayBuffer()).subarray(0, 2).toString(), "PK");
  assert.doesNotMatch((await client.get("/nguoi?q=phu+sa+de")).text, /Phù Sa Đề/);

  const written = await client.post(waiting.path.split("?")[0], { csrf: csrf_of(preview.text), kind: "members", org: "", sheet: "", write: "1" });
  assert.match(written.path, /^\/nhap-du-lieu\/lan\/\d+/);
  assert.match((await client.get("/nguoi?q=phu+sa+de")).text, /Phù Sa Đề/);
  const past = written.path.split("?")[0];
  assert.equal((await (await signed_in("cell_secretary")).get(past)).status, 404);

  const undone = await client.post(`${past}/huy`, { csrf: csrf_of(written.text) });
  assert.match(undone.text, /sổ trở lại như trước khi nhập/);
  assert.doesNotMatch((await client.get("/nguoi?q=phu+sa+de")).text, /Phù Sa Đề/);
});

test("what waits is sealed, and found by nobody else", async () => {
  const waiting = await upload(await signed_in("province_commission"), sheet());
  const token = waiting.path.split(/[/?]/)[3];
  assert.ok(readdirSync(join(place.data, "uploads")).includes(token));
  assert.equal((await (await signed_in("deciding_office")).get(waiting.path)).status, 404);
});

test("whoever may change nobody has no such page", async () => {
  const auditor = await signed_in("auditor");
  assert.doesNotMatch((await auditor.get("/")).text, /href="\/nhap-du-lieu"/);
  assert.equal((await auditor.get("/nhap-du-lieu")).status, 403);
});

test("what is no sheet is refused with advice", async () => {
  const client = await signed_in("province_commission");
  const empty = await upload(client, "");
  assert.equal(empty.status, 422);
  const headless = await upload(client, "một,hai\nba,bốn\n");
  const preview = await client.get(headless.path);
  assert.equal(preview.status, 422);
  assert.match(preview.text, /Không thấy hàng tiêu đề/);
});

const run = (...args) => spawnSync(binary, args, { env: environment(place), encoding: "utf8", timeout: 60_000 });

test("the command answers as JSON and by its exit code", () => {
  const file = join(place.data, "danh-sach.csv");
  writeFileSync(file, sheet());
  const dry = run("import", file, "--kind", "members", "--dry-run", "--json");
  assert.equal(dry.status, 1);
  assert.equal(JSON.parse(dry.stdout).written, 0);
  const failed = join(place.data, "loi.xlsx");
  const wet = run("--json", "import", file, "--kind", "members", "--failed", failed);
  const answer = JSON.parse(wet.stdout);
  assert.deepEqual([wet.status, answer.rows, answer.ready, answer.written], [1, 2, 1, 1]);
  assert.deepEqual(Object.keys(answer.errors[0]), ["row", "column", "value", "message"]);
  assert.deepEqual([answer.errors[0].row, answer.errors[0].column], [4, "Sinh ngày"]);
  assert.equal(JSON.parse(run("import", failed, "--kind", "members", "--json", "--dry-run").stdout).rows, 1);
  const undone = run("import", "--undo", String(answer.import_id), "--json");
  assert.equal(undone.status, 0);
  assert.equal(JSON.parse(undone.stdout).import_id, answer.import_id);
  assert.equal(run("import", "--undo", String(answer.import_id)).status, 1);
  assert.equal(run("import", file, "--kind", "nobody").status, 2);
  assert.equal(run("import", join(place.data, "nowhere.csv"), "--kind", "members").status, 2);
  assert.match(run("import", "--template", "members").stdout, /full_name/);
});
