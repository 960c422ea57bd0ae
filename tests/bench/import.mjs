// A sheet of 50,000 members with 137 planted faults, and a CSV of a million rows (with PHUSA_BENCH_MILLION=1): time and
// peak memory of `phusa import`, whether exactly the planted rows are reported, and whether an undo gives back the same.
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

const program = join(process.env.PHUSA_BUILD ?? "build", "phusa");
const folder = mkdtempSync(join(tmpdir(), "phusa-import-"));
const environment = { ...process.env, PHUSA_DATA: join(folder, "data"), PHUSA_DB: `sqlite:${join(folder, "data", "phusa.db")}` };

let state = 7;
// The high bits: the low ones of such a sequence come round soon.
const dice = (n) => ((state = (state * 1103515245 + 12345) % 2147483648) >>> 12) % n;
const pick = (list) => list[dice(list.length)];
const two = (n) => String(n).padStart(2, "0");
const heads = ["STT", "Họ và tên *", "Giới tính *", "Sinh ngày * (dd/mm/yyyy)", "Dân tộc *", "Tôn giáo *", "Số định danh cá nhân *",
  "Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)", "Tổ chức Đảng đang sinh hoạt * (không sửa)", "Quê quan", "Thường trú",
  "Nghề nghiệp  hiện nay", "Trình độ văn hoá", "Chuyên môn", "LLCT", "Điện thoại", "Ngày vào Đảng*", "Ngày vào Đảng chính thức*", "Trạng thái"];
const communes = 30;
const cells = Array.from({ length: communes * 20 }, (_, i) => `34.001.${String(Math.floor(i / 20) + 1).padStart(3, "0")}.000.${String((i % 20) + 1).padStart(3, "0")}`);

function person(i) {
  const year = 1950 + dice(40);
  const admitted = year + 20 + dice(6);
  const name = `${pick(["Nguyễn", "Trần", "Lê", "Phạm", "Vũ"])} ${pick(["Văn", "Thị", "Hữu", "Minh"])} ${pick(["An", "Bình", "Hà", "Sơn", "Tâm", "Đào"])}`;
  const number = `034${String(i).padStart(9, "0")}`;
  return [String(i + 1), i % 3 ? name : name.toUpperCase(), pick(["Nam", "Nữ"]), `${two(1 + dice(28))}/${two(1 + dice(12))}/${year}`,
    "Kinh", "Không", number, number, pick(cells), "Xã Bồi Hạ, Sông Bồi", `Thôn ${i % 40}, xã Bồi Hạ`, "Làm ruộng", "12/12", "Đại học",
    "Sơ cấp", `09${String(i).padStart(8, "0")}`, `${two(1 + dice(28))}/03/${admitted}`, `${two(1 + dice(28))}/04/${admitted + 1}`, "Đang sinh hoạt"];
}

const faults = [
  (row) => { row[3] = "31/02/1983"; },
  (row) => { row[6] = Number(row[6]); },
  (row) => { row[8] = "Chi bộ không có thật"; },
  (row) => { row[4] = "Không rõ là gì"; },
  (row) => { row[1] = "Nguyễn Văn An\nTrần Thị Bình"; },
  (row) => { row[16] = "2023-02-31"; },
  (row) => { row[1] = ""; },
];

function letters(index) {
  return index < 26 ? String.fromCharCode(65 + index) : "A" + String.fromCharCode(65 + index - 26);
}
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const cell = (value, index, row) => typeof value === "number" ? `<c r="${letters(index)}${row}"><v>${value}</v></c>`
  : value ? `<c r="${letters(index)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>` : "";

