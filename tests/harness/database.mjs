// Databases for tests: a fresh one, or a copy of the demo province, on the engine that PHUSA_TEST_ENGINE names
// (sqlite, the default, or postgresql). Every place has its own data folder; remove() takes both away.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const top = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const build = process.env.PHUSA_BUILD ?? join(top, "build");
export const binary = join(build, "phusa");
export const engine = process.env.PHUSA_TEST_ENGINE ?? "sqlite";
export const demo_as_of = "2026-06-30";

function server_url() {
  const url = process.env.PHUSA_TEST_POSTGRESQL;
  if (!url) throw new Error("PHUSA_TEST_POSTGRESQL is not set: run through bin/test or tests/harness/postgres.sh");
  return url;
}

function postgres_url(name) {
  const url = new URL(server_url());
  url.pathname = `/${name}`;
  return url.href;
}

const run_sql = (sql) => execFileSync("psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", `--dbname=${server_url()}`, `--command=${sql}`], { stdio: ["ignore", "ignore", "pipe"] });

// Runs a command of phusa on a place and answers its standard output; throws when it does not exit 0.
export function phusa(place, args, input = "") {
  return execFileSync(binary, args, { env: environment(place), input, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "pipe"] });
}

export function environment(place) {
  const { PHUSA_DB, PHUSA_DATA, PHUSA_LISTEN, ...rest } = process.env;
  return { ...rest, PHUSA_DB: place.db, PHUSA_DATA: place.data };
}

// An empty place: nothing is migrated, the data folder is there and empty.
export function new_place() {
  const data = mkdtempSync(join(tmpdir(), "phusa-test-"));
  if (engine === "sqlite") return place_of(data, `sqlite:${data}/phusa.db`, () => {});
  const name = `phusa_${randomBytes(6).toString("hex")}`;
  run_sql(`CREATE DATABASE ${name}`);
  return place_of(data, postgres_url(name), () => run_sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function place_of(data, db, drop_database) {
  const remove = () => {
    drop_database();
    rmSync(data, { recursive: true, force: true });
  };
  return { data, db, remove };
}

// A copy of the demo province, built once for each binary and engine.
export function demo_place() {
  const master = demo_master();
  const data = mkdtempSync(join(tmpdir(), "phusa-test-"));
  cpSync(master.data, data, { recursive: true });
  if (engine === "sqlite") return place_of(data, `sqlite:${data}/phusa.db`, () => {});
  const name = `phusa_${randomBytes(6).toString("hex")}`;
  run_sql(`CREATE DATABASE ${name} TEMPLATE ${master.database}`);
  return place_of(data, postgres_url(name), () => run_sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function demo_master() {
  const { size, mtimeMs } = statSync(binary);
  const key = `${engine}_${size}_${Math.round(mtimeMs)}` + (engine === "sqlite" ? "" : `_${new URL(server_url()).port}`);
  const folder = join(build, "test-demo", key);
  const master = { data: join(folder, "data"), database: `phusa_demo_${size}_${Math.round(mtimeMs)}` };
  if (!existsSync(join(folder, "done"))) with_lock(`${folder}.lock`, () => existsSync(join(folder, "done")) || build_demo(folder, master));
  return master;
}

function build_demo(folder, master) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(master.data, { recursive: true });
  if (engine !== "sqlite") {
    run_sql(`DROP DATABASE IF EXISTS ${master.database} WITH (FORCE)`);
    run_sql(`CREATE DATABASE ${master.database}`);
  }
  const db = engine === "sqlite" ? `sqlite:${master.data}/phusa.db` : postgres_url(master.database);
  phusa({ data: master.data, db }, ["demo", "--as-of", demo_as_of]);
  writeFileSync(join(folder, "done"), "");
}

// Test files run in processes of their own; whoever comes first builds, the others wait for it.
function with_lock(lock, work) {
  mkdirSync(join(build, "test-demo"), { recursive: true });
  while (!take(lock)) {
    const owner = Number(existsSync(join(lock, "pid")) && readFileSync(join(lock, "pid"), "utf8"));
    if (owner && !is_alive(owner)) rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(lock, "pid"), String(process.pid));
  return true;
}

function is_alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
