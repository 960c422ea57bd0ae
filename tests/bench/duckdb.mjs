// The same questions over the same rows, here and in DuckDB: prepared, warm, two threads, its time taken inside the
// engine. Prints milliseconds of both and how many times quicker we are; stops where the answers differ.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../harness/database.mjs";

const bench = join(build, "stats_bench");
const codes = Array.from({ length: 12 }, (_, i) => `d${i}`);
const runs = 15, warm_runs = 3;

const total_of = (table, ...where) => `FROM ${table} WHERE ${where.join(" AND ")}`;
const year = (number) => `day BETWEEN DATE '${number}-01-01' AND DATE '${number}-12-31'`;
const among = (dimension, ...values) => `d${dimension} IN (${values.join(", ")})`;
const counts = (conditions) => conditions.map((each, i) => `count(*) FILTER (WHERE ${each}) AS n${i}`).join(", ");

// As stats_bench.cpp asks; each question is one statement or two.
function questions(table) {
  const rows = Array.from({ length: 45 }, (_, i) => among(i % 12, i % 4, (i % 4) + 1));
  const article = [
    ...Array.from({ length: 16 }, (_, i) => among(i % 6, i % 15, (i + 3) % 15)),
    ...[0, 1, 2].map((band) => `age >= ${216 + band * 156} AND age < ${216 + (band + 1) * 156}`),
  ];
  const province = `(SELECT (max(position) + 1) // 34 FROM ${table})`;
  return {
    form_of_admissions: [2011, 2010].map((each) => `SELECT ${counts(rows)} ${total_of(table, year(each))}`),
    story: [`SELECT ${counts(article)} ${total_of(table, "day BETWEEN DATE '2007-01-01' AND DATE '2012-03-31'")}`],
    pivot_by_year: [`SELECT count(*) AS n FROM ${table} GROUP BY d0, year`],
    pivot_of_codes: [`SELECT count(*) AS n FROM ${table} GROUP BY d0, d1`],
    pivot_with_ages: [`SELECT count(*) AS n, sum(age) AS months FROM ${table} WHERE ${among(2, 1, 4, 7)} GROUP BY d0, d1`],
    pivot_of_provinces: [`SELECT count(*) AS n ${total_of(table, "day BETWEEN DATE '2004-01-01' AND DATE '2023-12-31'",
      `position < 34 * ${province}`)} GROUP BY position // ${province}, year`],
  };
}

async function load(connection, table, folder) {
  const file = join(folder, `${table}.csv`);
  const out = openSync(file, "w");
  const { status } = spawnSync(bench, ["rows", table], { stdio: ["ignore", out, "inherit"] });
  closeSync(out);
  if (status !== 0) throw new Error(`${bench} rows ended with ${status}`);
  const types = ["position", "day", "age", ...codes].map((name) => `'${name}': '${codes.includes(name) ? "UTINYINT" : "UINTEGER"}'`);
  await connection.run(`CREATE TABLE ${table} AS SELECT position, DATE '1900-01-01' + day::INTEGER AS day, age::USMALLINT AS age,
    year(DATE '1900-01-01' + day::INTEGER)::USMALLINT AS year, ${codes} FROM read_csv('${file}', header = false, columns = {${types}})`);
  rmSync(file);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const sum = (rows) => rows.flat().reduce((all, value) => all + Number(value), 0);

// The time of the engine alone, in milliseconds, and what all numbers of the answer come to.
async function asked(connection, statements, profile) {
  let milliseconds = 0, total = 0;
  for (const statement of statements) {
    const prepared = await connection.prepare(statement);
    const times = [];
    for (let run = 0; run < warm_runs + runs; ++run) {
      const answer = await prepared.runAndReadAll();
      if (run === 0) total += sum(answer.getRows());
      times.push(JSON.parse(readFileSync(profile, "utf8")).latency * 1000);
    }
    milliseconds += median(times.slice(warm_runs));
  }
  return { milliseconds, total };
}

function ours() {
  const names = "form_of_admissions|story/|pivot";
  const { status, stdout } = spawnSync(bench, [`--benchmark_filter=${names}`, "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true",
    "--benchmark_min_time=0.2", "--benchmark_format=json"], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) throw new Error(`${bench} ended with ${status}`);
  const medians = JSON.parse(stdout).benchmarks.filter((each) => each.aggregate_name === "median");
  return Object.fromEntries(medians.map((each) => [each.run_name.replace("/real_time", ""), { milliseconds: each.real_time / 1000, total: each.total }]));
}

async function main({ DuckDBInstance }) {
  const folder = mkdtempSync(join(tmpdir(), "phusa-duckdb-"));
  try {
    const known = ours();
    const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
    const connection = await instance.connect();
    const profile = join(folder, "profile.json");
    const figures = { duckdb: (await connection.runAndReadAll("SELECT version()")).getRows()[0][0] };
    for (const [table, rows] of [["province", 60_000], ["country", 6_000_000], ["people", 6_000_000]]) {
      await load(connection, table, folder);
      await connection.run("SET enable_profiling = 'json'");
      await connection.run(`SET profiling_output = '${profile}'`);
      for (const [name, statements] of Object.entries(questions(table))) {
        const mine = known[table === "people" ? `${name}_of_people` : `${name}/${rows}`];
        if (!mine) continue;
        const theirs = await asked(connection, statements, profile);
        if (theirs.total !== mine.total) throw new Error(`${name} over ${table}: ${theirs.total} there, ${mine.total} here`);
        figures[`${name}/${table}`] = { phusa_ms: mine.milliseconds, duckdb_ms: theirs.milliseconds, times_quicker: theirs.milliseconds / mine.milliseconds };
      }
      await connection.run("SET enable_profiling = 'no_output'");
    }
    console.log(JSON.stringify(figures, null, 2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const duckdb = await import("@duckdb/node-api").catch(() => null);
if (duckdb) await main(duckdb);
else {
  const left_out = "@duckdb/node-api is not installed (70 MB that nothing else needs): npm install --no-save @duckdb/node-api@1.5.6-r.1";
  console.error(`bench duckdb: ${left_out}`);
  console.log(JSON.stringify({ left_out }));
}
