// A list of members as offices keep them, made from a seed, with faults planted in known cells.
const two = (n) => String(n).padStart(2, "0");

const heads = ["STT", "Họ và tên *", "Giới tính *", "Sinh ngày * (dd/mm/yyyy)", "Dân tộc *", "Tôn giáo *", "Số định danh cá nhân *",
  "Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)", "Tổ chức Đảng đang sinh hoạt * (không sửa)", "Quê quan", "Thường trú",
  "Nghề nghiệp  hiện nay", "Trình độ văn hoá", "Chuyên môn", "LLCT", "Điện thoại", "Ngày vào Đảng*", "Ngày vào Đảng chính thức*", "Trạng thái"];
const head_row = 3;
export const first_row = 4;
const at = { name: 1, sex: 2, born: 3, ethnicity: 4, religion: 5, identity: 6, cell: 8, education: 12, admitted: 16, recognised: 17, standing: 18 };

// Each makes one cell wrong, and is to be reported in that cell.
const faults = [
  [at.born, (row) => { row[at.born] = "31/02/1983"; }],
  [at.identity, (row) => { row[at.identity] = Number(row[at.identity]); }], // its zero is lost
  [at.cell, (row) => { row[at.cell] = "Chi bộ không có thật"; }],
  [at.ethnicity, (row) => { row[at.ethnicity] = "Không rõ là gì"; }],
  [at.name, (row) => { row[at.name] = "Nguyễn Văn An\nTrần Thị Bình"; }],
  [at.admitted, (row) => { row[at.admitted] = "2023-02-31"; }],
  [at.name, (row) => { row[at.name] = ""; }],
  [at.admitted, (row) => { row[at.admitted] = "20/03/2099"; }],
  [at.recognised, (row) => { row[at.recognised] = "01/04/1960"; }],
  [at.identity, (row, before) => { row[at.identity] = before[at.identity]; }],
  [at.standing, (row) => { row[at.standing] = "Ở đâu đó"; }],
  [at.name, (row) => { row[at.name] = "Nguyễn Văn 7"; }],
  [at.standing + 1, (row) => { row[at.standing] = "Chuyển đi"; }], // since when is not said, in no column of the sheet
  [at.identity, (row) => { row[at.identity] = 34099000001.5; }],
  [at.sex, (row) => { row[at.sex] = "Có"; }],
  [at.born, (row) => { row[at.born] = 19830231; }],
  [at.name, (row) => { row[at.name] = "Lê Thị Hà; Vũ Văn Sơn"; }],
  [at.religion, (row) => { row[at.religion] = "Đạo lạ"; }],
  [at.identity, (row) => { row[at.identity] = "034-19"; }],
  [at.born, (row) => { row[at.born] = ""; }],
  [at.education, (row) => { row[at.education] = "13/12"; }],
];

export const unit_codes = (communes, cells) => Array.from({ length: communes * cells },
  (_, i) => `34.001.${String(Math.floor(i / cells) + 1).padStart(3, "0")}.000.${String((i % cells) + 1).padStart(3, "0")}`);

// A province, a district, its communes and their cells, as a sheet of units.
export function units_csv(communes, cells) {
  const rows = ["Mã tổ chức,Tên tổ chức,Loại tổ chức,Ngày thành lập", "34,Đảng bộ tỉnh,province_committee,01/01/1950", "34.001,Đảng bộ huyện,district_committee,01/01/1950"];
  for (let i = 1; i <= communes; ++i) rows.push(`34.001.${String(i).padStart(3, "0")},Đảng bộ xã ${i},grassroots_committee,01/01/1950`);
  unit_codes(communes, cells).forEach((code, i) => rows.push(`${code},Chi bộ thôn ${i % cells},cell,01/01/1950`));
  return rows.join("\n");
}

// Rows of members one after the other, the same for the same seed.
export function* members(codes, seed = 7) {
  let state = seed;
  // Mulberry32: a plain congruential sequence would make the same person again and again.
  const dice = (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  const pick = (list) => list[dice(list.length)];
  for (let i = 0; ; ++i) {
    const year = 1950 + dice(40);
    const admitted = year + 20 + dice(6);
    const name = `${pick(["Nguyễn", "Trần", "Lê", "Phạm", "Vũ"])} ${pick(["Văn", "Thị", "Hữu", "Minh"])} ${pick(["An", "Bình", "Hà", "Sơn", "Tâm", "Đào"])}`;
    const number = `034${String(i).padStart(9, "0")}`;
    yield [String(i + 1), i % 3 ? name : name.toUpperCase(), pick(["Nam", "Nữ"]), `${two(1 + dice(28))}/${two(1 + dice(12))}/${year}`,
      "Kinh", "Không", number, number, pick(codes), "Xã Bồi Hạ, Sông Bồi", `Thôn ${i % 40}, xã Bồi Hạ`, "Làm ruộng", "12/12", "Đại học",
      "Sơ cấp", `09${String(i).padStart(8, "0")}`, `${two(1 + dice(28))}/03/${admitted}`, { year: admitted + 1, month: 4, day: 1 + dice(28) }, "Đang sinh hoạt"];
  }
}

// What write_xlsx() takes, and where the faults are: [{row, column}], as the sheet numbers and calls them.
export function planted_sheet(rows, planted, codes) {
  const source = members(codes);
  const sheet = [[1, ["DANH SÁCH ĐẢNG VIÊN"]], [head_row, heads]];
  const wrong = [];
  const step = Math.floor(rows / planted);
  let before = null;
  for (let i = 0; i < rows; ++i) {
    const row = source.next().value;
    if (i % step === 5 && wrong.length < planted) {
      const [column, spoil] = faults[wrong.length % faults.length];
      spoil(row, before);
      wrong.push({ row: i + first_row, column: heads[column] ?? "Ngày rời khỏi, mất, miễn sinh hoạt" });
    }
    sheet.push([i + first_row, row]);
    before = row;
  }
  return { sheet, wrong };
}

// The same list as CSV, without faults, in pieces.
export function* members_csv(rows, codes) {
  yield `${heads.map((head) => `"${head}"`).join(",")}\n`;
  const source = members(codes);
  const shown = (value) => (typeof value === "object" ? `${two(value.day)}/${two(value.month)}/${value.year}` : value);
  for (let i = 0; i < rows; ++i) yield `${source.next().value.map((value) => `"${shown(value)}"`).join(",")}\n`;
}
