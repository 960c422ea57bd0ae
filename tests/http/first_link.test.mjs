// The first start of an empty place: no default password, one link, once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { new_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";

const password = "phu sa boi dap dong bang";
let place, server, link;

before(async () => {
  place = new_place();
  server = await start_server(place);
  // What it printed may come after it answers.
  for (let n = 0; n < 100 && !link; ++n) {
    link = /\/khoi-tao\/[\w-]+/.exec(server.log)?.[0];
    await new Promise((wait) => setTimeout(wait, 20));
  }
});

after(async () => {
  await server?.stop();
  place?.remove();
});

test("nobody is there at first, and no usual password opens", async () => {
  assert.deepEqual(JSON.parse(phusa(place, ["user", "list", "--json"])).items, []);
  for (const [name, tried] of [["admin", "admin"], ["admin", "password"], ["root", "root"], ["administrator", "admin123"]])
    assert.equal((await new Client(server.url).sign_in(name, tried)).status, 422);
});

test("the link that serve prints makes the first administrator, once", async () => {
  assert.ok(link, server.log);
  const fields = { unit_name: "Đảng bộ tỉnh Sông Bồi", unit_code: "99", display_name: "Quản trị", name: "quan.tri" };
  const client = new Client(server.url);
  const weak = await client.submit(link, { ...fields, password: "matkhau123456", password_again: "matkhau123456" });
  assert.equal(weak.status, 422);
  assert.ok(weak.text.includes("Đảng bộ tỉnh Sông Bồi"), "what was typed stays");
  const unlike = await client.submit(link, { ...fields, password, password_again: `${password}!` });
  assert.equal(unlike.status, 422);
  await client.submit(link, { ...fields, password, password_again: password });
  assert.equal((await client.get("/tai-khoan")).status, 200);
  assert.equal((await new Client(server.url).get(link)).status, 404);
  assert.equal((await new Client(server.url).get("/khoi-tao/khong-phai-lien-ket")).status, 404);
});

test("with an administrator there is no link any more", async () => {
  await server.stop();
  server = await start_server(place);
  assert.doesNotMatch(server.log, /khoi-tao/);
  assert.equal((await new Client(server.url).get(link)).status, 404);
});
