// Scans of a dossier: sent, looked at, renewed, thrown away, checked on the disk, taken away as a whole.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_place, environment } from "../harness/database.mjs";
import { names_in_zip, pdf_of, send_files, signed_in } from "../harness/scan_files.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const reason = "Thẩm định hồ sơ trước khi họp";
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
let place, server, users, client, dossier, act, folder;

before(async () => {
  place = demo_place();
  folder = mkdtempSync(join(tmpdir(), "phusa-scans-"));
  users = demo_users(place);
  server = await start_server(place);
  client = await signed_in(Client, server, users.get("province_commission"));
  dossier = /href="(\/ho-so\/\d+)"/.exec((await client.get("/ho-so?dang=danh-sach&giai_doan=probation")).text)[1];
  const page = await client.get(dossier);
  act = Number(new RegExp(`href="${dossier}/viec-da-ghi/(\\d+)">Nghị quyết chi bộ`).exec(page.text)[1]);
});

after(async () => {
  await server?.stop();
  place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const send = (files, fields = {}) => send_files(client, `${dossier}/ban-quet`, { act, code: "6-KNĐ", ...fields }, files);
const scans_on = ({ text }) => [...new Set([...text.matchAll(/href="(\/ho-so\/\d+\/ban-quet\/\d+)"/g)].map(([, href]) => href))];
const said = ({ text }) => /class="error-summary-head">(?:<svg.*?<\/svg>)?([^<]*)</s.exec(text)?.[1] ?? "";
const run = (...args) => spawnSync(binary, args, { env: environment(place), encoding: "utf8" });
const check = () => {
  const done = run("scans", "check", "--json");
  return { status: done.status, ...JSON.parse(done.stdout) };
};
// Files below scans/, with their paths.
const files_on_disk = () => readdirSync(join(place.data, "scans"), { recursive: true }).map((name) => join(place.data, "scans", name)).filter((path) => statSync(path).isFile());

async function take(scan, how = "tai", why = reason) {
  const answer = await client.request(`${scan}/${how}`, { method: "POST", body: new URLSearchParams({ csrf: client.csrf, reason: why }), headers: { origin: server.url } });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test("what is no scan is refused with what to do", async () => {
  const encrypted = join(folder, "khoa.pdf");
  writeFileSync(join(folder, "mo.pdf"), pdf_of(["x"]));
  execFileSync("qpdf", ["--encrypt", "a", "b", "256", "--", join(folder, "mo.pdf"), encrypted]);
  const cases = [
    ["la.exe.pdf", Buffer.from("MZ not a scan"), /không phải bản quét/],
    ["cat.pdf", pdf_of(["một trang", "hai"]).subarray(0, 300), /bị hỏng/],
    ["ma.pdf", pdf_of(["x"], "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), /mã lệnh/],
    ["anh.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), /bị hỏng/],
    ["rong.pdf", Buffer.alloc(0), /Hãy chọn tệp/],
    ["dai.pdf", pdf_of(Array(301).fill("x")), /quá dài/],
    ["khoa.pdf", readFileSync(encrypted), /mật khẩu/],
  ];
  for (const [name, bytes, sentence] of cases) {
    const answer = await send([[name, bytes]]);
    assert.match(said(answer), sentence, name);
    assert.ok([413, 422].includes(answer.status), `${name}: ${answer.status}`);
  }
  assert.deepEqual(check().orphans, []);
});

let scan;
const paper = pdf_of(["Nghi quyet 1", "Nghi quyet 2"]);

test("a scan is filed at its act, sealed on the disk, and comes back to the byte", async () => {
  const before = files_on_disk_or_none().length;
  const page = await send([["nghi-quyet.pdf", paper]]);
  assert.equal(page.status, 200, said(page));
  assert.match(page.text, /Đã nhận 1 tệp/);
  scan = scans_on(page)[0];
  const act_page = await client.get(`${dossier}/viec-da-ghi/${act}`);
  assert.ok(scans_on(act_page).includes(scan));
  const lying = files_on_disk();
  assert.equal(lying.length, before + 1);
  for (const path of lying) {
    assert.ok(!readFileSync(path).includes("%PDF"), "nothing lies open");
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.match(path, /\/scans\/[0-9a-f]{2}\/[0-9a-f]{32}$/);
  }
  const { answer, bytes } = await take(scan);
  assert.equal(answer.status, 200);
  assert.equal(sha256(bytes), sha256(paper));
  assert.match(answer.headers.get("content-disposition"), /^attachment; filename="43\.nghi quyet de nghi ket nap dang vien cua chi bo\.pdf"/);
  assert.equal(answer.headers.get("content-type"), "application/pdf");
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  assert.match(answer.headers.get("content-security-policy"), /sandbox/);
  assert.match(answer.headers.get("cache-control"), /no-store/);
});

function files_on_disk_or_none() {
  try {
    return files_on_disk();
  } catch {
    return [];
  }
}

test("every look takes a reason and stands in the log", async () => {
  const without = await take(scan, "tai", "vì");
  assert.equal(without.answer.status, 422);
  assert.match(without.bytes.toString(), /Hãy ghi rõ lý do/);
  const seen = await take(scan, "xem");
  assert.equal(seen.answer.status, 200);
  assert.equal([...seen.bytes.toString().matchAll(/<img src="data:image\/png;base64,/g)].length, 2);
  const rows = JSON.parse((await client.get("/api/v1/audit?limit=50")).text).items;
  for (const action of ["scan.file", "scan.take", "scan.look"]) {
    const row = rows.find((each) => each.action === action);
    assert.ok(row, action);
    if (action !== "scan.file") assert.match(JSON.stringify(row), new RegExp(reason));
  }
});

test("the same file twice is refused; a better scan is the next version", async () => {
  assert.match(said(await send([["lan-nua.pdf", paper]])), /đã có trong hồ sơ/);
  const better = await send_files(client, `${scan}/ban-moi`, {}, [["ro-hon.pdf", pdf_of(["Ro hon"])]]);
  assert.equal(better.status, 200, said(better));
  assert.match(better.text, /bản thứ 2/);
  assert.ok(scans_on(better).includes(scan), "the one before is kept");
  const list = scans_on(await client.get(`${dossier}/ban-quet`));
  assert.ok(!list.includes(scan) && list.length === 1, "of one paper the newest stands in the list");
});

test("pictures are scans too, several at once", async () => {
  const png = join(folder, "a.png");
  const tif = join(folder, "b.tif");
  execFileSync("convert", ["-size", "300x400", "xc:white", png]);
  execFileSync("convert", ["-size", "300x400", "xc:white", "xc:gray", tif]);
  const page = await send([["a.png", readFileSync(png)], ["b.tif", readFileSync(tif)]], { code: "" });
  assert.match(page.text, /Đã nhận 2 tệp/);
  assert.match(page.text, /2 trang, /);
});

test("the trash gives back for 30 days", async () => {
  const [of_paper] = scans_on(await client.get(`${dossier}/ban-quet`));
  const thrown = await client.post(`${of_paper}/bo`, { csrf: client.csrf });
  assert.match(thrown.text, /Xoá hẳn sau/);
  assert.equal(JSON.parse(run("scans", "purge", "--json").stdout).scans, 0);
  await client.post(`${of_paper}/lay-lai`, { csrf: client.csrf });
  assert.doesNotMatch((await client.get(`${dossier}/ban-quet`)).text, /Xoá hẳn sau/);
  assert.equal((await take(of_paper)).answer.status, 200);
});

test("by relation and from another unit nothing is found, a reader files nothing", async () => {
  const stranger = await signed_in(Client, server, users.get("school"));
  // The school waits for a certificate of its own course: it reaches the dossier by that, and sees no scan of it.
  assert.deepEqual(scans_on(await stranger.get(`${dossier}/ban-quet`)), []);
  assert.equal((await stranger.get(scan)).status, 404);
  const elsewhere = await signed_in(Client, server, users.get("grassroots_office"));
  for (const path of [`${dossier}/ban-quet`, scan]) assert.equal((await elsewhere.get(path)).status, 404, path);
  const auditor = await signed_in(Client, server, users.get("auditor"));
  const answer = await send_files(auditor, `${dossier}/ban-quet`, { act, code: "6-KNĐ" }, [["x.pdf", pdf_of(["la"])]]);
  assert.ok([403, 404].includes(answer.status), String(answer.status));
});

test("scans by the API: the list, the file with a reason alone, nothing from elsewhere", async () => {
  const token_of = (role) => run("user", "token", users.get(role).name).stdout.trim();
  const ask = (role, path, body) =>
    fetch(`${server.url}/api/v1/dossiers/${dossier.split("/").pop()}${path}`, { method: body ? "POST" : "GET", body: body && JSON.stringify(body),
      headers: { authorization: `Bearer ${token_of(role)}`, ...(body ? { "content-type": "application/json" } : {}) } });
  const list = await (await ask("province_commission", "/scans")).json();
  assert.equal(list.total, list.items.length);
  const shown = scans_on(await client.get(`${dossier}/ban-quet`)).map((href) => Number(href.split("/").pop()));
  assert.deepEqual(list.items.map(({ id }) => id).sort(), shown.sort());
  const one = list.items.find(({ code, act: of }) => code === "6-KNĐ" && of === act);
  assert.equal((await ask("province_commission", `/scans/${one.id}/file`, { reason: "" })).status, 422);
  const answer = await ask("province_commission", `/scans/${one.id}/file`, { reason });
  assert.equal(answer.status, 200);
  assert.equal(sha256(Buffer.from(await answer.arrayBuffer())), one.sha256);
  for (const path of ["/scans", `/scans/${one.id}/file`]) assert.equal((await ask("grassroots_office", path, path === "/scans" ? undefined : { reason })).status, 404, path);
});

test("a dossier goes out as one file with the names of CV 1361", async () => {
  const answer = await client.request(`${dossier}/ban-quet/tron-bo`, { method: "POST", body: new URLSearchParams({ csrf: client.csrf, reason }), headers: { origin: server.url } });
  assert.equal(answer.status, 200);
  const names = names_in_zip(Buffer.from(await answer.arrayBuffer()));
  assert.equal(names.length, 3);
  for (const name of names) assert.match(name, /^\d{2}(\.\d{3}){1,4}\/(\d{12}|HS\d+)_[A-Z][A-Za-z]+\//);
  assert.ok(names.some((name) => name.endsWith("/43.Nghi quyet de nghi ket nap dang vien cua chi bo.pdf")), names.join(" "));
  const other = join(folder, "cli.zip");
  const done = run("scans", "export", dossier.split("/").pop(), "-o", other, "--reason", reason);
  assert.equal(done.status, 0, done.stderr);
  assert.equal(readFileSync(other).subarray(0, 2).toString(), "PK");
});

test("the checker names what is missing, corrupt and left over", async () => {
  assert.equal(check().status, 0);
  const [first, second] = files_on_disk();
  const bytes = readFileSync(first);
  bytes[100] ^= 1;
  writeFileSync(first, bytes);
  unlinkSync(second);
  const orphan = join(first, "../", "0".repeat(32));
  writeFileSync(orphan, "x");
  utimesSync(orphan, new Date(0), new Date(0));
  const found = check();
  assert.equal(found.status, 1);
  assert.deepEqual([found.missing.length, found.corrupt.length, found.orphans.length], [1, 1, 1]);
  assert.equal(run("doctor").status, 1);
  assert.equal(JSON.parse(run("scans", "purge", "--json").stdout).orphans, 1);
});
