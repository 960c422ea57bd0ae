// All that the register says now, as text: every column of every row that stands, but for the numbers of versions and of
// audit rows. Two registers that say the same have the same content.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

const tables = ["organisation_version", "succession", "person_version", "person_identity", "admission", "membership_event", "dossier", "dossier_act", "dossier_move"];
const follow = ["person_admitted", "organisation_place"]; // what is kept beside the facts for lists
const unlike = new Set(["version", "recorded_in", "replaced_in"]);

function asked(place, sql) {
  const options = { encoding: "utf8", maxBuffer: 1 << 30 };
  if (place.db.startsWith("sqlite:")) return execFileSync("sqlite3", [place.db.slice("sqlite:".length), sql], options);
  return execFileSync("psql", ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", `--dbname=${place.db}`, `--command=${sql}`], options);
}

function columns_of(place, table) {
  const sql = place.db.startsWith("sqlite:") ? `SELECT name FROM pragma_table_info('${table}')` : `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}'`;
  return asked(place, sql).trim().split("\n").filter((name) => name && !unlike.has(name)).sort();
}

// By table: how many rows stand, and a hash of them.
export function content_of(place) {
  const content = {};
  for (const table of [...tables, ...follow]) {
    const columns = columns_of(place, table);
    const standing = follow.includes(table) ? "" : " WHERE replaced_in IS NULL";
    const rows = asked(place, `SELECT ${columns.join(", ")} FROM ${table}${standing}`).split("\n").filter(Boolean).sort();
    content[table] = { rows: rows.length, hash: createHash("sha256").update(rows.join("\n")).digest("hex") };
  }
  return content;
}
