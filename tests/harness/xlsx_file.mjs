// Writes a sheet as an XLSX file in the two ways of the programs that offices use: texts in the cells (inline), or in a
// table of their own (shared).
import { writeFileSync } from "node:fs";
import { zipped } from "./zip_file.mjs";

const letters = (index) => (index < 26 ? "" : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const days_since_1900 = (day) => Math.round((Date.UTC(day.year, day.month - 1, day.day) - Date.UTC(1899, 11, 30)) / 86_400_000);

class Texts {
  places = new Map();
  uses = 0;
  place(text) {
    ++this.uses;
    if (!this.places.has(text)) this.places.set(text, this.places.size);
    return this.places.get(text);
  }
  xml() {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

function cell(value, name, texts) {
  if (value === "") return "";
  if (typeof value === "number") return `<c r="${name}"><v>${value}</v></c>`;
  if (typeof value === "object") return `<c r="${name}" s="1"><v>${days_since_1900(value)}</v></c>`;
  if (texts) return `<c r="${name}" t="s"><v>${texts.place(value)}</v></c>`;
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

// `rows`: pairs of the row's number and its values: text, number, or {year, month, day} for a cell that is a date.
export function write_xlsx(file, rows, { shared }) {
  const texts = shared ? new Texts() : null;
  const lines = rows.map(([number, values]) => `<row r="${number}">${values.map((value, at) => cell(value, `${letters(at)}${number}`, texts)).join("")}</row>`);
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const parts = {
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships>${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}${shared ? relation("rId3", "sharedStrings", "sharedStrings.xml") : ""}</Relationships>`,
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`,
  };
  if (shared) parts["xl/sharedStrings.xml"] = texts.xml();
  writeFileSync(file, zipped(parts));
}
