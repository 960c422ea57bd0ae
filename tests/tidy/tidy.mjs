// The tidy test: reads the repository and says what is untidy. Usage: node tests/tidy/tidy.mjs [TOP]
// Exit 1 when it finds something. The limits come from CONTRIBUTING.md.
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check_calls, check_sql } from "./calls.mjs";
import { functions_of } from "./functions.mjs";
import { check_includes, check_table, inner_headers, private_headers, read_add_rooms, read_rooms } from "./rooms.mjs";
import { finding, read_repository } from "./source.mjs";
import { check_templates } from "./templates.mjs";
import { check_links, check_text } from "./text.mjs";

export const limits = { file_lines: 400, function_lines: 60 };

const is_code = (source) => /\.(cpp|hpp|mjs|js|css|mustache|sql|sh)$/.test(source.path) || /^(bin|\.ci)\//.test(source.path);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const length_of = (source) => source.lines.length - (source.text.endsWith("\n") ? 1 : 0);

export function check_lengths(source) {
  if (!is_code(source)) return [];
  const found = [];
  if (length_of(source) > limits.file_lines)
    found.push(finding(source, limits.file_lines, `${length_of(source)} lines; a file has at most ${limits.file_lines}`));
  for (const { line, lines, name } of functions_of(source))
    if (lines > limits.function_lines)
      found.push(finding(source, line, `${name} has ${lines} lines; a function has at most ${limits.function_lines}`));
  return found;
}

export function check(sources, exists = () => true) {
  const text_of = (path) => sources.find((source) => source.path === path)?.text ?? "";
  const table = read_rooms(text_of("docs/rooms.md"));
  const privates = private_headers(sources);
  const inner = inner_headers(sources);
  return [
    ...check_table(table, read_add_rooms(text_of("CMakeLists.txt")), sources),
    ...check_templates(sources),
    ...sources.flatMap((source) => [
      ...check_text(source), ...check_links(source, exists), ...check_lengths(source), ...check_includes(source, table, privates, inner),
      ...check_calls(source), ...check_sql(source),
    ]),
  ];
}

function main(top) {
  const sources = read_repository(top);
  const found = check(sources, (path) => existsSync(join(top, path)));
  for (const { path, line, message } of found) console.error(`tidy: ${path}:${line}: ${message}`);
  const cpp = sources.filter((source) => source.is_cpp);
  const functions = cpp.flatMap(functions_of).map((each) => each.lines);
  console.error(`tidy: ${sources.length} files, C++ median ${median(cpp.map(length_of))} lines a file, ${median(functions)} a function; ${found.length} findings`);
  process.exitCode = found.length ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(resolve(process.argv[2] ?? join(fileURLToPath(import.meta.url), "../../..")));
