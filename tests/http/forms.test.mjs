// The statistical forms of the demo province: consistent with each other at every level, the same as command, page, files
// and API, and every number is its list.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_place, environment, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, users, token;
before(async () => {
  place = demo_place();
  users = demo_users(place);
  server = await start_server(place);
  token = phusa(place, ["user", "token", users.get("province_commission").name]).trim();
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const run = (...args) => spawnSync(binary, ["report", "form", ...args], { env: environment(place), encoding: "utf8", timeout: 60_000 });
const form = (...args) => JSON.parse(phusa(place, ["--json", "report", "form", ...args]));
const api = async (path) => {
  const answer = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200, path);
  return answer.json();
};
const form_of = (code, org, period) => api(`/reports/forms/${code}?org=${org}&period=${period}`);
const signed_in = async (role) => {
  const client = new Client(server.url);
  await client.sign_in(users.get(role).name, users.get(role).password);
  return client;
};
const plain = (href) => href.replaceAll("&amp;", "&");
const values = (answer, column = "current") => Object.fromEntries(answer.rows.map((row) => [row.key, row[column]]));
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

async function units_on(day) {
  const units = [];
  for (let cursor = ""; cursor !== null;) {
    const page = await api(`/organisations?on=${day}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    units.push(...page.items);
    cursor = page.next;
  }
  return units;
}

// What holds for a form 1 of any unit and period.
function check_balance(form, where) {
  for (const column of ["current", "previous"]) {
    const f = values(form, column);
    assert.equal(f.after, f.before + f.increase - f.decrease, `D = A + B − C: ${where} ${column}`);
    assert.equal(f.increase, f.admitted + f.moved_in + f.restored, `B: ${where} ${column}`);
    assert.equal(f.decrease, f.died + f.expelled + f.removed + f.resigned + f.moved_out, `C: ${where} ${column}`);
    assert.equal(f.moved_in, f.moved_in_province + f.moved_in_district + (f.moved_in_inside ?? 0), `B.2: ${where} ${column}`);
    assert.equal(f.moved_out, f.moved_out_province + f.moved_out_district + (f.moved_out_inside ?? 0), `C.5: ${where} ${column}`);
    assert.ok(f.removed_probationary <= f.removed);
  }
}

test("1-BTCTW of 2011 balances for the province, every district and every cell, and the parts make the whole", async () => {
  const units = (await units_on("2011-12-31")).filter((unit) => /^34(\.\d{3})*$/.test(unit.code));
  const districts = units.filter((unit) => unit.code.split(".").length === 2);
  const cells = units.filter((unit) => ["cell", "grassroots_cell"].includes(unit.kind));
  assert.ok(districts.length >= 9 && cells.length > 1000, `${districts.length} ${cells.length}`);
  const forms = new Map();
  for (const { code } of [{ code: "34" }, ...districts, ...cells]) {
    forms.set(code, await form_of("1-btctw", code, "2011"));
    check_balance(forms.get(code), code);
  }
  const whole = values(forms.get("34"));
  assert.equal(whole.moved_in_district + whole.moved_out_district, 0, "no move within the province crosses its border");
  assert.ok(whole.died > 100 && whole.moved_in_province > 0 && whole.moved_out_province > 50 && whole.removed > 10 && whole.resigned > 5);
  for (const parts of [districts, cells]) {
    const of = (key) => sum(parts.map(({ code }) => values(forms.get(code))[key] ?? 0));
    for (const key of ["before", "after", "admitted", "restored", "died", "expelled", "removed", "removed_probationary", "resigned",
      "moved_in_province", "moved_out_province"]) assert.equal(of(key), whole[key], key);
    assert.equal(of("moved_in_district"), of("moved_out_district"), "who leaves one part enters another");
    assert.equal(of("moved_in_inside"), of("moved_out_inside"));
  }
});

test("1-BTCTW balances in 2025 and 2026, when districts ended", async () => {
  const commune = (await units_on("2026-01-01")).find((unit) => unit.kind === "commune_committee").code;
  for (const [org, period] of [["", "2025"], ["", "2026"], ["34.001", "2025-H1"], ["34.001", "2024"], [commune, "2025"]]) {
    const answer = await form_of("1-btctw", org, period);
    check_balance(answer, `${org} ${period}`);
    assert.ok(values(answer).admitted > 0 && values(answer).died > 0);
  }
});

test("what is left at the end are the members of the register today", async () => {
  const units = (await units_on(form("1-BTCTW").as_of)).filter((unit) => unit.members > 0);
  for (const unit of units.slice(0, 40)) {
    const answer = await form_of("1-btctw", unit.code, "2026");
    assert.equal(values(answer).after, unit.members, unit.code);
  }
});

test("both forms know the same admissions; 2-BTCTW is made of its parts", async () => {
  for (const org of ["34", "34.001"]) {
    const members = values(await form_of("1-btctw", org, "2011"));
    const admitted = values(await form_of("2-btctw", org, "2011"));
    assert.equal(admitted.total, members.admitted);
    const occupations = ["state_official", "party_mass_official", "commune_official", "village_activist", "public_service", "private_service",
      "enterprises", "farmer", "armed_forces", "student", "pupil", "other"];
    assert.equal(sum(occupations.map((key) => admitted[key])), admitted.total);
    assert.equal(sum(Object.keys(admitted).filter((key) => key.startsWith("age_")).map((key) => admitted[key])), admitted.total);
    assert.equal(admitted.organisations, admitted.committees + admitted.cells);
    assert.ok(admitted.mean_age > 25 && admitted.mean_age < 35);
  }
  const whole = values(await form_of("2-btctw", "34", "2011"));
  assert.ok(whole.committees_admitting > 0 && whole.committees_admitting < whole.committees);
  assert.ok(whole.cells_no_masses > 0);
});

test("the story and the form count alike", () => {
  const story = JSON.parse(phusa(place, ["--json", "report", "story", "--period", "2011"]));
  const told = Object.fromEntries(story.rows.map((row) => [row.key, row.count]));
  const filled = values(form("2-BTCTW", "--period", "2011"));
  for (const [key, row] of [["total", "total"], ["women", "women"], ["youth_union", "youth_union"], ["farmers", "farmer"], ["age_18_30", "age_18_30"]])
    assert.equal(filled[row], told[key], key);
});

test("the command answers exactly what the interface promises", () => {
  const answer = form("2-btctw", "--org", "34.001", "--period", "2012-Q1", "--structure", "2012-01-01", "--as-of", "2013-01-01");
  assert.deepEqual(Object.keys(answer), ["org", "period", "structure", "as_of", "columns", "rows"]);
  assert.equal(answer.org.code, "34.001");
  assert.deepEqual(answer.period, { from: "2012-01-01", to: "2012-03-31" });
  assert.equal(answer.structure, "2012-01-01");
  assert.equal(answer.as_of, "2013-01-01");
  for (const row of answer.rows) for (const { key } of answer.columns) assert.ok(key in row, key);
});

test("a percentage is of the year before, and there is none of nothing", () => {
  for (const row of form("1-BTCTW", "--period", "2011").rows)
    if (row.previous) assert.ok(Math.abs(row.percent - (row.current * 100) / row.previous) <= 0.0501, row.key);
    else assert.equal(row.percent, null);
});

test("a past form can be made again after the register changed", () => {
  const before = form("1-BTCTW", "--period", "2011");
  const chain = JSON.parse(phusa(place, ["--json", "audit", "verify"]));
  const number = chain.rows ?? chain.head.number;
  const again = form("1-BTCTW", "--period", "2011", "--recorded", String(number));
  assert.deepEqual(values(again), values(before));
  assert.equal(again.recorded, number);
  assert.equal(run("1-BTCTW", "--recorded", "99999999").status, 2);
});

test("what cannot be made ends with the code of its kind and one line that says what to do", () => {
  for (const [args, status, message] of [
    [["8-BTCTW"], 1, /1-BTCTW, 2-BTCTW/], [["1-BTCTW", "--org", "99.999"], 1, /99\.999/], [["1-BTCTW", "--period", "2012-Q5"], 2, /--period/],
    [["1-BTCTW", "--recorded", "x"], 2, /--recorded/], [["1-BTCTW", "-o", "bieu.doc"], 2, /-o/], [["1-BTCTW", "--period", "2040"], 2, /bắt đầu/],
    [[], 2, /CODE/],
  ]) {
    const ended = run(...args);
    assert.equal(ended.status, status, `${args}: ${ended.stderr}`);
    assert.match(ended.stderr, message);
    assert.equal(ended.stdout, "");
  }
});

test("page, files and API give the numbers of the command", async () => {
  const rows = form("2-BTCTW", "--period", "2011").rows;
  const commission = await signed_in("province_commission");
  const page = await commission.get("/bao-cao/bieu/2-btctw?ky=2011");
  assert.equal(page.status, 200);
  assert.match(page.text, /TỈNH ỦY/);
  assert.match(page.text, /4 = 2\*100\/3/);
  const shown = [...page.text.matchAll(/<td class="number">(?:<a href="[^"]+">)?([\d.,]*)(?:<\/a>)?<\/td>/g)].map(([, text]) => text);
  assert.equal(shown.length, rows.length * 3);
  const total = new Intl.NumberFormat("de-DE").format(rows[0].current);
  assert.equal(shown[0], total);
  const list = JSON.parse((await commission.get("/bao-cao/bieu/2-btctw/bieu.json?ky=2011")).text);
  assert.deepEqual(list.items.map((row) => [row.key, row.current, row.previous, row.percent]),
    rows.map((row) => [row.key, row.current, row.previous, row.percent]));
  const csv = (await commission.get("/bao-cao/bieu/2-btctw/bieu.csv?ky=2011")).text;
  assert.equal(csv.trim().split("\r\n").length, rows.length + 1);
  const file = join(place.data, "bieu.xlsx");
  assert.equal(run("2-BTCTW", "--period", "2011", "-o", file).status, 0);
  assert.equal(readFileSync(file).subarray(0, 2).toString(), "PK");
  assert.deepEqual((await form_of("2-btctw", "34", "2011")).rows.map((row) => row.current), rows.map((row) => row.current));
});

test("every number opens into as many entries, on the page and in the API", async () => {
  const commission = await signed_in("province_commission");
  for (const code of ["1-btctw", "2-btctw"]) {
    const { text } = await commission.get(`/bao-cao/bieu/${code}?ky=2011`);
    const links = [...text.matchAll(/<a href="([^"]+\/nguoi\?dong=[^"]+)">([\d.]+)<\/a>/g)];
    assert.ok(links.length > 15, code);
    for (const [, href, number] of links) {
      const list = await commission.get(plain(href));
      assert.equal(list.status, 200, href);
      assert.equal(/trong ([\d.]+) (lượt|tổ chức)/.exec(list.text)?.[1], number, href);
    }
    for (const row of (await form_of(code, "34", "2011")).rows)
      if (row.people.current) assert.equal((await api(row.people.current.slice("/api/v1".length))).total, row.current, row.key);
  }
});

test("each row says what it counts", async () => {
  const { text } = await (await signed_in("province_commission")).get("/bao-cao/bieu/2-btctw/dinh-nghia");
  assert.match(text, /Lượt kết nạp trong kỳ; giới tính: Nữ\./);
  assert.match(text, /11-HD\/BTCTW/);
});

test("a reader who may not see people gets figures without a way to them; a cell gets its own only", async () => {
  const school = await (await signed_in("school")).get("/bao-cao/bieu/1-btctw");
  assert.equal(school.status, 200);
  assert.ok(!school.text.includes("/nguoi?dong="));
  const cell = await signed_in("cell_secretary");
  assert.equal((await cell.get("/bao-cao/bieu/1-btctw")).status, 200);
  for (const path of ["/bao-cao/bieu/1-btctw?don_vi=1", "/bao-cao/bieu/1-btctw?don_vi=987654321", "/bao-cao/bieu/1-btctw/nguoi?dong=died&don_vi=1",
    "/bao-cao/bieu/1-btctw/bieu.xlsx?don_vi=1"]) assert.equal((await cell.get(path)).status, 404, path);
  assert.equal((await (await signed_in("administrator")).get("/bao-cao/bieu/1-btctw")).status, 403);
});

test("what is typed wrongly is shown again beside its field", async () => {
  const page = await (await signed_in("province_commission")).get("/bao-cao/bieu/1-btctw?tu=31/02/2012&den=01/03/2012");
  assert.equal(page.status, 422);
  assert.match(page.text, /value="31\/02\/2012"/);
  assert.match(page.text, /Chưa lập được biểu/);
});
