// What every text file keeps: composed letters, plain line ends, no left-overs, nothing of one machine or one person.
import { finding } from "./source.mjs";

export const file_bytes_max = 1 << 20;
const marks = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"].join("|")})\\b`);
const machine_paths = new RegExp(`(?:^|[^\\w.$}/-])/(${["work", "tmp", "farm"].join("|")})/`);
// A citizen's number has 12 digits. An invented one ends in a small serial number, below 10,000, or counts up.
const identity_number = /(?<![\w.-])(\d{12})(?![\w.-])/g;
const is_invented = (number) => /(00\d{4}|123456|12345678)$|^123456789012$/.test(number);

export function check_text(source) {
  const found = [];
  const say = (line, message) => found.push(finding(source, line, message));
  if (source.bytes > file_bytes_max) say(1, `${source.bytes} bytes; a file has at most ${file_bytes_max}`);
  if (!source.is_text || source.path === "package-lock.json") return found;
  // A partial that stands inside a tag ends without a line end.
  if (source.text && !source.path.endsWith(".mustache") && !source.text.endsWith("\n")) say(source.lines.length, "no line end at the end of the file");
  if (source.text.endsWith("\n\n")) say(source.lines.length - 1, "blank line at the end of the file");
  source.lines.forEach((text, index) => check_line(text, (message) => say(index + 1, message)));
  return found;
}

function check_line(text, say) {
  if (text.normalize("NFC") !== text) say("letters are not composed (NFC)");
  if (text.includes("\r")) say("Windows line end");
  if (text.includes("\t")) say("tab; indent with blanks");
  if (/[ \r]$/.test(text)) say("trailing blank");
  if (marks.test(text)) say(`left-over mark ${marks.exec(text)[1]}: do it, or write an issue`);
  if (machine_paths.test(text)) say(`path of one machine: ${machine_paths.exec(text)[0].trim()}`);
  for (const [, number] of text.matchAll(identity_number))
    if (!is_invented(number)) say(`${number} could be a person's number; an invented one ends in 000001-009999`);
}

// Links of a Markdown file to files that are not there.
export function check_links(source, exists) {
  if (!source.path.endsWith(".md")) return [];
  const folder = source.path.split("/").slice(0, -1);
  return [...source.text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .filter(([, target]) => !/^[a-z]+:/.test(target))
    .map((match) => ({ match, path: resolve_path(folder, match[1]) }))
    .filter(({ path }) => !exists(path))
    .map(({ match }) => finding(source, source.line_of(match.index), `link to ${match[1]}, which is not there`));
}

function resolve_path(folder, target) {
  const parts = [...folder];
  for (const part of target.split("/"))
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  return parts.join("/");
}
