// Dossiers as programs see them: /api/v1/dossiers and `phusa dossier` say the same, and record acts by the same rules.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { binary, demo_as_of, demo_place, environment, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, open_one;
const tokens = {};

before(async () => {
  place = demo_place();
  const users = demo_users(place);
  for (const role of ["auditor", "cell_secretary", "province_commission", "mass_organisation"])
    tokens[role] = phusa(place, ["user", "token", users.get(role).name]).trim();
  server = await start_server(place);
  open_one = (await ask("/api/v1/dossiers?stage=preparing&limit=1")).value.items[0];
});

after(async () => {
  await server?.stop();
  place?.remove();
});

async function ask(path, { role = "auditor", body } = {}) {
  const answer = await fetch(server.url + path, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${tokens[role]}`, ...(body ? { "content-type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, value: text ? JSON.parse(text) : null };
}

const cli = (args, input) => spawnSync(binary, ["dossier", ...args], { env: environment(place), encoding: "utf8", input, timeout: 60_000 });
const cli_json = (args) => JSON.parse(cli([...args, "--json"]).stdout);

test("stages divide the whole list, and the pages go through it once", async () => {
  const all = (await ask("/api/v1/dossiers?stage=all&limit=1")).value.total;
  const stages = ["preparing", "verifying", "introducing", "cell_vote", "committee_vote", "decision", "ceremony", "probation",
    "recognition_vote", "recognition_decision", "recognised", "refused", "removed", "stopped"];
  let sum = 0;
  for (const stage of stages) sum += (await ask(`/api/v1/dossiers?stage=${stage}&limit=1`)).value.total;
  assert.ok(all > 500, `${all}`);
  assert.equal(sum, all);
  const ids = [];
  for (let cursor = ""; cursor !== null; ) {
    const page = (await ask(`/api/v1/dossiers?stage=cell_vote&limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).value;
    ids.push(...page.items.map((item) => item.id));
    cursor = page.next;
  }
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, (await ask("/api/v1/dossiers?stage=cell_vote&limit=1")).value.total);
});

test("the command line lists and shows the same", async () => {
  const listed = cli_json(["list", "--stage", "probation"]);
  assert.equal(listed.total, (await ask("/api/v1/dossiers?stage=probation&limit=1")).value.total);
  assert.equal(listed.items.length, listed.total);
  assert.equal(listed.next, null);
  const shown = cli_json(["show", String(open_one.id)]);
  const { value } = await ask(`/api/v1/dossiers/${open_one.id}`);
  assert.equal(shown.person, value.person);
  assert.deepEqual(shown.acts, value.acts);
  assert.equal(cli(["list", "--stage", "nowhere"]).status, 2);
  assert.equal(cli(["show", "99999999"]).status, 1);
});

test("who may not see a dossier learns nothing of it, and who may only look records nothing", async () => {
  const seen = (await ask("/api/v1/dossiers?stage=all&limit=200", { role: "cell_secretary" })).value;
  const own = new Set(seen.items.map((item) => item.id));
  const foreign = (await ask("/api/v1/dossiers?stage=preparing&limit=200")).value.items.find((item) => !own.has(item.id));
  const body = { act: "application", on: demo_as_of };
  assert.equal((await ask(`/api/v1/dossiers/${foreign.id}`, { role: "cell_secretary" })).status, 404);
  assert.equal((await ask(`/api/v1/dossiers/${foreign.id}/acts`, { role: "cell_secretary", body })).status, 404);
  assert.equal((await ask("/api/v1/dossiers", { role: "mass_organisation" })).status, 403);
  assert.equal((await ask(`/api/v1/dossiers/${open_one.id}/acts`, { body })).status, 403);
});

test("an act is recorded, a breach names its rules, and nonsense its key", async () => {
  const path = `/api/v1/dossiers/${open_one.id}/acts`;
  const role = "province_commission";
  const count = async () => (await ask(`/api/v1/dossiers/${open_one.id}`)).value.acts.length;
  const earlier = await count();
  const early = await ask(path, { role, body: { act: "ceremony", on: demo_as_of } });
  assert.equal(early.status, 403, JSON.stringify(early.value));
  assert.ok(early.value.fields.some((field) => field.name === "chronology"), JSON.stringify(early.value));
  const wrong = await ask(path, { role, body: { act: "certificate", on: demo_as_of, kind: "awareness", color: "red" } });
  assert.equal(wrong.status, 422);
  assert.match(JSON.stringify(wrong.value), /color/);
  assert.equal(await count(), earlier);
  const done = await ask(path, { role, body: { act: "certificate", on: demo_as_of, kind: "awareness" } });
  assert.equal(done.status, 201, JSON.stringify(done.value));
  assert.equal(done.value.is_past_fact, false);
  assert.equal(await count(), earlier + 1);
});

test("phusa dossier act records a list of acts, and stops at what is against the rules", async () => {
  const other = (await ask("/api/v1/dossiers?stage=preparing&limit=2")).value.items.find((item) => item.id !== open_one.id);
  const acts = (list) => cli(["act", String(other.id), "-", "--json"], JSON.stringify(list));
  const good = acts({ act: "certificate", on: demo_as_of, kind: "awareness" });
  assert.equal(good.status, 0, good.stderr);
  assert.equal(JSON.parse(good.stdout).length, 1);
  const bad = acts([{ act: "ceremony", on: demo_as_of }]);
  assert.equal(bad.status, 1);
  assert.deepEqual(JSON.parse(bad.stdout), []);
  assert.equal(bad.stderr.trim().split("\n").length, 1);
  assert.equal(acts([{ act: "dance", on: demo_as_of }]).status, 2);
});
