import assert from "node:assert/strict";
import { test } from "node:test";
import { check_calls, check_sql } from "./calls.mjs";
import { cpp_functions, script_functions } from "./functions.mjs";
import { check_includes, check_table, inner_headers, private_headers, read_add_rooms, read_rooms } from "./rooms.mjs";
import { affected, flags_of, reach } from "./lint.mjs";
import { blank_out_cpp, Source } from "./source.mjs";
import { check_templates } from "./templates.mjs";
import { check_links, check_text } from "./text.mjs";
import { check, check_lengths } from "./tidy.mjs";

const messages = (found) => found.map(({ path, line, message }) => `${path}:${line}: ${message}`);
const only = (found) => (assert.equal(found.length, 1, messages(found).join("\n") || "nothing found"), found[0]);
const cpp = (text, path = "src/app/x.cpp") => new Source(path, text);
const table = read_rooms("| `base` | x | – | – |\n| `rules` | x | base | – |\n| `app` | x | base | rules |\n| `web` | x | base app | – |\n| `storage` | x | base | – |\n");

test("comments, strings and characters are blanked, lines stay", () => {
  const code = blank_out_cpp('a /* { \n */ "}" \'{\' R"x(\n{"})x" 1\'000\'000 // }\nb');
  assert.equal(code.split("\n").length, 4);
  assert.doesNotMatch(code, /[{}]/);
  assert.match(code, /1'000'000/);
});

test("functions are measured from the signature to the last brace", () => {
  const found = cpp_functions("namespace a {\n\nint f(int x)\n{\n    if (x) {\n        g();\n    }\n}\n} // a\n");
  assert.deepEqual(found, [{ line: 3, lines: 6, name: "f" }]);
});

test("members, initialisers, lambdas, tables and templates are told apart", () => {
  const text = `struct A {
    int a{1};
    std::vector<int> b = {1, 2};
    A(int x) : a{x}, b{}
    {
        run([] { return 1; });
    }
    int size() const { return a; }
};
constexpr std::array<int, 3> numbers{
    1,
    2,
};
enum class E { one, two };
template<typename T> auto g(T t) -> std::vector<T>
{
    return {t};
}
`;
  assert.deepEqual(cpp_functions(text).map(({ name, lines }) => [name, lines]), [["A", 4], ["size", 1], ["g", 4]]);
});

test("functions of a script are measured by its syntax", () => {
  const found = script_functions("const a = `${'}'}`;\nfunction f() {\n  return /[}]/;\n}\nconst g = () => {\n\n};\n");
  assert.deepEqual(found.map(({ name, line, lines }) => [name, line, lines]), [["f", 2, 3], ["(function)", 5, 3]]);
});

test("a file over 400 lines and a function over 60 lines are found, one less is not", () => {
  const long = (lines) => `void f()\n{\n${"    g();\n".repeat(lines - 3)}}\n`;
  assert.equal(check_lengths(cpp(long(60))).length, 0);
  assert.match(only(check_lengths(cpp(long(61)))).message, /f has 61 lines/);
  assert.equal(check_lengths(cpp("int a;\n".repeat(400))).length, 0);
  assert.match(only(check_lengths(cpp("int a;\n".repeat(401)))).message, /401 lines/);
});

test("a room may include only what the table allows, its sources a little more than its headers", () => {
  const include = (path, what) => check_includes(cpp(`#include ${what}\n`, path), table);
  assert.equal(include("src/app/x.cpp", '"rules/judge.hpp"').length, 0);
  assert.match(only(include("src/app/x.hpp", '"rules/judge.hpp"')).message, /in a header/);
  assert.equal(include("src/app/x_test.hpp", '"rules/judge.hpp"').length, 0);
  assert.equal(include("src/app/x_test.hpp", '"cast/cast.hpp"').length, 0);
  assert.match(only(include("src/web/x.cpp", '"storage/people.hpp"')).message, /web may not include/);
  assert.match(only(include("src/web/x.cpp", '"x.hpp"')).message, /not of the form/);
});

test("a header that only its own room reads may include what the sources may", () => {
  const header = cpp('#include "rules/judge.hpp"\n', "src/app/x.hpp");
  const faults = (reader) => check_includes(header, table, new Set(), inner_headers([header, cpp('#include "app/x.hpp"\n', reader)])).length;
  assert.equal(faults("src/app/x.cpp"), 0);
  assert.equal(faults("src/web/x.cpp"), 1);
});

