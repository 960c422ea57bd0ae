// A file of the repository as the checks see it, and what a check answers.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const binary_endings = /\.(png|jpg|ico|woff2?|docx|xlsx|ods|pdf|xls|gz|br)$/;

export class Source {
  constructor(path, text, bytes = Buffer.byteLength(text)) {
    Object.assign(this, { path, text, bytes });
    this.is_text = !binary_endings.test(path);
    this.lines = this.is_text ? text.split("\n") : [];
    this.room = /^src\/([^/]+)\//.exec(path)?.[1];
    this.is_cpp = /\.(cpp|hpp)$/.test(path);
    this.is_test = /_test\.[ch]pp$|\.test\.mjs$|^tests\//.test(path);
  }

  // C++ without comments, strings and character literals; every line keeps its number.
  get code() {
    return (this.code_ ??= blank_out_cpp(this.text));
  }

  // C++ without comments, its strings kept.
  get code_with_strings() {
    return (this.code_with_strings_ ??= blank_out_cpp(this.text, { strings: true }));
  }

  // Only what stands in C++ string literals, at its place.
  get strings() {
    const code = this.code;
    return (this.strings_ ??= this.code_with_strings.split("").map((sign, at) => (sign === code[at] && sign !== "\n" ? " " : sign)).join(""));
  }

  line_of(offset) {
    let line = 1;
    for (let at = this.text.indexOf("\n"); at >= 0 && at < offset; at = this.text.indexOf("\n", at + 1)) ++line;
    return line;
  }
}

export const finding = (source, line, message) => ({ path: source.path, line, message });

const tokens = new RegExp([
  String.raw`(?<comment>//[^\n]*|/\*.*?\*/)`,
  String.raw`(?<raw>\bR"(?<mark>[^(\s]{0,16})\(.*?\)\k<mark>")`,
  String.raw`(?<string>"(?:\\.|[^"\\\n])*")`,
  String.raw`(?<char>(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')`,
].join("|"), "gs");

// Code units, not code points, so that offsets stay.
export function blank_out_cpp(text, keep = {}) {
  const blank = (found) => found.replace(/[^\n]/g, " ");
  return text.replace(tokens, (found, ...rest) => {
    const groups = rest.at(-1);
    if (groups.comment !== undefined) return blank(found);
    return keep.strings ? found : found[0] + blank(found.slice(1, -1)) + found.at(-1);
  });
}

// Everything that is or would be committed: tracked and new files, without ignored ones.
export function read_repository(top) {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: top, encoding: "utf8" });
  return [...new Set(listed.split("\0"))].filter(Boolean).sort().flatMap((path) => read_source(top, path));
}

function read_source(top, path) {
  const stat = statSync(join(top, path), { throwIfNoEntry: false });
  if (!stat?.isFile()) return [];
  return [new Source(path, binary_endings.test(path) ? "" : readFileSync(join(top, path), "utf8"), stat.size)];
}
