// phusa demo, and the article's paragraph told from it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { binary, demo_as_of, demo_place, environment, new_place, phusa } from "../harness/database.mjs";
import { demo_users } from "../harness/users.mjs";

let place;
const places = [];
before(() => {
  place = demo_place();
  places.push(place);
});
after(() => places.forEach((one) => one.remove()));

const run = (where, args) => spawnSync(binary, args, { env: environment(where), encoding: "utf8", timeout: 120_000 });
const json = (where, args) => JSON.parse(phusa(where, [...args, "--json"]));

test("the story without options is the article's, with all its counts", () => {
  const { text, period } = json(place, ["report", "story"]);
  assert.deepEqual(period, { from: "2007-01-01", to: "2012-03-31" });
  const counts = ["10.986", "6.658, chiếm 60,6%", "6.428, chiếm 58,5%", "1.624, chiếm 14,8%", "4.249, chiếm 38,7%",
    "721, chiếm 6,6%", "2.733, chiếm 24,9%", "6.534, chiếm 59,5%", "3.580, chiếm 32,6%", "872, chiếm 7,9%",
    "93,2%", "6,8%", "25,6%", "24,2%", "25,4%", "0,97%", "29,5 tuổi", "năm sau cao hơn năm trước"];
  for (const count of counts) assert.ok(text.includes(count), `${count} is not in: ${text}`);
});

test("a second demo is refused and changes nothing", () => {
  const head = () => json(place, ["audit", "verify"]);
  const earlier = head();
  const refused = run(place, ["demo"]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /--db/);
  assert.equal(refused.stderr.trim().split("\n").length, 1);
  assert.deepEqual(head(), earlier);
});

test("a day before the article's end is refused before anything is made", () => {
  const empty = new_place();
  places.push(empty);
  const refused = run(empty, ["demo", "--as-of", "2012-03-30"]);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /--as-of/);
  assert.deepEqual(readdirSync(empty.data), []);
  assert.equal(run(empty, ["demo", "--as-of", "30/3/2012"]).status, 2);
  assert.equal(run(empty, ["demo", "--seed", "many"]).status, 2);
});

test("there is a user for every role, and only the owner can read their passwords", () => {
  assert.equal(statSync(join(place.data, "demo-users.txt")).mode & 0o777, 0o600);
  const users = demo_users(place);
  assert.equal(users.size, 9);
  assert.equal(new Set([...users.values()].map((user) => user.password)).size, 9);
  for (const user of users.values()) assert.ok(user.password.length >= 16, user.name);
});

test("the same seed and day make the same province on an empty register", () => {
  const again = new_place();
  places.push(again);
  const made = json(again, ["demo", "--as-of", demo_as_of]);
  assert.equal(made.seed, 1);
  assert.ok(made.people > 57_000 && made.people < 63_000, String(made.people));
  const question = ["report", "story", "--period", "2024"];
  assert.equal(phusa(again, question), phusa(place, question));
});
