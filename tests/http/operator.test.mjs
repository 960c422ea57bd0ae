// What serve refuses, and the commands of an operator: migrate, user, audit, backup, restore, doctor, version.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { binary, environment, new_place, phusa } from "../harness/database.mjs";

const password = "phu sa boi dap dong bang";
const places = [];
after(() => places.forEach((place) => place.remove()));

function fresh_place() {
  places.push(new_place());
  return places.at(-1);
}

const run = (place, args, input = "") => spawnSync(binary, args, { env: environment(place), input, encoding: "utf8", timeout: 30_000 });
const json = (place, args, input) => JSON.parse(phusa(place, [...args, "--json"], input));

function place_with_users() {
  const place = fresh_place();
  phusa(place, ["user", "add", "quan.tri", "--role", "administrator", "--on", "99"], password);
  return place;
}

test("the key is made for its owner alone, and refused when others can read it", () => {
  const place = place_with_users();
  const key = join(place.data, "phusa.key");
  assert.equal(statSync(key).mode & 0o777, 0o600);
  assert.equal(statSync(key).size, 32);
  chmodSync(key, 0o644);
  const refused = run(place, ["user", "list"]);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /chmod 600/);
});

test("serve stays on this machine without TLS", () => {
  const place = place_with_users();
  const refused = run(place, ["serve", "--listen", "0.0.0.0:0"]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /TLS/);
  assert.equal(run(place, ["serve", "--listen", "nowhere"]).status, 2);
  assert.equal(run(place, ["serve", "--tls-cert", "x.pem"]).status, 2);
});

test("migrate says what it did, and nothing the second time", () => {
  const place = fresh_place();
  assert.ok(json(place, ["migrate"]).applied.length > 0);
  assert.deepEqual(json(place, ["migrate"]).applied, []);
});

test("options stand before or after the command", () => {
  const place = place_with_users();
  assert.equal(JSON.parse(phusa(place, ["--json", "user", "list"])).total, 1);
  assert.equal(JSON.parse(phusa(place, ["user", "list", "--json", "--db", place.db])).total, 1);
  assert.match(phusa(place, ["version"]), /^phusa \d+\.\d+\.\d+\n$/);
});

test("user add refuses what it should, in one line", () => {
  const place = place_with_users();
  for (const [args, input, status] of [
    [["user", "add", "ai.do", "--role", "king", "--on", "99"], password, 2],
    [["user", "add", "ai.do", "--role", "auditor", "--on", "12"], password, 2],
    [["user", "add", "ai.do", "--role", "auditor"], password, 2],
    [["user", "add", "ai.do", "--role", "auditor", "--on", "99"], "ngắn", 2],
    [["user", "add", "ai.do", "--role", "auditor", "--on", "99"], "", 2],
    [["user", "add", "Có Dấu", "--role", "auditor", "--on", "99"], password, 2],
    [["user", "add", "quan.tri", "--role", "auditor", "--on", "99"], password, 1],
    [["user", "token", "khong.co"], "", 1],
  ]) {
    const refused = run(place, args, input);
    assert.equal(refused.status, status, args.join(" "));
    assert.equal(refused.stderr.trim().split("\n").length, 1, refused.stderr);
    assert.equal(refused.stdout, "");
  }
});

test("audit verify holds for the whole life of a place", () => {
  const place = place_with_users();
  phusa(place, ["user", "token", "quan.tri"]);
  const verdict = json(place, ["audit", "verify"]);
  assert.equal(verdict.ok, true);
  assert.ok(verdict.rows >= 3);
  assert.match(verdict.head, /^[0-9a-f]{64}$/);
});

test("a row that was changed behind our back is found, exit 1", () => {
  const place = place_with_users();
  const sql = "UPDATE audit_row SET actor_name = 'ai.do' WHERE number = 2";
  if (place.db.startsWith("sqlite:")) execFileSync("sqlite3", [place.db.slice("sqlite:".length), sql]);
  else execFileSync("psql", ["--quiet", `--dbname=${place.db}`, `--command=${sql}`]);
  const found = run(place, ["audit", "verify", "--json"]);
  assert.equal(found.status, 1);
  assert.equal(JSON.parse(found.stdout).fault.row, 2);
});

test("a backup is restored into an empty place with the same key, and only there", () => {
  const [from, to] = [place_with_users(), fresh_place()];
  const file = join(from.data, "ban-sao.phusa");
  const made = json(from, ["backup", "-o", file]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(run(from, ["backup", "-o", file]).status, 1, "never over a file");
  assert.equal(json(from, ["verify-backup", file]).rows, made.rows);
  assert.notEqual(run(to, ["restore", file]).status, 0, "not with another key");
  copyFileSync(join(from.data, "phusa.key"), join(to.data, "phusa.key"));
  chmodSync(join(to.data, "phusa.key"), 0o600);
  assert.equal(json(to, ["restore", file]).audit_head, made.audit_head);
  assert.equal(json(to, ["user", "list"]).items[0].name, "quan.tri");
  assert.equal(json(to, ["audit", "verify"]).ok, true);
  assert.equal(run(to, ["restore", file]).status, 1, "not over a register");
});

test("a damaged backup is refused", () => {
  const place = place_with_users();
  const file = join(place.data, "hong.phusa");
  phusa(place, ["backup", "-o", file]);
  chmodSync(file, 0o600);
  writeFileSync(file, "x", { flag: "r+" });
  assert.notEqual(run(place, ["verify-backup", file]).status, 0);
});

test("the doctor finds a new place in order", () => {
  const place = place_with_users();
  const checks = json(place, ["doctor"]).checks;
  assert.deepEqual(checks.filter((check) => check.state === "bad"), []);
  assert.deepEqual(checks.map((check) => check.check).slice(0, 3), ["data_folder", "key_file", "database"]);
});

test("a database that cannot be had is exit 3 and one line without its password", () => {
  const place = fresh_place();
  const broken = spawnSync(binary, ["doctor", "--db", "postgresql://ai:bi-mat-cua-toi@127.0.0.1:1/khong"], { env: environment(place), encoding: "utf8" });
  assert.equal(broken.status, 3);
  assert.equal(broken.stderr.trim().split("\n").length, 1);
  assert.doesNotMatch(broken.stderr, /bi-mat-cua-toi/);
});
