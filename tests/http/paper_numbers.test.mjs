// Numbers given before Phù Sa and terms of a body's own: told on a page, kept in the audit log, followed by papers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server;
const clients = new Map();

before(async () => {
  place = demo_place();
  server = await start_server(place);
  for (const role of ["cell_secretary", "deciding_office", "province_commission", "auditor"]) {
    const { name, password } = demo_users(place).get(role);
    const client = new Client(server.url);
    await client.sign_in(name, password);
    client.token = phusa(place, ["user", "token", name]).trim();
    clients.set(role, client);
  }
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const page = "/so-van-ban";
const code_on = (text) => /name="don_vi"[^>]*value="([^"]*)"/.exec(text)[1];
const told = (client, fields) => client.submit(page, fields);

async function number_of_next_notice(client) {
  const headers = { authorization: `Bearer ${client.token}`, "content-type": "application/json" };
  const list = await (await fetch(`${server.url}/api/v1/dossiers?stage=recognised&limit=100`, { headers })).json();
  for (const { id } of list.items) {
    const { items } = await (await fetch(`${server.url}/api/v1/dossiers/${id}/papers`, { headers })).json();
    const paper = items.find(({ code, act, made, may_make }) => code === "TB-CT" && act && !made && may_make);
    if (!paper) continue;
    const path = `${server.url}/api/v1/dossiers/${id}/papers`;
    assert.equal((await fetch(path, { method: "POST", headers, body: JSON.stringify({ code: paper.code, act: paper.act }) })).status, 200);
    const again = await (await fetch(path, { headers })).json();
    return again.items.find(({ code, act }) => code === paper.code && act === paper.act).number;
  }
  throw new Error("nobody was recognised without a notice");
}

test("an office tells the last number, and papers go on behind it", async () => {
  const client = clients.get("deciding_office");
  const first = await client.get(page);
  assert.equal(first.status, 200);
  assert.match(first.text, /giấy đầu tiên của mỗi loại mang số 01/);
  const terms = [...first.text.matchAll(/<option value="(\d{4}–\d{4})"/g)].map(([, term]) => term);
  assert.ok(terms.length > 2, "terms to choose from");
  for (const term of terms) {
    const answer = await told(client, { type: "TB", term, last: "17" });
    assert.equal(answer.status, 200, answer.text);
  }
  assert.match(await number_of_next_notice(client), /^18-TB\//);
  const after_it = await client.get(page);
  assert.match(after_it.text, /đến số 17/);
  const log = await clients.get("province_commission").get("/nhat-ky?viec=paper_numbers.tell");
  assert.match(log.text, /đã ghi số văn bản cấp trước khi dùng Phù Sa/);
});

test("what is wrong is said at its field, and nothing is kept", async () => {
  const client = clients.get("cell_secretary");
  for (const fields of [{ type: "GM", term: "1900–1905", last: "1" }, { type: "XX", term: "2025–2030", last: "1" }, { type: "NQ", term: "2025–2030", last: "nhiều" }, { type: "NQ", term: "2025–2030", last: "99999" }, { name: "khoá này", from: "01/01/2026" }, { name: "2026-2031", from: "hôm nay" }]) {
    const answer = await told(client, fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.text, /class="error|error-message|field-error/);
  }
  assert.doesNotMatch((await client.get(page)).text, /NQ\/CB/);
});

test("a term of the body's own begins numbers anew, and is taken back only while it is empty", async () => {
  const client = clients.get("cell_secretary");
  assert.equal((await told(client, { name: "2026-2031", from: "01/01/2040" })).status, 200);
  const with_it = await client.get(page);
  assert.match(with_it.text, /2026–2031/);
  assert.equal((await client.submit(page, { nhiem_ky: "2026–2031" })).status, 200);
  assert.doesNotMatch((await client.get(page)).text, /từ 01\/01\/2040/);
});

test("only the office of the body tells; others look, or do not see it", async () => {
  const cell = code_on((await clients.get("cell_secretary").get(page)).text);
  const office = await clients.get("deciding_office").get(page);
  assert.notEqual(code_on(office.text), cell);
  assert.equal((await clients.get("cell_secretary").get(`${page}?don_vi=${code_on(office.text)}`)).status, 404);
  const looked = await clients.get("auditor").get(`${page}?don_vi=${cell}`);
  assert.equal(looked.status, 200);
  assert.doesNotMatch(looked.text, /name="last"/);
  assert.equal((await clients.get("auditor").get(`${page}?don_vi=99.999`)).status, 404);
});
