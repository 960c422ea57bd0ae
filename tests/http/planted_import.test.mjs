// A list with faults planted in known cells, written by the two ways of XLSX: exactly they are reported, the rest is
// written, and an undo gives back what the register said. bin/bench import does the same with 50,000 rows.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { content_of } from "../harness/content.mjs";
import { binary, environment, new_place, phusa } from "../harness/database.mjs";
import { members_csv, planted_sheet, unit_codes, units_csv } from "../harness/planted.mjs";
import { write_xlsx } from "../harness/xlsx_file.mjs";

const rows = 2_000, planted = 37, communes = 3, cells = 5;
const codes = unit_codes(communes, cells);
let place;
before(() => {
  place = new_place();
  const units = join(place.data, "units.csv");
  writeFileSync(units, units_csv(communes, cells));
  phusa(place, ["import", units, "--kind", "organisations"]);
});
after(() => place?.remove());

function imported(file, ...options) {
  const done = spawnSync(binary, ["import", file, "--kind", "members", "--json", ...options], { env: environment(place), encoding: "utf8", maxBuffer: 1 << 28 });
  return { status: done.status, answer: JSON.parse(done.stdout) };
}

for (const shared of [false, true])
  test(`planted faults are reported and nothing else, texts ${shared ? "shared" : "in the cells"}`, () => {
    const file = join(place.data, "members.xlsx");
    const { sheet, wrong } = planted_sheet(rows, planted, codes);
    write_xlsx(file, sheet, { shared });
    const empty = content_of(place);
    const { status, answer } = imported(file);
    assert.equal(status, 1);
    assert.deepEqual(answer.errors.map(({ row, column }) => ({ row, column })), wrong);
    assert.deepEqual([answer.rows, answer.ready, answer.written], [rows, rows - planted, rows - planted]);
    const full = content_of(place);
    assert.equal(full.person_version.rows, rows - planted);
    assert.equal(full.admission.rows, rows - planted);
    phusa(place, ["import", "--undo", String(answer.import_id)]);
    assert.deepEqual(content_of(place), empty);
  });

test("the undo of a list that changes people gives back what they were", () => {
  const first = join(place.data, "first.csv");
  writeFileSync(first, [...members_csv(300, codes)].join(""));
  assert.equal(imported(first).status, 0);
  const before_it = content_of(place);
  const lines = readFileSync(first, "utf8").replaceAll("Làm ruộng", "Thợ mộc").replaceAll("Sơ cấp", "Trung cấp").replaceAll("Đang sinh hoạt", "Chính thức");
  const second = join(place.data, "second.csv");
  writeFileSync(second, lines.replace(/"09(\d{8})"/g, '"08$1"'));
  const { answer } = imported(second);
  assert.equal(answer.written, 300);
  assert.notDeepEqual(content_of(place).person_version, before_it.person_version);
  const undone = JSON.parse(phusa(place, ["import", "--undo", String(answer.import_id), "--json"]));
  assert.equal(undone.taken_away, 0);
  assert.ok(undone.changes.some(({ field, before, after }) => field === "Điện thoại" && before.startsWith("09") && after.startsWith("08")));
  assert.deepEqual(content_of(place), before_it);
});
