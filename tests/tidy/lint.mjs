// clang-tidy on sources and each header compiled alone, in parallel; what passed once with the same text is not read again.
// Usage: node tests/tidy/lint.mjs BUILD [PATH...]   without PATH: everything. Paths are as git names them.
// Exit 1 when something was found. PHUSA_JOBS: how many at once.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { read_repository } from "./source.mjs";

const top = resolve(fileURLToPath(import.meta.url), "../../..");
const version = "1"; // of what is asked of a file; a new number forgets what passed

// The project files that a source reads, itself among them, in a fixed order.
export function reach(path, sources) {
  const seen = new Set([path]);
  for (const each of seen)
    for (const [, included] of (sources.get(each) ?? "").matchAll(/^\s*#\s*include\s*"([^"]+)"/gm))
      for (const candidate of [`src/${included}`, `tests/${included}`]) if (sources.has(candidate)) seen.add(candidate);
  return [...seen].sort();
}

function fingerprint(path, sources, command) {
  const hash = createHash("sha256").update(version).update(readFileSync(join(top, ".clang-tidy"))).update(command);
  for (const each of reach(path, sources)) hash.update(`\0${each}\0`).update(sources.get(each));
  return hash.digest("hex");
}

// What to check for the changed paths: changed sources and headers, and for each changed header one source that reads it.
export function affected(paths, sources) {
  const chosen = new Set(paths.filter((path) => sources.has(path)));
  for (const header of paths.filter((path) => path.endsWith(".hpp") && sources.has(path))) {
    const own = header.replace(/\.hpp$/, ".cpp");
    const reader = sources.has(own) ? own : [...sources.keys()].find((path) => path.endsWith(".cpp") && reach(path, sources).includes(header));
    if (reader) chosen.add(reader);
  }
  return [...chosen];
}

function run(program, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(program, args, { cwd: options.cwd ?? top, stdio: ["pipe", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (bytes) => (said += bytes));
    child.stderr.on("data", (bytes) => (said += bytes));
    child.on("error", (error) => settle({ ok: false, said: String(error) }));
    child.on("close", (code) => settle({ ok: code === 0, said }));
    child.stdin.on("error", () => {}); // a compiler that stops early says why itself
    child.stdin.end(options.input ?? "");
  });
}

const noise = /^\d+ warnings?|^Suppressed|^Use -header-filter|^Error while processing/;
const tell = (said) => said.split("\n").filter((line) => !noise.test(line)).map((line) => line.replace(/^\S*\/\.rooms\/\w+\//, "src/").replace(`${top}/`, "")).join("\n").trim();

// The flags of a source's compile command without compiler, input and output.
export function flags_of(command) {
  const words = command.split(/\s+/);
  const start = words.findIndex((word) => word.startsWith("-"));
  const flags = [];
  for (let at = start; at < words.length; ++at) {
    if (words[at] === "-o") ++at;
    else if (words[at] !== "-c") flags.push(words[at]);
  }
  return flags.filter((word) => word.startsWith("-") && !word.startsWith("-M"));
}

async function compile_alone(path, command) {
  const input = `#include "${path.replace(/^(src|tests)\//, "")}"\n`;
  const { ok, said } = await run("g++", [...flags_of(command.replaceAll('\\"', '"')), "-fsyntax-only", "-x", "c++", "-"], { input });
  return { ok, said: tell(said) };
}

async function clang_tidy(path, build) {
  const { ok, said } = await run("clang-tidy-19", ["-p", build, "--quiet", "--extra-arg=-w", join(top, path)]);
  return { ok, said: tell(said) };
}

// The command that a header is compiled with: that of a source in its own folder or room; of a test, for a header of
// tests, which may see more.
function command_for(path, commands) {
  const is_test = (name) => /_test\.[ch]pp$/.test(name);
  const alike = [...commands].filter(([source]) => is_test(source) === is_test(path));
  for (let folder = path; folder.includes("/");) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    const near = alike.find(([source]) => source.startsWith(`${folder}/`));
    if (near) return near[1];
  }
  return [...commands.values()][0];
}

async function main(build, paths) {
  const sources = new Map(read_repository(top).filter((source) => source.is_cpp).map((source) => [source.path, source.text]));
  const database = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"));
  const commands = new Map(database.map((entry) => [entry.file.replace(`${top}/`, ""), entry.command]));
  const passed = join(build, "tidy-cache");
  mkdirSync(passed, { recursive: true });

  const work = (paths.length ? affected(paths, sources) : [...sources.keys()])
    .filter((path) => path.endsWith(".hpp") || commands.has(path))
    .map((path) => ({ path, command: commands.get(path) ?? command_for(path, commands) }))
    .map((item) => ({ ...item, mark: join(passed, fingerprint(item.path, sources, item.command)) }))
    .filter(({ mark }) => !existsSync(mark));

  let found = 0;
  const queue = [...work];
  const worker = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const { ok, said } = item.path.endsWith(".hpp") ? await compile_alone(item.path, item.command) : await clang_tidy(item.path, build);
      if (ok) writeFileSync(item.mark, "");
      else console.error(`lint: ${item.path}\n${said}\n`), ++found;
    }
  };
  await Promise.all(Array.from({ length: Number(process.env.PHUSA_JOBS) || availableParallelism() }, worker));
  console.error(`lint: ${work.length} files read, ${sources.size - work.length} as before or not asked; ${found} with findings`);
  process.exitCode = found ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(resolve(process.argv[2]), process.argv.slice(3));
