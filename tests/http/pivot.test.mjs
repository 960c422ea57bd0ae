// The pivot, the trend and saved questions as command, page, files and API: one answer everywhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_place, environment, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, users, commission;
before(async () => {
  place = demo_place();
  users = demo_users(place);
  server = await start_server(place);
  commission = await signed_in("province_commission");
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const run = (...args) => spawnSync(binary, ["report", "pivot", ...args], { env: environment(place), encoding: "utf8", timeout: 60_000 });
const pivot = (...args) => JSON.parse(phusa(place, ["--json", "report", "pivot", ...args]));
const story = (...args) => JSON.parse(phusa(place, ["--json", "report", "story", ...args]));
async function signed_in(role) {
  const client = new Client(server.url);
  await client.sign_in(users.get(role).name, users.get(role).password);
  client.csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/ca-nhan")).text)[1];
  return client;
}
const plain = (href) => href.replaceAll("&amp;", "&");
const total_row = (answer) => answer.rows.at(-1);
const body_rows = (answer) => answer.rows.slice(0, -1);
const value_keys = (answer) => answer.columns.filter((column) => column.kind !== "text" && column.key !== "total").map((column) => column.key);

test("the command answers the article's period in the form of every report", () => {
  const answer = pivot("--rows", "occupation", "--columns", "year");
  assert.deepEqual(answer.period, { from: "2007-01-01", to: "2012-03-31" });
  assert.deepEqual(value_keys(answer), ["2007", "2008", "2009", "2010", "2011", "2012"]);
  assert.equal(total_row(answer).key, "total");
  assert.equal(total_row(answer).total, 10986);
  assert.equal(answer.org.code, "34");
});

test("rows and columns add up, whatever they are", () => {
  for (const [rows, columns] of [["occupation", "year"], ["sex,qualification", "district"], ["age_band", "youth_union_member"], ["unit", "quarter"], ["sector", "kind"], ["religion", "month"], ["grassroots", "sex"]]) {
    const answer = pivot("--rows", rows, "--columns", columns);
    const keys = value_keys(answer);
    for (const row of answer.rows) assert.equal(keys.reduce((sum, key) => sum + row[key], 0), row.total, `${rows} ${row.key}`);
    for (const key of [...keys, "total"])
      assert.equal(body_rows(answer).reduce((sum, row) => sum + row[key], 0), total_row(answer)[key], `${columns} ${key}`);
    assert.equal(total_row(answer).total, 10986, `${rows} ${columns}`);
  }
});

test("each number is that of the story, for the unit as well as for a filter", () => {
  const counts = new Map(story().rows.map((row) => [row.key, row.count]));
  const by_sex = pivot("--rows", "sex", "--columns", "youth_union_member");
  assert.equal(by_sex.rows.find((row) => row.key === "female").total, counts.get("women"));
  assert.equal(total_row(by_sex).yes, counts.get("youth_union"));
  for (const key of ["women", "farmers", "age_18_30", "postgraduate", "officials"])
    assert.equal(total_row(pivot("--rows", "year", "--columns", "sex", "--filter", `indicator=${key}`)).total, counts.get(key), key);
  const districts = pivot("--rows", "district", "--columns", "year");
  for (const row of body_rows(districts))
    assert.equal(row.total, story("--org", row.key).rows.find((each) => each.key === "total").count, row.key);
});

test("after the reform of 2025 the same people are counted by its units", () => {
  const before_it = pivot("--rows", "district", "--columns", "year");
  const after_it = pivot("--rows", "district", "--columns", "year", "--structure", "2026-01-01");
  assert.equal(total_row(after_it).total, total_row(before_it).total);
  assert.ok(after_it.rows.length > before_it.rows.length);
});

test("what is unknown is named, with exit 2 and nothing on standard output", () => {
  const good = ["--rows", "sex", "--columns", "year"];
  const refusals = [
    [["--rows", "shoe", "--columns", "year"], 2, /--rows.*shoe/], [["--rows", "sex", "--columns", "shoe"], 2, /--columns.*shoe/],
    [[...good, "--filter", "sex=third"], 2, /--filter.*third/], [[...good, "--filter", "shoe=big"], 2, /--filter.*shoe/],
    [[...good, "--filter", "sex"], 2, /--filter/], [[...good, "--filter", "indicator=shoe"], 2, /--filter.*shoe/],
    [[...good, "--measure", "weight"], 2, /--measure.*weight/], [["--rows", "sex,year,unit", "--columns", "kind"], 2, /--rows/],
    [["--rows", "sex", "--columns", "sex"], 2, /--columns/], [["--rows", "cell", "--columns", "month", "--period", "1960-01-01..2026-01-01"], 2, /--rows/],
    [[...good, "--org", "99.999"], 1, /99\.999/], [[...good, "--period", "2012-Q5"], 2, /--period/], [[...good, "-o", "a.doc"], 2, /-o/],
  ];
  for (const [args, status, message] of refusals) {
    const ended = run(...args);
    assert.equal(ended.status, status, `${args}: ${ended.stderr}`);
    assert.match(ended.stderr, message);
    assert.equal(ended.stderr.trim().split("\n").length, 1, ended.stderr);
    assert.equal(ended.stdout, "");
  }
  assert.equal(run("--rows", "sex").status, 2);
});

test("files hold what the screen shows", async () => {
  const file = join(place.data, "pivot.csv");
  assert.equal(run("--rows", "occupation", "--columns", "year", "-o", file).status, 0);
  const lines = readFileSync(file, "utf8").trim().split("\r\n");
  assert.equal(lines.length, pivot("--rows", "occupation", "--columns", "year").rows.length + 1);
  assert.ok(lines.at(-1).endsWith(",10986"));
  const page = (await commission.get("/bao-cao/bang-cheo?dong=occupation&cot=year")).text;
  const shown = [...page.split('class="tall-table"')[1].split("</table>")[0].matchAll(/<td class="number"[^>]*>\s*(?:<a [^>]*>)?([\d.]+)/g)].map(([, text]) => Number(text.replaceAll(".", "")));
  const list = JSON.parse((await commission.get("/bao-cao/bang-cheo.json?dong=occupation&cot=year")).text);
  const exported = list.items.flatMap((row) => Object.values(row).filter((value) => typeof value === "number"));
  assert.deepEqual(shown, exported);
  const xlsx = await commission.request("/bao-cao/bang-cheo.xlsx?dong=occupation&cot=year");
  assert.equal(xlsx.status, 200);
  assert.equal(Buffer.from(await xlsx.arrayBuffer()).subarray(0, 2).toString(), "PK");
});

test("the API gives the command's answer and names what it does not know", async () => {
  const token = phusa(place, ["user", "token", users.get("province_commission").name]).trim();
  const ask = (query) => fetch(`${server.url}/api/v1/reports/pivot?${query}`, { headers: { authorization: `Bearer ${token}` } });
  const answer = await (await ask("rows=occupation,sex&columns=year&filter=youth_union_member%3Dyes")).json();
  assert.deepEqual(answer, pivot("--rows", "occupation,sex", "--columns", "year", "--filter", "youth_union_member=yes"));
  assert.equal((await ask("rows=occupation&column=year")).status, 422);
  const unknown = await ask("rows=shoe&columns=year");
  assert.equal(unknown.status, 422);
  assert.match(await unknown.text(), /shoe/);
  const people = answer.rows.find((row) => row.total > 0).people.total;
  const listed = await (await fetch(server.url + people, { headers: { authorization: `Bearer ${token}` } })).json();
  assert.equal(listed.total, answer.rows.find((row) => row.total > 0).total);
});

test("every number on the page opens into as many people", async () => {
  for (const query of ["dong=district&cot=sex", "dong=occupation&dong_2=sex&cot=age_band&loc_youth_union_member=no", "dong=sex&cot=quarter&ky=2011&so=row_share"]) {
    const { text } = await commission.get(`/bao-cao/bang-cheo.json?${query.replace("&so=row_share", "")}`);
    const counts = JSON.parse(text).items.flatMap((row) => Object.values(row).filter((value) => typeof value === "number" && value > 0));
    const page = (await commission.get(`/bao-cao/bang-cheo?${query}`)).text.split('class="tall-table"')[1].split("</table>")[0];
    const links = [...page.matchAll(/<a href="(\/nguoi\?[^"]+)">/g)].map(([, href]) => plain(href));
    assert.equal(links.length, counts.length, query);
    for (const [index, href] of links.entries()) {
      if (index % 4) continue; // a quarter of them
      const list = await commission.get(href);
      assert.equal(Number(/trong ([\d.]+) người/.exec(list.text)?.[1].replaceAll(".", "")), counts[index], href);
    }
  }
});

test("a reader without the right to people gets figures only; a cell asks of its own", async () => {
  const school = await (await signed_in("school")).get("/bao-cao/bang-cheo");
  assert.equal(school.status, 200);
  assert.ok(!school.text.includes("/nguoi?"));
  const cell = await signed_in("cell_secretary");
  assert.equal((await cell.get("/bao-cao/bang-cheo?don_vi=1")).status, 404);
  assert.equal((await cell.get("/bao-cao/xu-huong?don_vi=1")).status, 404);
  assert.equal((await cell.get("/bao-cao/bang-cheo")).status, 200);
  assert.equal((await (await signed_in("administrator")).get("/bao-cao/bang-cheo")).status, 403);
});

test("what is typed wrongly is shown again beside its field; what an address misspells is named", async () => {
  const twice = await commission.get("/bao-cao/bang-cheo?dong=sex&cot=sex");
  assert.equal(twice.status, 422);
  assert.match(twice.text, /hãy chọn chiều khác làm cột/);
  assert.equal((await commission.get("/bao-cao/bang-cheo?dongg=sex")).status, 422);
  assert.equal((await commission.get("/bao-cao/bang-cheo?loc_sex=third")).status, 422);
  assert.equal((await commission.get("/bao-cao/xu-huong?theo=shoe")).status, 422);
});

test("a trend has every year with its change, the same numbers as the pivot", async () => {
  const rows = JSON.parse((await commission.get("/bao-cao/xu-huong.json?theo=indicator:women")).text).items;
  const women = pivot("--rows", "year", "--columns", "sex");
  assert.deepEqual(rows.map((row) => [row.span, row.total, row.women]), body_rows(women).map((row) => [row.year, row.total, row.female]));
  for (const [index, row] of rows.entries())
    assert.equal(row.total_change, index === 0 || row.span === "2012" ? null : row.total - rows[index - 1].total, row.span);
  const page = await commission.get("/bao-cao/xu-huong?theo=indicator:women&so=share");
  assert.match(page.text, /năm sau cao hơn năm trước/);
});

test("a question is saved, shared, renamed and deleted, and those below ask it of their own unit", async () => {
  const cell = await signed_in("cell_secretary");
  const home = /name="chung"[\s\S]*?<option value="(\d+)"/.exec((await commission.get("/bao-cao/bang-cheo")).text)[1];
  const form = { csrf: commission.csrf, trang: "/bao-cao/bang-cheo", cau_hoi: `dong=sex&cot=year&don_vi=${home}`, ten: "Nữ theo năm", chung: home };
  const saved = await commission.post("/bao-cao/cau-hoi", form);
  assert.equal(saved.status, 200);
  assert.match(saved.path, /^\/bao-cao\/bang-cheo\?dong=sex/);
  assert.equal((await commission.post("/bao-cao/cau-hoi", form)).status, 409);
  assert.equal((await commission.post("/bao-cao/cau-hoi", { ...form, ten: " " })).status, 422);
  assert.equal((await commission.post("/bao-cao/cau-hoi", { ...form, ten: "Khác", trang: "/nguoi" })).status, 422);
  const items = async (client) => JSON.parse((await client.get("/bao-cao/cau-hoi.json")).text).items;
  const seen = (await items(cell)).find((item) => item.name === "Nữ theo năm");
  assert.ok(seen && !seen.address.includes("don_vi"));
  assert.equal((await cell.get(seen.address)).status, 200);
  const number = /href="\/bao-cao\/cau-hoi\/(\d+)"/.exec((await commission.get("/bao-cao/cau-hoi")).text.split("Nữ theo năm").at(-1))[1];
  assert.equal((await cell.get(`/bao-cao/cau-hoi/${number}`)).status, 403);
  assert.equal((await commission.post(`/bao-cao/cau-hoi/${number}`, { csrf: commission.csrf, ten: "Nữ mới", chung: "" })).status, 200);
  assert.ok(!(await items(cell)).some((item) => item.name === "Nữ mới"));
  assert.equal((await commission.post(`/bao-cao/cau-hoi/${number}/xoa`, { csrf: commission.csrf })).status, 200);
  assert.ok(!(await items(commission)).some((item) => item.name === "Nữ mới"));
  assert.match((await commission.get("/nhat-ky")).text, /đã xoá một câu hỏi đã lưu/);
});

test("the demo has questions for its users", async () => {
  const items = JSON.parse((await commission.get("/bao-cao/cau-hoi.json")).text).items;
  assert.ok(items.length >= 2);
  for (const { address } of items) assert.equal((await commission.get(address)).status, 200, address);
});
