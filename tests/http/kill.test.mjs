// kill -9 of the server while people write: everything that was acknowledged is there, nothing is half written, and the
// audit chain is whole.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, new_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const rounds = 3;
const writers = 4;
const password = "mot-mat-khau-du-dai-2026";

const place = new_place();
after(() => place.remove());
phusa(place, ["migrate"]);
phusa(place, ["user", "add", "quan.tri", "--role", "administrator"], password);

// Writes until the server is gone; answers the names of the accounts that the server said it had added.
async function write_until_gone(url, round, writer) {
  const acknowledged = [];
  const client = new Client(url);
  await client.sign_in("quan.tri", password);
  try {
    for (let n = 0; ; ++n) {
      const name = `nguoi.${round}.${writer}.${n}`;
      const answer = await client.submit("/tai-khoan/moi", { name, display_name: `Người thử ${n}`, password: `${password}-${n}` });
      if (answer.status === 200 && answer.text.includes(name)) acknowledged.push(name);
    }
  } catch (error) {
    if (!/fetch failed|terminated|socket|ECONN/.test(`${error.message} ${error.cause?.code}`)) throw error;
    return acknowledged;
  }
}

test("what was acknowledged survives kill -9, and the chain verifies", async () => {
  const acknowledged = [];
  for (let round = 0; round < rounds; ++round) {
    const server = await start_server(place);
    const writing = Array.from({ length: writers }, (_, writer) => write_until_gone(server.url, round, writer));
    await new Promise((wait) => setTimeout(wait, 1200 + 400 * round));
    await server.kill();
    acknowledged.push(...(await Promise.all(writing)).flat());
  }
  assert.ok(acknowledged.length > rounds * writers, `only ${acknowledged.length} writes were acknowledged`);
  const names = new Set(JSON.parse(phusa(place, ["user", "list", "--json"])).items.map((account) => account.name));
  assert.deepEqual(acknowledged.filter((name) => !names.has(name)), []);
  const chain = JSON.parse(phusa(place, ["audit", "verify", "--json"]));
  assert.equal(chain.fault ?? null, null);
  assert.ok(chain.rows >= acknowledged.length);
});

// Records acts by the API until the server is gone; answers the numbers of those that were acknowledged.
async function record_until_gone(url, bearer, dossier, writer) {
  const acknowledged = [];
  const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
  try {
    for (let n = 0; ; ++n) {
      const on = `2026-0${1 + (n % 6)}-${String(1 + ((7 * n + writer) % 28)).padStart(2, "0")}`;
      const answer = await fetch(`${url}/api/v1/dossiers/${dossier}/acts`, { method: "POST", headers, body: JSON.stringify({ act: "extension", on, about: "admission" }) });
      if (answer.ok) acknowledged.push((await answer.json()).id);
      else await answer.text();
    }
  } catch (error) {
    if (!/fetch failed|terminated|socket|ECONN/.test(`${error.message} ${error.cause?.code}`)) throw error;
    return acknowledged;
  }
}

test("an act, its audit row and what it makes of the person survive kill -9 together or not at all", async () => {
  const demo = demo_place();
  try {
    const { name } = demo_users(demo).get("deciding_office");
    const bearer = phusa(demo, ["user", "token", name]).trim();
    const rows = () => JSON.parse(phusa(demo, ["audit", "verify", "--json"])).rows;
    const headers = { authorization: `Bearer ${bearer}` };
    let server = await start_server(demo);
    const { items } = await (await fetch(`${server.url}/api/v1/dossiers?limit=50`, { headers })).json();
    assert.ok(items.length >= writers, `${items.length} open dossiers`);
    const dossiers = items.slice(0, writers).map((line) => line.id);
    const acts_of = async (id) => {
      const answer = await (await fetch(`${server.url}/api/v1/dossiers/${id}`, { headers })).json();
      assert.ok(answer.acts, JSON.stringify(answer) + server.log.slice(-1500));
      return answer.acts.map((act) => act.id);
    };
    const before_it = (await Promise.all(dossiers.map(acts_of))).flat();
    const acknowledged = [];
    const rows_before = rows();
    for (let round = 0; round < rounds; ++round) {
      const writing = dossiers.map((dossier, writer) => record_until_gone(server.url, bearer, dossier, writer));
      await new Promise((wait) => setTimeout(wait, 1200 + 400 * round));
      await server.kill();
      acknowledged.push(...(await Promise.all(writing)).flat());
      server = await start_server(demo);
    }
    assert.ok(acknowledged.length > rounds * writers, `only ${acknowledged.length} acts were acknowledged`);
    const standing = (await Promise.all(dossiers.map(acts_of))).flat();
    assert.deepEqual(acknowledged.filter((id) => !standing.includes(id)), [], "every acknowledged act is there");
    await server.stop();
    const chain = JSON.parse(phusa(demo, ["audit", "verify", "--json"]));
    assert.equal(chain.fault ?? null, null);
    const acts = standing.filter((id) => !before_it.includes(id)).length;
    assert.ok(chain.rows - rows_before >= acts, "no act without its audit row");
  } finally {
    demo.remove();
  }
});
