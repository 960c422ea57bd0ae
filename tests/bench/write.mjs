// One act is recorded, then the first screen is opened: how long the page takes that has to see the write. Beside it the
// same page with nothing written since. Medians in milliseconds, as JSON, on the demo province.
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const rounds = 20;
const place = demo_place();
const server = await start_server(place);
const { name, password } = demo_users(place).get("deciding_office");
const headers = { authorization: `Bearer ${phusa(place, ["user", "token", name]).trim()}`, "content-type": "application/json" };
const client = new Client(server.url);
await client.sign_in(name, password);
const { items } = await (await fetch(`${server.url}/api/v1/dossiers?limit=20`, { headers })).json();

async function opened() {
  const from = performance.now();
  const page = await client.request("/viec-can-lam");
  await page.text();
  if (page.status !== 200) throw new Error(`/viec-can-lam: ${page.status}`);
  return performance.now() - from;
}
const rounded = (number) => Math.round(number * 10) / 10;
const median = (numbers) => rounded(numbers.toSorted((a, b) => a - b)[numbers.length >> 1]);
const least = (numbers) => rounded(Math.min(...numbers));

const unchanged = [], after_a_write = [];
await opened();
for (let n = 0; n < rounds; ++n) {
  unchanged.push(await opened());
  const body = JSON.stringify({ act: "extension", on: `2026-0${1 + (n % 6)}-1${n % 9}`, about: "admission" });
  const written = await fetch(`${server.url}/api/v1/dossiers/${items[n % items.length].id}/acts`, { method: "POST", headers, body });
  if (!written.ok) throw new Error(`an act was not recorded: ${await written.text()}`);
  after_a_write.push(await opened());
}
console.log(JSON.stringify({
  unchanged_ms: median(unchanged), unchanged_least_ms: least(unchanged),
  after_a_write_ms: median(after_a_write), after_a_write_least_ms: least(after_a_write),
}));
await server.stop();
place.remove();
