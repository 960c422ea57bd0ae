// kill -9 of the server while people write: everything that was acknowledged is there, nothing is half written, and the
// audit chain is whole.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { new_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";

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