test("heavy libraries stay in the sources of their room", () => {
  const include = (path, what) => check_includes(cpp(`#include ${what}\n`, path), table);
  assert.equal(include("src/web/server.cpp", "<boost/beast.hpp>").length, 0);
  assert.match(only(include("src/web/server.hpp", "<boost/asio/ip/tcp.hpp>")).message, /heavy header/);
  assert.match(only(include("src/app/x.cpp", "<soci/soci.h>")).message, /storage only/);
  assert.match(only(include("src/app/x.cpp", "<toml++/toml.h>")).message, /through "base\/toml\.hpp"/);
  assert.equal(include("src/base/toml.hpp", "<toml++/toml.h>").length, 0);
  assert.equal(include("src/app/x.cpp", '"base/toml.hpp"').length, 0);
  assert.match(only(include("src/app/x.hpp", '"base/toml.hpp"')).message, /heavy header/);
});

test("a header that few sources reach may be heavy", () => {
  const header = cpp("#include <boost/asio/ip/tcp.hpp>\n", "src/web/connection.hpp");
  const reader = (path, what = "web/connection.hpp") => cpp(`#include "${what}"\n`, path);
  const faults = (sources) => check_includes(header, table, private_headers(sources)).length;
  const through = [reader("src/web/server.hpp"), ...["a", "b", "c", "d"].map((name) => reader(`src/web/${name}.cpp`, "web/server.hpp"))];
  assert.equal(faults(through), 0);
  assert.equal(faults([...through, reader("src/web/e.cpp")]), 1);
  assert.equal(faults([...through, reader("src/web/e_test.cpp")]), 0);
});

test("the table of rooms must equal the add_room lines", () => {
  const cmake = read_add_rooms("add_room(base LIBRARIES fmt)\nadd_room(app SEES base USES rules LIBRARIES x)\nadd_room(rules SEES base)\n");
  assert.deepEqual(cmake.get("app"), { headers: ["base"], sources: ["rules"] });
  const same = read_rooms("| `base` | x | – | – |\n| `app` | x | base | rules |\n| `rules` | x | base | – |\n");
  assert.deepEqual(check_table(same, cmake, []), []);
  same.get("app").sources = [];
  assert.match(only(check_table(same, cmake, [])).message, /add_room headers base, sources rules/);
  same.delete("rules");
  assert.equal(check_table(same, cmake, [cpp("", "src/rules/x.cpp")]).length, 3);
});

