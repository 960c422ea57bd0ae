import assert from "node:assert/strict";
import { test } from "node:test";
import { map_units, read_geography, split_kind, to_csv } from "../../cmake/geography.mjs";

const { old_units, new_units, mapping } = read_geography();
const old_named = (name, level) => old_units.filter((unit) => unit.name === name && unit.level === level);

test("Thái Bình of 2020 has 8 districts and 260 communes, the 2025 units that come from it are 65", () => {
  assert.equal(old_units.filter((unit) => unit.level === "huyen").length, 8);
  assert.equal(old_units.filter((unit) => unit.level === "xa").length, 260);
  assert.equal(new_units.filter((unit) => unit.level === "xa").length, 65);
});

test("a unit is known by its code within its era, and its parent stands before it", () => {
  for (const units of [old_units, new_units]) {
    const seen = new Set();
    for (const unit of units) {
      assert.ok(!seen.has(unit.code), unit.code);
      assert.ok(unit.parent_code === "" || seen.has(unit.parent_code), unit.name);
      seen.add(unit.code);
    }
  }
});

test("every old commune has exactly one new commune, and every new commune has an old one", () => {
  assert.equal(mapping.length, 260);
  const reached = new Set(mapping.map((row) => row.new_code));
  const communes = new_units.filter((unit) => unit.level === "xa").map((unit) => unit.code);
  assert.deepEqual([...reached].sort(), communes);
});

test("a mapping row that carries a namesake's code from another province is resolved within Hưng Yên", () => {
  const [nam_thang] = old_named("Nam Thắng", "xa");
  const row = mapping.find((candidate) => candidate.old_code === nam_thang.code);
  assert.equal(row.new_name, "Nam Cường");
  assert.equal(row.new_code, "13057");
});

test("the two spellings of Đông Quí meet, and the commune it went through is noted", () => {
  const [dong_qui] = old_named("Đông Quí", "xa");
  const row = mapping.find((candidate) => candidate.old_code === dong_qui.code);
  assert.equal(row.new_name, "Đông Tiền Hải");
  assert.equal(row.note, "nhập vào xã Đông Quang trước 01/7/2025");
});

test("a commune without a successor is kept with a note, not dropped", () => {
  const lonely = { code: "1", level: "xa", kind: "xã", name: "Bịa Đặt", district: "Huyện Không Có" };
  assert.deepEqual(map_units([lonely], new_units, []),
    [{ old_code: "1", old_name: "Bịa Đặt", new_code: "", new_name: "", note: "không rõ đơn vị mới" }]);
});

test("a kind is split off its name, blanks and letters composed alike", () => {
  assert.deepEqual(split_kind("Xã  Mỹ Lộc".normalize("NFD")), { kind: "xã", name: "Mỹ Lộc" });
  assert.deepEqual(split_kind("Thị trấn Diêm Điền"), { kind: "thị trấn", name: "Diêm Điền" });
  assert.throws(() => split_kind("Diêm Điền"), /no kind of unit/);
});

test("a cell with a comma or a quote is quoted", () => {
  assert.equal(to_csv(["a", "b"], [{ a: 'x,"y"', b: "z" }]), 'a,b\n"x,""y""",z\n');
});
