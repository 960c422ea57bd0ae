// check-figures as command, page and API: one answer everywhere; with the register every count of the article is confirmed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_place, environment, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const article = join(import.meta.dirname, "../stats/figures/article.txt");
let place, server, users;
before(async () => {
  place = demo_place();
  users = demo_users(place);
  server = await start_server(place);
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const run = (args, input) => spawnSync(binary, ["check-figures", ...args], { env: environment(place), encoding: "utf8", timeout: 60_000, input });
const signed_in = async (role) => {
  const client = new Client(server.url);
  await client.sign_in(users.get(role).name, users.get(role).password);
  return client;
};
const of = (figures, verdict) => figures.filter((figure) => figure.verdict === verdict).map((figure) => figure.text);
const api = async (role, body) => {
  const token = phusa(place, ["user", "token", users.get(role).name]).trim();
  return fetch(`${server.url}/api/v1/figures/check`, {
    method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify(body),
  });
};

test("the article by arithmetic alone: two shares are wrong, and every figure stands where it says", () => {
  const ended = run([article, "--json"]);
  assert.equal(ended.status, 1, ended.stderr);
  const { figures } = JSON.parse(ended.stdout);
  assert.deepEqual(of(figures, "wrong"), ["9,5%", "5,59%"]);
  assert.deepEqual(of(figures, "truncated"), ["58%", "38,6%", "24,8%", "59,4%", "32,5%"]);
  assert.deepEqual(of(figures, "ok"), ["60,6%", "93,2%", "6,8%"]);
  const letters = [...readFileSync(article, "utf8")];
  for (const figure of figures) {
    assert.equal(letters.slice(figure.offset, figure.offset + [...figure.text].length).join(""), figure.text);
    assert.deepEqual(Object.keys(figure), ["text", "offset", "value", "unit", "of", "expected", "verdict", "why"]);
  }
});

test("with the register every count of the article and its mean age are confirmed", () => {
  const { figures } = JSON.parse(run([article, "--json", "--from", "2007-01-01", "--to", "2012-03-31"]).stdout);
  const counts = figures.filter((figure) => !figure.text.includes("%"));
  assert.deepEqual(counts.map((figure) => [figure.text, figure.verdict]), counts.map((figure) => [figure.text, "ok"]));
  assert.ok(counts.length >= 10);
  assert.deepEqual(of(figures, "wrong"), ["9,5%", "5,59%"]);
});

test("a count that the register does not have is wrong, with the number of the register", () => {
  const text = readFileSync(article, "utf8").replace("6.428", "6.482");
  const { figures } = JSON.parse(run(["-", "--json", "--from", "2007-01-01", "--to", "2012-03-31"], text).stdout);
  const women = figures.find((figure) => figure.text === "6.482");
  assert.equal(women.verdict, "wrong");
  assert.equal(women.expected, 6428);
});

test("exit codes: sound 0, unreadable 2; and a listing for people", () => {
  assert.equal(run(["-"], "Kết nạp 25 đảng viên, trong đó nữ 12, chiếm 48%.").status, 0);
  assert.match(run(["-"], "Kết nạp 25 đảng viên, trong đó nữ 12, chiếm 45%.").stdout, /\[sai\] 45%/);
  const broken = join(place.data, "broken.docx");
  writeFileSync(broken, "PK\x03\x04 no zip");
  const locked = join(place.data, "locked.docx");
  writeFileSync(locked, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
  assert.match(run([locked]).stderr, /mật khẩu/);
  for (const args of [[broken], [locked], [join(place.data, "no-such-file.txt")], [article, "--from", "2012-02-31", "--to", "2012-03-01"]]) {
    const ended = run(args);
    assert.equal(ended.status, 2, args.join(" "));
    assert.equal(ended.stderr.trim().split("\n").length, 1);
  }
});

test("a Word file as LibreOffice saves it: notes are read, page numbers are no figures", () => {
  const { figures } = JSON.parse(run([join(import.meta.dirname, "../exchange/report.docx"), "--json"]).stdout);
  const texts = figures.map((figure) => figure.text);
  assert.deepEqual(texts, ["6.658", "61%", "13", "12", "45%", "48%", "12", "5", "12", "5", "12", "5"]);
});

test("the page marks what is wrong with colour and sign, and keeps what was pasted", async () => {
  const commission = await signed_in("province_commission");
  const { text: form } = await commission.get("/bao-cao/soat-so-lieu");
  assert.match(form, /enctype="multipart\/form-data"/);
  const page = await commission.submit("/bao-cao/soat-so-lieu", { van_ban: readFileSync(article, "utf8") });
  assert.equal(page.status, 200);
  assert.match(page.text, /2 trong 24 số liệu sai: 9,5%, 5,59%/);
  assert.match(page.text, /figure-wrong[^>]*>9,5%<span class="figure-sign" aria-hidden="true">✗/);
  const empty = await commission.submit("/bao-cao/soat-so-lieu", { van_ban: " " });
  assert.equal(empty.status, 422);
  const half = await commission.submit("/bao-cao/soat-so-lieu", { van_ban: "Kết nạp 25 đảng viên.", tu: "01/01/2012" });
  assert.equal(half.status, 422);
  assert.match(half.text, /Kết nạp 25 đảng viên\./);
});

test("the API gives the command's answer; a unit out of view is not there, and without the right to reports nothing is", async () => {
  const text = readFileSync(article, "utf8");
  const asked = { text, from: "2007-01-01", to: "2012-03-31" };
  const command = JSON.parse(run([article, "--json", "--from", "2007-01-01", "--to", "2012-03-31"]).stdout);
  assert.deepEqual(await (await api("province_commission", asked)).json(), command);
  assert.equal((await api("cell_secretary", { ...asked, org: "34" })).status, 404);
  assert.equal((await api("administrator", { text })).status, 403);
  assert.equal((await api("province_commission", { txt: text })).status, 422);
});
