// Papers over HTTP and on the command line: made as Word and as PDF, by a child that may die or hang.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { binary, demo_place, environment, phusa } from "../harness/database.mjs";
import { Client } from "../harness/client.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const has_office = existsSync("/usr/lib/libreoffice/program/libswlo.so");
let place, server, token, dossier, folder;

before(async () => {
  place = demo_place();
  folder = mkdtempSync(join(tmpdir(), "phusa-papers-"));
  token = phusa(place, ["user", "token", demo_users(place).get("province_commission").name]).trim();
  server = await start_server(place);
  dossier = (await (await ask("/api/v1/dossiers?stage=decision&limit=1")).json()).items[0].id;
});

after(async () => {
  await server?.stop();
  place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path, body) =>
  fetch(server.url + path, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  });
const made = (wish) => ask(`/api/v1/dossiers/${dossier}/papers`, wish);
const bytes_of = async (answer) => Buffer.from(await answer.arrayBuffer());

// The children of the server that make PDF.
function workers() {
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("pdf-worker") && readlinkSync(`/proc/${pid}/cwd`).startsWith(place.data);
    } catch {
      return false;
    }
  }).map(Number);
}

test("the list says what can be made, and a paper comes as a Word file", async () => {
  const list = await (await ask(`/api/v1/dossiers/${dossier}/papers`)).json();
  assert.equal(list.total, list.items.length);
  assert.ok(list.items.find((paper) => paper.code === "6-KNĐ" && paper.act));
  const answer = await made({ code: "6-KNĐ" });
  assert.equal(answer.status, 200);
  assert.equal((await bytes_of(answer)).subarray(0, 2).toString(), "PK");
  const again = await (await ask(`/api/v1/dossiers/${dossier}/papers`)).json();
  assert.ok(again.items.find((paper) => paper.code === "6-KNĐ").made.sha256);
});

test("unknown forms, keys and formats are refused by name", async () => {
  for (const wish of [{ code: "99-KNĐ" }, { code: "6-KNĐ", colour: "red" }, { code: "6-KNĐ", format: "odt" }])
    assert.equal((await made(wish)).status, 422, JSON.stringify(wish));
});

test("the command line writes the same paper", () => {
  const file = join(folder, "nghi-quyet.docx");
  const done = spawnSync(binary, ["paper", "6-KNĐ", "--dossier", String(dossier), "-o", file, "--json"], { env: environment(place), encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  assert.equal(JSON.parse(done.stdout).code, "6-KNĐ");
  assert.equal(readFileSync(file).subarray(0, 2).toString(), "PK");
  const wrong = spawnSync(binary, ["paper", "khong-co", "--dossier", String(dossier)], { env: environment(place), encoding: "utf8" });
  assert.equal(wrong.status, 2);
  const nobody = spawnSync(binary, ["paper", "6-KNĐ", "--dossier", "999999"], { env: environment(place), encoding: "utf8", cwd: folder });
  assert.equal(nobody.status, 1);
});

if (has_office) {
  const pdf = async () => {
    const answer = await made({ code: "6-KNĐ", format: "pdf" });
    return { status: answer.status, bytes: await bytes_of(answer) };
  };

  test("a PDF says what the Word file says", async () => {
    const { status, bytes } = await pdf();
    assert.equal(status, 200, bytes.toString());
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
    const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" });
    assert.match(text, /NGHỊ QUYẾT/);
    assert.doesNotMatch(text, /\{\{/);
  });

  test("a child that was killed is replaced", async () => {
    const [child] = workers();
    process.kill(child, "SIGKILL");
    assert.equal((await pdf()).status, 200);
    assert.notEqual(workers()[0], child);
  });

  test("a child that hangs is killed, and the next paper comes", { timeout: 90_000 }, async () => {
    const [child] = workers();
    process.kill(child, "SIGSTOP");
    assert.equal((await pdf()).status, 503);
    assert.equal((await pdf()).status, 200);
    assert.notEqual(workers()[0], child);
  });

  test("nothing of a paper stays on the disk", () => {
    const left = readdirSync(join(place.data, "pdf")).filter((name) => /\.(docx|pdf|tmp)$/.test(name));
    assert.deepEqual(left, []);
    const scratch = readdirSync(join(place.data, "pdf")).filter((name) => name.startsWith("tmp-"));
    assert.equal(scratch.length, 1, "of the child that lives, none of those that were killed");
  });

  test("the whole dossier and a whole meeting are one PDF each", async () => {
    const client = new Client(server.url);
    const { name, password } = demo_users(place).get("province_commission");
    await client.sign_in(name, password);
    const path = `/ho-so/${dossier}/giay`;
    const page = await client.get(path);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
    for (const lam of ["ho-so.0.pdf", /value="(hop\.\d+\.pdf)"/.exec(page.text)[1]]) {
      const answer = await client.request(path, { method: "POST", body: new URLSearchParams({ csrf, lam }), headers: { origin: server.url } });
      const bytes = await bytes_of(answer);
      assert.equal(answer.status, 200, bytes.toString());
      const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" });
      assert.match(text, /đề nghị kết nạp đảng viên/);
      assert.doesNotMatch(text, /\{\{/);
    }
  });
}

test("without LibreOffice the Word file is offered, and the page says so", async () => {
  const elsewhere = await start_server(place, { env: { PHUSA_OFFICE: "/nonexistent" } });
  try {
    const client = new Client(elsewhere.url);
    const { name, password } = demo_users(place).get("deciding_office");
    await client.sign_in(name, password);
    const list = await client.get("/ho-so?dang=danh-sach&giai_doan=tat_ca");
    const page = await client.get(`${/href="(\/ho-so\/\d+)"/.exec(list.text)[1]}/giay`);
    assert.match(page.text, /Máy chủ chưa có LibreOffice nên chỉ có tệp DOCX/);
    assert.match(page.text, /value="[^"]+\.docx"/);
    assert.doesNotMatch(page.text, /value="[^"]+\.pdf"/);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${elsewhere.url}/api/v1/dossiers/${dossier}/papers`, { method: "POST", headers, body: JSON.stringify({ code: "6-KNĐ", format: "pdf" }) });
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /LibreOffice/);
  } finally {
    await elsewhere.stop();
  }
});
