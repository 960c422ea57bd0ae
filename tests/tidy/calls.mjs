// Calls that have a better one here. Each rule: where it holds, what it finds, what to use instead.
import { finding } from "./source.mjs";

const in_rooms = (...rooms) => (source) => rooms.includes(source.room);
const not_in = (...paths) => (source) => source.room && !paths.some((path) => source.path.startsWith(path));
const anywhere = (source) => source.is_cpp;
const untested = (where) => (source) => where(source) && !source.is_test;
const header = (source) => source.path.endsWith(".hpp");

export const rules = [
  { where: untested(not_in("src/cli/")), finds: /\bstd::(cout|cerr|clog)\b|\b(?:std::|fmt::)?f?print(?:f|ln)?\s*\(\s*(?:std(?:out|err)\b|")/, instead: "return it; only cli speaks to the terminal" },
  { where: anywhere, finds: /\bcatch\s*\([^)]*\)\s*\{\s*\}/, instead: "an exception is handled or left alone, never swallowed" },
  { where: untested(not_in("src/cli/main.cpp", "src/web/")), finds: /\bcatch\s*\(\s*\.\.\.\s*\)(?!\s*\{[^{}]*throw)/, instead: "throw again after cleaning up; an exception ends only in the web dispatcher and in cli/main.cpp" },
  { where: untested(not_in("src/cli/main.cpp")), finds: /[.>]what\(\)/, instead: "a sentence of our own: what() can hold personal values" },
  { where: anywhere, finds: /\b(?:std::)?s?rand\s*\(|\bstd::(random_device|mt19937(_64)?)\b/, except: (source) => source.is_test, instead: "random bytes of base/sealing.hpp, or a seeded generator of our own for the demo" },
  { where: anywhere, finds: /\b(localtime(_r)?|gmtime|mktime|asctime(_r)?)\s*\(/, instead: "base/date.hpp and base/clock.hpp" },
  { where: not_in("src/base/clock"), finds: /\bsystem_clock::now\b|(?<![\w:.>])time\s*\(\s*(nullptr|NULL|0)\s*\)/, except: (source) => source.is_test, instead: "the Clock of base/clock.hpp, so that a test can set the day" },
  { where: anywhere, finds: /\b(atoi|atol|atoll|atof|strto[a-z]+)\s*\(|\bstd::sto[a-z]+\s*\(/, except: (source) => source.is_test, instead: "std::from_chars: it reads all of the text or says so" },
  { where: anywhere, finds: /(?<![\w:.>])(?:std::)?(strcpy|strcat|sprintf|vsprintf|gets|strtok)\s*\(/, instead: "std::string and fmt" },
  { where: anywhere, finds: /(?<![\w.>])(?:std::|::)?(system|popen)\s*\(\s*[^)]/, instead: "posix_spawn with a list of arguments and a time limit" },
  { where: anywhere, finds: /\bstd::regex\b/, except: (source) => source.is_test, instead: "a small reader: std::regex overflows the stack on long input" },
  { where: not_in("src/base/toml.hpp"), finds: /#\s*include\s*<toml\+\+/, instead: "base/toml.hpp: one setting of toml++ for the whole program" },
  { where: anywhere, finds: /\bstd::endl\b/, instead: "'\\n'" },
  { where: anywhere, finds: /\.detach\(\)/, instead: "std::jthread: a thread ends before what it uses" },
  { where: header, finds: /\busing\s+namespace\b/, instead: "the full name; a header decides for everybody" },
  { where: anywhere, finds: /#\s*define\s+NDEBUG\b/, instead: "an assert that stays on" },
  { where: anywhere, finds: /\b(GTEST_SKIP|DISABLED_\w+)\b/, instead: "FAIL, saying what is missing: a skipped test is taken for a passed one" },
  { where: anywhere, finds: /\b(?:class|struct)\s+\w+(Manager|Utils?|Service|Data|Impl)\b/, instead: "the noun that the office uses" },
];

// Inside the SQL of storage/, where both databases must understand it.
export const sql_rules = [
  { finds: /(?<=[\w)'?])::\s*(text|int|integer|bigint|smallint|date|json|jsonb|numeric|uuid|bytea|boolean|timestamptz?|regclass)\b/i, instead: "CAST(x AS type): SQLite does not know ::" },
  { finds: /\bselect\s+\*/i, instead: "the columns by name" },
  { finds: /\bnow\s*\(\s*\)|\bcurrent_(timestamp|date|time)\b|\bdatetime\s*\(\s*'now'/i, instead: "an instant of the Clock, bound as a value" },
];

export function check_calls(source) {
  if (!source.is_cpp) return [];
  const found = rules.filter((rule) => rule.where(source) && !rule.except?.(source))
    .flatMap((rule) => matches(source, source.code, rule));
  if (header(source) && !/^\s*(?:\/\/[^\n]*\n\s*)*#pragma once\n/.test(source.text))
    found.push(finding(source, 1, "a header begins with #pragma once"));
  return found;
}

export function check_sql(source) {
  if (!in_rooms("storage")(source) || source.is_test) return [];
  if (source.is_cpp) return sql_rules.flatMap((rule) => matches(source, source.strings, rule));
  return source.path.endsWith(".sql") ? sql_rules.flatMap((rule) => matches(source, source.text.replace(/--[^\n]*/g, ""), rule)) : [];
}

function matches(source, text, rule) {
  const all = [...text.matchAll(new RegExp(rule.finds.source, rule.finds.flags + "gs"))];
  return all.map((match) => finding(source, line_in(text, match.index), `${match[0].trim().replace(/\s+/g, " ")}: instead ${rule.instead}`));
}

const line_in = (text, offset) => text.slice(0, offset).split("\n").length;
