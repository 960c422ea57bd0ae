// A sheet of 50,000 members with 137 planted faults in both ways of XLSX, on SQLite and on PostgreSQL: time and peak
// memory of `phusa import`, whether exactly the planted cells are reported, whether an undo gives back the same content;
// the export of those members as XLSX; and, on SQLite, a CSV of a million rows.
// The import is run several times, each into a register of its own: the median counts, all of them are told.
//   PHUSA_BENCH_MILLION=0 leaves the million out; PHUSA_BENCH_RUNS=9 runs the import nine times and not three.
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { content_of } from "../harness/content.mjs";
import { binary, engine, environment, new_place, phusa } from "../harness/database.mjs";
import { members_csv, planted_sheet, unit_codes, units_csv } from "../harness/planted.mjs";
import { write_xlsx } from "../harness/xlsx_file.mjs";

const rows = 50_000, planted = 137, million = 1_000_000, communes = 30, cells = 20;
const runs = Number(process.env.PHUSA_BENCH_RUNS ?? 3);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const codes = unit_codes(communes, cells);

// Seconds, the peak of resident memory in KB, and what was said.
async function timed(place, ...options) {
  const begun = process.hrtime.bigint();
  const running = spawn(binary, options, { env: environment(place) });
  let said = "", peak_kb = 0;
  running.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  const watch = setInterval(() => {
    try {
      peak_kb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${running.pid}/status`, "utf8"))?.[1] ?? peak_kb);
    } catch { /* it has just ended */ }
  }, 10);
  const [code] = await once(running, "close");
  clearInterval(watch);
  if (code > 1) throw new Error(`phusa ended with ${code}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, peak_kb, said };
}

const import_members = (place, file) => timed(place, "import", file, "--kind", "members", "--json");

async function sheet_figures(shared) {
  const { sheet, wrong } = planted_sheet(rows, planted, codes);
  return with_units(async (place) => {
    const file = join(place.data, "members.xlsx");
    write_xlsx(file, sheet, { shared });
    const each = [];
    for (let run = 1; run < runs; ++run) each.push(await with_units(async (other) => (await import_members(other, file)).seconds));
    const before = content_of(place);
    const { seconds, peak_kb, said } = await import_members(place, file);
    each.push(seconds);
    const answer = JSON.parse(said);
    const reported = answer.errors.map(({ row, column }) => ({ row, column }));
    const out = await timed(place, "export", "members", "-o", join(place.data, "out.xlsx"));
    const undo = await timed(place, "import", "--undo", String(answer.import_id), "--json");
    return { rows: answer.rows, written: answer.written, file_kb: Math.round(statSync(file).size / 1024),
      seconds: median(each), each, budget_seconds: 3, peak_kb, kb_a_row: peak_kb / answer.rows, budget_kb_a_row: 4, planted,
      reported: reported.length, reported_exactly: JSON.stringify(reported) === JSON.stringify(wrong),
      export_xlsx_seconds: out.seconds, export_peak_kb: out.peak_kb, undo_seconds: undo.seconds,
      same_content_after_undo: JSON.stringify(content_of(place)) === JSON.stringify(before),
      again_after_undo_seconds: (await import_members(place, file)).seconds };
  });
}

async function million_figures(place) {
  const file = join(place.data, "million.csv");
  const out = createWriteStream(file);
  for (const piece of members_csv(million, codes)) if (!out.write(piece)) await once(out, "drain");
  out.end();
  await once(out, "close");
  const { seconds, peak_kb, said } = await import_members(place, file);
  const answer = JSON.parse(said);
  return { rows: answer.rows, written: answer.written, file_kb: Math.round(statSync(file).size / 1024), seconds, budget_seconds: 20, peak_kb };
}

// Works on a register of its own that has the units and nobody in them.
async function with_units(work) {
  const place = new_place();
  try {
    const units = join(place.data, "units.csv");
    writeFileSync(units, units_csv(communes, cells));
    phusa(place, ["import", units, "--kind", "organisations"]);
    return await work(place);
  } finally {
    place.remove();
  }
}

async function figures() {
  const found = { inline: await sheet_figures(false), shared: await sheet_figures(true) };
  if (engine === "sqlite" && process.env.PHUSA_BENCH_MILLION !== "0") found.million = await with_units(million_figures);
  return found;
}

// The same on a PostgreSQL of its own.
function figures_on_postgresql() {
  const script = fileURLToPath(import.meta.url);
  const options = { env: { ...process.env, PHUSA_TEST_ENGINE: "postgresql" }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };
  const done = spawnSync("tests/harness/postgres.sh", [process.execPath, script], options);
  if (done.status !== 0) throw new Error("the bench on PostgreSQL did not end well");
  return JSON.parse(done.stdout);
}

if (engine === "postgresql") console.log(JSON.stringify(await figures(), null, 2));
else console.log(JSON.stringify({ sqlite: await figures(), postgresql: figures_on_postgresql() }, null, 2));