const crc_table = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; ++bit) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc_of = (bytes) => (bytes.reduce((crc, byte) => crc_table[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

// A zip file of these texts by name (APPNOTE 4.3).
function zipped(parts) {
  const local = [], central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const plain = Buffer.from(text), packed = deflateRawSync(plain, { level: 1 });
    const about = Buffer.alloc(26); // the fields that both heads share
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc_of(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(plain.length, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\x03\x04", "latin1"), about, Buffer.from(name), packed);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

// The faulty rows, as the sheet numbers them.
function write_sheet(file, rows, planted) {
  const wrong = [];
  const sheet = [`<row r="1">${cell("DANH SÁCH ĐẢNG VIÊN", 0, 1)}</row>`, `<row r="3">${heads.map((head, i) => cell(head, i, 3)).join("")}</row>`];
  for (let i = 0; i < rows; ++i) {
    const row = person(i);
    if (i % Math.floor(rows / planted) === 5 && wrong.length < planted) {
      faults[wrong.length % faults.length](row);
      wrong.push(i + 4);
    }
    sheet.push(`<row r="${i + 4}">${row.map((value, at) => cell(value, at, i + 4)).join("")}</row>`);
  }
  writeFileSync(file, zipped({
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet.join("")}</sheetData></worksheet>`,
  }));
  return wrong;
}

async function write_csv(file, rows) {
  const out = createWriteStream(file);
  out.write(`${heads.map((head) => `"${head}"`).join(",")}\n`);
  for (let i = 0; i < rows; ++i)
    if (!out.write(`${person(i).map((value) => `"${value}"`).join(",")}\n`)) await once(out, "drain");
  out.end();
  await once(out, "close");
}

function phusa(...options) {
  const done = spawnSync(program, options, { env: environment, encoding: "utf8", maxBuffer: 1 << 30 });
  if (done.status === null || done.status > 1) throw new Error(done.stderr);
  return done.stdout;
}

// Seconds, peak resident memory in KB as the kernel counts it, and the answer.
async function timed(...options) {
  const begun = process.hrtime.bigint();
  const running = spawn(program, options, { env: environment });
  let said = "", peak_kb = 0;
  running.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  const watch = setInterval(() => {
    try {
      peak_kb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${running.pid}/status`, "utf8"))?.[1] ?? peak_kb);
    } catch { /* it has just ended */ }
  }, 20);
  const [code] = await once(running, "close");
  clearInterval(watch);
  if (code > 1) throw new Error(`phusa ended with ${code}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, peak_kb, answer: JSON.parse(said) };
}

function make_units() {
  const rows = ["Mã tổ chức,Tên tổ chức,Loại tổ chức,Ngày thành lập", "34,Đảng bộ tỉnh,province_committee,01/01/1950", "34.001,Đảng bộ huyện,district_committee,01/01/1950"];
  for (let i = 1; i <= communes; ++i) rows.push(`34.001.${String(i).padStart(3, "0")},Đảng bộ xã ${i},grassroots_committee,01/01/1950`);
  cells.forEach((code, i) => rows.push(`${code},Chi bộ thôn ${i % 20},cell,01/01/1950`));
  writeFileSync(join(folder, "units.csv"), rows.join("\n"));
  phusa("import", join(folder, "units.csv"), "--kind", "organisations", "--json");
}

const everything = () => ["organisations", "members", "admissions"].map((kind) => phusa("export", kind)).join("");

try {
  make_units();
  const sheet = join(folder, "members.xlsx");
  const planted = write_sheet(sheet, 50_000, 137);
  const before = everything();
  const { seconds, peak_kb, answer } = await timed("import", sheet, "--kind", "members", "--json");
  const reported = [...new Set(answer.errors.map(({ row }) => row))];
  const undone_at = process.hrtime.bigint();
  phusa("import", "--undo", String(answer.import_id), "--json");
  const undo_seconds = Number(process.hrtime.bigint() - undone_at) / 1e9;
  const figures = { rows: answer.rows, written: answer.written, seconds, budget_seconds: 3, peak_kb, kb_a_row: peak_kb / answer.rows, budget_kb_a_row: 4,
    planted: planted.length, reported: reported.length, reported_exactly: JSON.stringify(reported) === JSON.stringify(planted),
    undo_seconds, same_after_undo: everything() === before };
  if (process.env.PHUSA_BENCH_MILLION) {
    const csv = join(folder, "million.csv");
    await write_csv(csv, 1_000_000);
    const million = await timed("import", csv, "--kind", "members", "--json");
    figures.million = { rows: million.answer.rows, written: million.answer.written, seconds: million.seconds, budget_seconds: 20, peak_kb: million.peak_kb };
  }
  console.log(JSON.stringify(figures, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
