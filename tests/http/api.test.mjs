// The API as a program sees it: bearer tokens, lists, problems, and what /api/openapi.json says of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { new_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";

const password = "phu sa boi dap dong bang";
let place, server, token, auditor_token;

before(async () => {
  place = new_place();
  phusa(place, ["user", "add", "quan.tri", "--role", "administrator", "--on", "99"], password);
  phusa(place, ["user", "add", "kiem.tra", "--role", "auditor", "--on", "99"], password);
  token = phusa(place, ["user", "token", "quan.tri"]).trim();
  auditor_token = phusa(place, ["user", "token", "kiem.tra", "--expires", "2099-12-31"]).trim();
  server = await start_server(place);
});

after(async () => {
  await server?.stop();
  place?.remove();
});

async function ask(path, { method = "GET", body, bearer = token, headers = {} } = {}) {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${bearer}`, ...(body ? { "content-type": "application/json" } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get("content-type"), value: text ? JSON.parse(text) : null };
}

test("a list has items, the way on, and the total", async () => {
  const all = (await ask("/api/v1/accounts")).value;
  assert.equal(all.total, 2);
  assert.equal(all.next, null);
  assert.deepEqual(all.items.map((account) => account.name), ["kiem.tra", "quan.tri"]);
  const first = (await ask("/api/v1/accounts?limit=1")).value;
  assert.equal(first.total, 2);
  const second = (await ask(`/api/v1/accounts?limit=1&cursor=${encodeURIComponent(first.next)}`)).value;
  assert.deepEqual([...first.items, ...second.items], all.items);
  assert.equal(second.next, null);
});

test("the log is paged by its cursor without gaps", async () => {
  const numbers = [];
  for (let cursor = ""; cursor !== null; ) {
    const page = (await ask(`/api/v1/audit?limit=2${cursor && `&cursor=${cursor}`}`, { bearer: auditor_token })).value;
    numbers.push(...page.items.map((row) => row.number));
    cursor = page.next;
  }
  const total = (await ask("/api/v1/audit", { bearer: auditor_token })).value.total;
  assert.equal(numbers.length, total);
  assert.deepEqual(numbers, Array.from({ length: total }, (_, n) => total - n));
});

test("errors are problem+json that names the fields", async () => {
  const wrong = await ask("/api/v1/accounts", { method: "POST", body: { name: "A B", role: "king", password: "x" } });
  assert.equal(wrong.status, 422);
  assert.match(wrong.type, /^application\/problem\+json/);
  assert.equal(wrong.value.status, 422);
  assert.ok(wrong.value.fields.some((field) => field.name === "role"));
  assert.equal((await ask("/api/v1/accounts/4711")).status, 404);
  assert.equal((await ask("/api/v1/nothing")).status, 404);
  assert.equal((await ask("/api/v1/accounts", { method: "PUT", body: {} })).status, 405);
  assert.equal((await ask("/api/v1/accounts?limit=100000")).status, 422);
});

test("unknown keys of a body are an error that names them", async () => {
  const body = { name: "ai.do", display_name: "Ai đó", password, role: "helper", organisation: 1, disabled: false };
  const wrong = await ask("/api/v1/accounts", { method: "POST", body });
  assert.equal(wrong.status, 422);
  assert.equal(wrong.value.fields[0].name, "disabled");
});

test("accounts are added, granted, and a grant ends at once", async () => {
  const root = (await ask("/api/v1/accounts")).value.items[0].grants[0].organisation.id;
  const body = { name: "giup.do", display_name: "Người giúp đỡ", password, role: "helper", organisation: root };
  const added = await ask("/api/v1/accounts", { method: "POST", body });
  assert.equal(added.status, 201);
  const path = `/api/v1/accounts/${added.value.id}`;
  const granted = await ask(`${path}/grants`, { method: "POST", body: { role: "school", organisation: root, until: "2099-01-01" } });
  assert.equal(granted.status, 201);
  const school = granted.value.grants.find((grant) => grant.role === "school");
  assert.equal(school.until, "2099-01-01");
  assert.equal((await ask(`${path}/grants/${school.id}`, { method: "DELETE" })).status, 204);
  assert.ok(!(await ask(path)).value.grants.some((grant) => grant.role === "school"));
  assert.equal((await ask(`${path}/grants`, { method: "POST", body })).status, 422);
  assert.equal((await ask(`${path}/grants`, { method: "POST", body, bearer: auditor_token })).status, 403);
  const refused = await ask(`${path}/grants`, { method: "POST", body: { role: "school", organisation: root }, bearer: auditor_token });
  assert.equal(refused.status, 403);
});

test("without a good token there is nothing, and no cookie replaces the form token", async () => {
  for (const bearer of ["", "x", `${token}x`]) assert.equal((await ask("/api/v1/accounts", { bearer })).status, 401);
  assert.equal((await fetch(`${server.url}/api/v1/accounts`)).status, 401);
  // A bearer token opens the API only, no page.
  const page = await fetch(`${server.url}/tai-khoan`, { headers: { authorization: `Bearer ${token}` }, redirect: "manual" });
  assert.equal(page.status, 303);
});

test("the verification says what the command line says", async () => {
  const said = JSON.parse(phusa(place, ["audit", "verify", "--json"]));
  const verdict = (await ask("/api/v1/audit/verification", { bearer: auditor_token })).value;
  assert.equal(verdict.ok, true);
  assert.ok(verdict.rows >= said.rows);
});

test("openapi describes every door below /api/v1, with schemas that exist", async () => {
  const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  assert.match(document.openapi, /^3\.1/);
  const routes = JSON.parse(phusa(place, ["serve", "--routes", "--json"])).routes.filter((route) => route.pattern.startsWith("/api/v1/"));
  for (const route of routes) {
    const path = route.pattern.replace(/:\w+\}/g, "}");
    const operation = document.paths[path]?.[route.method.toLowerCase()];
    assert.ok(operation, `${route.method} ${path}`);
    const in_path = operation.parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
    assert.deepEqual(in_path, route.parameters.map((parameter) => parameter.name));
  }
  const named = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g);
  for (const [, name] of named) assert.ok(document.components.schemas[name], name);
});

test("what a list answers fits its schema", async () => {
  const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  const fits = (value, schema, where) => {
    if (schema.$ref) return fits(value, document.components.schemas[schema.$ref.split("/").pop()], where);
    const types = [schema.type].flat();
    const type = value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
    assert.ok(types.includes(type), `${where}: ${type} is not ${types}`);
    if (type === "array") value.forEach((item, n) => fits(item, schema.items, `${where}[${n}]`));
    if (type !== "object" || !schema.properties) return;
    for (const key of schema.required ?? []) assert.ok(key in value, `${where}.${key}`);
    for (const [key, inner] of Object.entries(schema.properties)) if (key in value) fits(value[key], inner, `${where}.${key}`);
  };
  for (const [path, operations] of Object.entries(document.paths)) {
    if (!operations.get || path.includes("{")) continue;
    const schema = operations.get.responses[200].content["application/json"].schema;
    const answer = await ask(path, { bearer: path.includes("audit") ? auditor_token : token });
    if (answer.status === 200) fits(answer.value, schema, path);
  }
});
