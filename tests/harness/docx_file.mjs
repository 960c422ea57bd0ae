// Word files as tests see them: the parts of the package, and the package again.
import { inflateRawSync } from "node:zlib";
import { zipped } from "./zip_file.mjs";

// Name -> text of every part. Reads the central directory (APPNOTE 4.3.12), as word processors do.
export function parts_of(docx) {
  const parts = {};
  let at = docx.readUInt32LE(docx.lastIndexOf(Buffer.from("PK\x05\x06", "latin1")) + 16);
  while (docx.readUInt32LE(at) === 0x02014b50) {
    const [packed, name_length, more, comment] = [docx.readUInt32LE(at + 20), docx.readUInt16LE(at + 28), docx.readUInt16LE(at + 30), docx.readUInt16LE(at + 32)];
    const place = docx.readUInt32LE(at + 42);
    const name = docx.subarray(at + 46, at + 46 + name_length).toString();
    const begin = place + 30 + docx.readUInt16LE(place + 26) + docx.readUInt16LE(place + 28);
    const bytes = docx.subarray(begin, begin + packed);
    parts[name] = docx.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes;
    at += 46 + name_length + more + comment;
  }
  return parts;
}

export const docx_of = (parts) => zipped(parts);

// The same file with its document changed.
export function with_document(docx, change) {
  const parts = parts_of(docx);
  parts["word/document.xml"] = Buffer.from(change(parts["word/document.xml"].toString()));
  return docx_of(parts);
}

const plain = (xml) => xml.replace(/<w:(?:tab|br)\/>/g, " ").replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "").replaceAll("&amp;", "&").replaceAll("&lt;", "<");

// What people read: the body, headers and footers.
export const text_of = (docx) => Object.entries(parts_of(docx)).filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name)).map(([, xml]) => plain(xml.toString())).join("\n");
