// Accounts and the audit log as page, CSV, XLSX and JSON: the same rows in all of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { new_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";

const password = "phu sa boi dap dong bang";
const people = 60; // more than a page
let place, server, client;

before(async () => {
  place = new_place();
  phusa(place, ["user", "add", "quan.tri", "--role", "administrator", "--on", "99"], password);
  server = await start_server(place);
  client = new Client(server.url);
  await client.sign_in("quan.tri", password);
  const token = phusa(place, ["user", "token", "quan.tri"]).trim();
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  for (let n = 1; n < people; ++n) {
    const display_name = n === 7 ? '=HYPERLINK("http://evil.example")' : `Nguyễn Thị Số ${n}`;
    const body = JSON.stringify({ name: `nguoi.${n}`, display_name, password, role: "helper", organisation: 1 });
    const answer = await fetch(`${server.url}/api/v1/accounts`, { method: "POST", headers, body });
    assert.equal(answer.status, 201, await answer.text());
  }
});

after(async () => {
  await server?.stop();
  place?.remove();
});

const total_on = (text) => Number(/trong ([\d.]+)/.exec(text)[1].replaceAll(".", ""));

test("every format of the accounts has every account", async () => {
  const page = await client.get("/tai-khoan");
  assert.equal(total_on(page.text), people);
  const json = JSON.parse((await client.get("/tai-khoan.json")).text);
  assert.equal(json.total, people);
  assert.equal(json.items.length, people);
  const csv = await client.get("/tai-khoan.csv");
  assert.equal(csv.text.trim().split("\r\n").length, people + 1);
  assert.match(csv.headers.get("content-disposition"), /attachment/);
  const xlsx = await client.request("/tai-khoan.xlsx");
  const bytes = Buffer.from(await xlsx.arrayBuffer());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
});

test("a name that looks like a formula is made harmless in CSV and left alone in JSON", async () => {
  const csv = (await client.get("/tai-khoan.csv")).text;
  assert.ok(csv.includes("HYPERLINK"));
  assert.doesNotMatch(csv, /(^|,|")=HYPERLINK/m);
  assert.ok((await client.get("/tai-khoan.json")).text.includes('=HYPERLINK(\\"http://evil.example\\")'));
  assert.ok(!(await client.get("/tai-khoan")).text.includes('<a href="http://evil.example'));
});

test("a search is kept in the files and on the next page", async () => {
  const page = await client.get("/tai-khoan?q=so+1");
  const found = total_on(page.text);
  assert.equal(found, 11);
  assert.equal(JSON.parse((await client.get("/tai-khoan.json?q=so+1")).text).total, found);
  const next = /href="([^"]+)" rel="next"/.exec((await client.get("/tai-khoan")).text)[1];
  assert.ok((await client.get(next.replaceAll("&amp;", "&"))).text.includes(`51–${people}`));
});

test("the log is searched, filtered by days, and exported with the same rows", async () => {
  const all = await client.get("/nhat-ky?nhom=account.");
  const total = total_on(all.text);
  assert.equal(total, people);
  assert.equal(JSON.parse((await client.get("/nhat-ky.json?nhom=account.")).text).total, total);
  const next = /href="([^"]+)" rel="next"/.exec(all.text)[1].replaceAll("&amp;", "&");
  assert.ok((await client.get(next)).text.includes(`51–${people}`));
  assert.ok((await client.get("/nhat-ky?q=khong-co-gi-nhu-the")).text.includes("Không có dòng nào"));
  assert.ok((await client.get("/nhat-ky?tu=01/01/2099")).text.includes("Không có dòng nào"));
  const wrong = await client.get("/nhat-ky?tu=31/02/2026");
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes("31/02/2026"));
});

test("what was done can be read in words", async () => {
  const { text } = await client.get("/nhat-ky?nhom=account.");
  assert.ok(text.includes("đã thêm tài khoản"));
  assert.match(text, /đã thêm tài khoản[^<]*<a href="\/tai-khoan\/\d+">[a-z][a-z0-9.]+<\/a>/);
  const head = /<code>([0-9a-f]{64})<\/code>/.exec(text)[1];
  const verdict = await client.get("/nhat-ky/kiem-tra");
  assert.ok(verdict.text.includes("Chuỗi nguyên vẹn"));
  assert.ok(verdict.text.includes(head));
});

test("one person's doings are a link away, and the filter can be taken off", async () => {
  const page = await client.get("/nhat-ky?nguoi=1");
  assert.ok(page.text.includes("Người làm: "));
  assert.ok(page.text.includes('href="/nhat-ky"'));
});
