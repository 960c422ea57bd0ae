// The story as command, page, files and API: one answer everywhere, and every number is its list of people.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_place, environment, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

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

const run = (...args) => spawnSync(binary, ["report", "story", ...args], { env: environment(place), encoding: "utf8", timeout: 60_000 });
const story = (...args) => JSON.parse(phusa(place, ["--json", "report", "story", ...args]));
const signed_in = async (role) => {
  const client = new Client(server.url);
  await client.sign_in(users.get(role).name, users.get(role).password);
  return client;
};
const plain = (href) => href.replaceAll("&amp;", "&");
const total_of = (rows) => rows.find((row) => row.key === "total").count;

test("every number of the paragraph stands where it says, also beyond letters of several bytes", () => {
  const { text, figures } = story();
  const letters = [...text];
  assert.ok(figures.length > 30);
  for (const figure of figures)
    assert.equal(letters.slice(figure.offset, figure.offset + [...figure.text].length).join(""), figure.text);
});

test("the units below add up to the unit, and the structure of another day does not change the total", () => {
  const whole = total_of(story().rows);
  assert.equal(whole, 10986);
  assert.equal(total_of(story("--structure", "2026-01-01").rows), whole);
  const codes = Array.from({ length: 13 }, (_, n) => `34.${String(n + 1).padStart(3, "0")}`);
  const parts = codes.map((code) => total_of(story("--org", code).rows));
  assert.equal(parts.reduce((sum, part) => sum + part, 0), whole);
});

test("what cannot be told ends with the code of its kind and one line that says what to do", () => {
  const refusals = [
    [["--org", "99.999"], 1, /99\.999/], [["--period", "2012-Q5"], 2, /--period/], [["--from", "2012-02-31", "--to", "2012-03-01"], 2, /--from/],
    [["--from", "2012-01-01"], 2, /--to/], [["--as-of", "31/3/2012"], 2, /--as-of/], [["-o", "story.doc"], 2, /-o/],
    [["-o", join(place.data, "no", "such", "folder.txt")], 3, /folder\.txt/],
  ];
  for (const [args, status, message] of refusals) {
    const ended = run(...args);
    assert.equal(ended.status, status, `${args}: ${ended.stderr}`);
    assert.match(ended.stderr, message);
    assert.equal(ended.stderr.trim().split("\n").length, 1, ended.stderr);
    assert.equal(ended.stdout, "");
  }
});

test("a file is written by its ending", () => {
  const file = (ending) => join(place.data, `story.${ending}`);
  for (const ending of ["txt", "json", "csv", "xlsx"]) assert.equal(run("-o", file(ending)).status, 0);
  const { text, rows } = story();
  assert.equal(readFileSync(file("txt"), "utf8"), `${text}\n`);
  assert.equal(JSON.parse(readFileSync(file("json"), "utf8")).text, text);
  assert.equal(readFileSync(file("csv"), "utf8").trim().split("\r\n").length, rows.length + 1);
  assert.equal(readFileSync(file("xlsx")).subarray(0, 2).toString(), "PK");
});

test("page, files and API give the numbers of the command", async () => {
  const commission = await signed_in("province_commission");
  const { text, rows } = story();
  const page = await commission.get("/bao-cao/ket-qua");
  assert.equal(page.status, 200);
  assert.ok(page.text.includes(text), "the plain paragraph is on the page");
  const list = JSON.parse((await commission.get("/bao-cao/ket-qua.json")).text);
  assert.deepEqual(list.items.map((row) => [row.key, row.count, row.share]), rows.map((row) => [row.key, row.count, row.share]));
  const token = phusa(place, ["user", "token", users.get("province_commission").name]).trim();
  const answer = await fetch(`${server.url}/api/v1/reports/story`, { headers: { authorization: `Bearer ${token}` } });
  assert.deepEqual((await answer.json()).rows, rows);
  const misspelt = await fetch(`${server.url}/api/v1/reports/story?perod=2012`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(misspelt.status, 422);
});

test("every number on the page opens into as many people", async () => {
  const commission = await signed_in("province_commission");
  const { text } = await commission.get("/bao-cao/ket-qua");
  const links = [...text.matchAll(/<a href="(\/nguoi\?[^"]+)">([\d.]+)<\/a>/g)];
  assert.ok(links.length > 40);
  for (const [, href, number] of new Map(links.map((link) => [link[1], link])).values()) {
    const list = await commission.get(plain(href));
    assert.equal(/trong ([\d.]+) người/.exec(list.text)?.[1], number, href);
  }
});

test("a reader who may not see people gets figures without a way to them; a cell gets its own only", async () => {
  const school = await (await signed_in("school")).get("/bao-cao/ket-qua");
  assert.equal(school.status, 200);
  assert.ok(!school.text.includes("/nguoi?"));
  const cell = await signed_in("cell_secretary");
  assert.equal((await cell.get("/bao-cao/ket-qua?don_vi=1")).status, 404);
  assert.equal((await cell.get("/bao-cao/ket-qua?don_vi=987654321")).status, 404);
  assert.equal((await (await signed_in("administrator")).get("/bao-cao/ket-qua")).status, 403);
});

test("what is typed wrongly is shown again beside its field", async () => {
  const commission = await signed_in("province_commission");
  const page = await commission.get("/bao-cao/ket-qua?tu=31/02/2012&den=01/03/2012");
  assert.equal(page.status, 422);
  assert.match(page.text, /value="31\/02\/2012"/);
  assert.match(page.text, /Chưa lập được báo cáo/);
});