test("untidy text is found with its line", () => {
  const at = (line, path = "docs/x.md") => messages(check_text(new Source(path, `ok\n${line}\n`)));
  assert.deepEqual(at("Đảng"), []);
  for (const [line, why] of [["Đảng".normalize("NFD"), /NFC/], ["a\r", /Windows/], ["\ta", /tab/], ["a ", /trailing blank/],
    ["// TO" + "DO later", /left-over/], ["cd /wo" + "rk/x", /path of one machine/], ["số 034099012" + "345", /a person's number/]])
    assert.match(at(line)[0] ?? "nothing found", why);
  assert.match(messages(check_text(new Source("a.cpp", "x")))[0], /no line end/);
});

test("invented numbers and numbers inside other words are no person's numbers", () => {
  assert.deepEqual(check_text(new Source("a.cpp", "034099000001 sha-123456789099a 1.5034090123999\n")), []);
});

test("a file over one megabyte is found, binary or not", () => {
  assert.match(only(check_text(new Source("docs/a.png", "", (1 << 20) + 1))).message, /at most 1048576/);
});

test("a link to a file that is not there is found", () => {
  const source = new Source("docs/a.md", "x [a](b.md) [c](../README.md#x) [d](https://example.org)\n");
  assert.match(only(check_links(source, (path) => path === "README.md")).message, /link to b\.md/);
});

test("calls with a better one are found outside comments and strings, and tests may print", () => {
  const calls = (text, path) => messages(check_calls(cpp(text, path)));
  for (const [text, why] of [
    ["std::cout << x;", /only cli/], ["fmt::print(stderr, x);", /only cli/], ["catch (const E& e) { }", /never swallowed/],
    ["catch (...) { f(); }", /throw again/], ["log(e.what());", /personal values/], ["std::stoi(x)", /from_chars/],
    ["localtime_r(&a, &b)", /base\/date/], ["std::chrono::system_clock::now()", /Clock/], ["std::endl", /\\n/],
    ["class PersonManager {", /the noun/], ["std::system(text)", /posix_spawn/], ["GTEST_SKIP()", /FAIL/],
  ]) assert.match(calls(text + "\n")[0] ?? `nothing found in ${text}`, why);
  assert.deepEqual(calls('// std::cout << x;\nauto a = "std::endl";\n'), []);
  assert.deepEqual(calls("std::cout << x;\n", "src/cli/x.cpp"), []);
  assert.deepEqual(calls("catch (...) {\n    undo();\n    throw;\n}\n"), []);
  assert.deepEqual(calls("fmt::print(out, x); timeout(0); next.time(0); blueprint(1);\n"), []);
});

test("a header begins with #pragma once, a comment may stand before it", () => {
  assert.match(only(check_calls(cpp("int f();\n", "src/app/x.hpp"))).message, /pragma once/);
  assert.deepEqual(check_calls(cpp("// what\n#pragma once\n\nint f();\n", "src/app/x.hpp")), []);
});

test("SQL that only one database understands is found in storage", () => {
  const sql = (text, path = "src/storage/x.cpp") => messages(check_sql(cpp(text, path)));
  assert.match(sql('q("SELECT a::text FROM b");')[0], /CAST/);
  assert.match(sql("SELECT * FROM b;\n", "src/storage/x.sql")[0], /by name/);
  assert.match(sql('q("UPDATE a SET b = now()");')[0], /Clock/);
  assert.deepEqual(sql('q("SELECT a FROM b"); std::text t; // a::text'), []);
  assert.deepEqual(sql('q("SELECT a::text");', "src/web/x.cpp"), []);
});

test("a template is used, and every name leads to one", () => {
  const page = new Source("src/web/people/list.mustache", "{{>layout/table}}{{> layout/gone}}\n");
  const part = new Source("src/web/layout/table.mustache", "<table></table>\n");
  const spare = new Source("src/web/layout/spare.mustache", "{{>layout/spare}}\n");
  const handler = cpp('render("people/list", v); render_page("people/lost", v);\n', "src/web/people/list.cpp");
  const found = messages(check_templates([page, part, spare, handler]));
  assert.equal(found.length, 3, found.join("\n"));
  assert.match(found[0], /people\/list\.mustache:1: no template layout\/gone/);
  assert.match(found[1], /people\/list\.cpp:1: no template people\/lost/);
  assert.match(found[2], /spare\.mustache:1: template that no page uses/);
});

test("what the CSP forbids is found in a template", () => {
  const markup = (text) => check_templates([new Source("src/web/a.mustache", text), cpp('render("a", v);', "src/web/a.cpp")]);
  for (const text of ["<script>f()</script>", '<p style="color:red">', '<a onclick="f()">', '<img src="https://example.org/x.png">'])
    assert.equal(markup(text + "\n").length, 1, text);
  assert.equal(markup('<script src="/assets/a.js" defer></script><a href="https://example.org">x</a>\n').length, 0);
});

test("one fault in a whole repository is told once", () => {
  const sources = [
    new Source("docs/rooms.md", "| `base` | x | – | – |\n"), new Source("CMakeLists.txt", "add_room(base)\n"),
    cpp("int f()\n{\n    return std::stoi(x);\n}\n", "src/base/x.cpp"),
  ];
  assert.equal(only(check(sources)).line, 3);
});

test("a source is read again when a header that it reaches has changed", () => {
  const sources = new Map([["src/a/x.cpp", '#include "a/x.hpp"\n'], ["src/a/x.hpp", '#include "base/y.hpp"\n'], ["src/base/y.hpp", ""], ["src/b/z.cpp", ""]]);
  assert.deepEqual(reach("src/a/x.cpp", sources), ["src/a/x.cpp", "src/a/x.hpp", "src/base/y.hpp"]);
  assert.deepEqual(affected(["src/base/y.hpp", "src/gone.cpp"], sources), ["src/base/y.hpp", "src/a/x.cpp"]);
});

test("a header is compiled with the flags of a source", () => {
  assert.deepEqual(flags_of("/usr/bin/c++ -Iinclude -DX=1 -std=c++23 -o x.o -c src/x.cpp"), ["-Iinclude", "-DX=1", "-std=c++23"]);
});
