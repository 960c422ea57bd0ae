// What rivals were found to let pass (docs/must-fail.md), as far as it is asked over HTTP; and that each test which the
// table names is there.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const top = join(import.meta.dirname, "..", "..");
const clients = new Map();
let place, server, users;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  users = demo_users(place);
  for (const { role, name, password } of users.values()) {
    const client = new Client(server.url);
    await client.sign_in(name, password);
    const page = await client.get("/ca-nhan");
    client.csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
    client.token = phusa(place, ["user", "token", name]).trim();
    clients.set(role, client);
  }
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const ask = (role, path, body, method = "POST") =>
  fetch(server.url + path, { method, headers: { authorization: `Bearer ${clients.get(role).token}`, "content-type": "application/json" }, body: body && JSON.stringify(body) });

function files_below(folder, pattern) {
  return readdirSync(folder, { recursive: true }).filter((path) => pattern.test(path)).map((path) => readFileSync(join(folder, path), "utf8"));
}

test("each test that docs/must-fail.md names is there", () => {
  const rows = readFileSync(join(top, "docs", "must-fail.md"), "utf8").split("\n").filter((line) => line.startsWith("| ")).slice(1);
  const named = rows.flatMap((line) => [...line.split("|")[2].matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  assert.ok(named.length > 20);
  const source = [...files_below(join(top, "tests"), /\.test\.mjs$/), ...files_below(join(top, "src"), /_test\.cpp$/)].join("\n");
  const is_there = (name) => {
    const [suite, own] = name.split(", ");
    const in_code = /^\w+$/.test(suite) && /^\w+$/.test(own ?? "");
    return in_code ? new RegExp(`TEST(_P|_F)?\\(${suite},\\s+${own}\\)`).test(source) : source.includes(`test("${name}"`);
  };
  assert.deepEqual(named.filter((name) => !is_there(name)), []);
});

test("doors that decide or give roles open for nobody else", async () => {
  const accounts = JSON.parse(phusa(place, ["user", "list", "--json"])).items;
  const victim = accounts.find((account) => account.name === users.get("cell_secretary").name).id;
  for (const role of clients.keys()) {
    if (role === "administrator") continue;
    const client = clients.get(role);
    const form = { csrf: client.csrf, name: "ke.moi", display_name: "Kẻ mới", password: "mot-mat-khau-du-dai-2026", role: "administrator", unit: "01" };
    for (const path of ["/tai-khoan/moi", `/tai-khoan/${victim}/vai-tro`, `/tai-khoan/${victim}/mat-khau`, `/tai-khoan/${victim}/nguoi`, `/tai-khoan/${victim}/khoa`])
      assert.ok([403, 404].includes((await client.post(path, form)).status), `${role} ${path}`);
    assert.ok([403, 404].includes((await ask(role, "/api/v1/accounts", { name: "ke.moi", display_name: "Kẻ mới", password: "mot-mat-khau-du-dai-2026", role: "administrator", organisation: 1 })).status), role);
    assert.ok([403, 404].includes((await ask(role, `/api/v1/accounts/${victim}/grants`, { role: "deciding_office", organisation: 1 })).status), role);
  }
  const { items } = JSON.parse((await clients.get("deciding_office").get("/ho-so.json?giai_doan=decision")).text);
  assert.ok(items.length > 0);
  const page = await clients.get("deciding_office").get("/ho-so?giai_doan=decision&dang=danh-sach");
  const dossier = /href="(\/ho-so\/\d+)"/.exec(page.text)[1];
  for (const role of clients.keys()) {
    if (role === "deciding_office") continue;
    const answer = await ask(role, `/api/v1${dossier.replace("/ho-so", "/dossiers")}/acts`, { act: "decision", on: "2026-07-01", about: "admission" });
    assert.ok([403, 404].includes(answer.status), `${role} ${answer.status}`);
  }
});

test("what a program may not say of an act is an error that names it", async () => {
  const page = await clients.get("cell_secretary").get("/ho-so?dang=danh-sach");
  const dossier = /href="\/ho-so\/(\d+)"/.exec(page.text)[1];
  for (const key of ["id", "recorded_by", "recorded_in", "is_past_fact", "made", "version", "dossier", "actor"]) {
    const answer = await ask("cell_secretary", `/api/v1/dossiers/${dossier}/acts`, { act: "application", on: "2026-01-05", [key]: 1 });
    assert.equal(answer.status, 422, key);
    assert.ok((await answer.text()).includes(key), key);
  }
});
