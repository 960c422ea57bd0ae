// Generated from the program's own list of routes: every door is tried with ids that are not there and with ids of other
// people's units, by every role and by nobody. What is foreign is answered as what is not there, and nothing changes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const nowhere = 987654321;
let place, server, routes, users, foreign;
const clients = new Map();
const tokens = new Map();

const items_of = async (client, path) => JSON.parse((await client.get(path)).text).items;

before(async () => {
  place = demo_place();
  server = await start_server(place);
  routes = JSON.parse(phusa(place, ["serve", "--routes", "--json"])).routes;
  users = demo_users(place);
  for (const { role, name, password } of users.values()) {
    const client = new Client(server.url);
    await client.sign_in(name, password);
    const page = await client.get("/ca-nhan");
    client.csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
    clients.set(role, client);
    tokens.set(role, phusa(place, ["user", "token", name]).trim());
  }
  foreign = await foreign_ids();
});

after(async () => {
  await server?.stop();
  place?.remove();
});

// The number in the address of something that only the other one sees.
async function ids_on(client, path, pattern) {
  const { text } = await client.get(path);
  return [...new Set([...text.matchAll(pattern)].map(([, id]) => Number(id)))];
}

// The ids of all pages of a list.
async function ids_of_list(client, path, pattern) {
  const ids = [];
  for (let at = path; at;) {
    const { text } = await client.get(at);
    ids.push(...[...text.matchAll(pattern)].map(([, id]) => Number(id)));
    at = /href="([^"]+)" rel="next"/.exec(text)?.[1].replaceAll("&amp;", "&");
  }
  return [...new Set(ids)];
}
const dossiers_of = (client) => ids_of_list(client, "/ho-so?dang=danh-sach&giai_doan=tat_ca", /href="\/ho-so\/(\d+)"/g);
const slips_of = (client) => ids_on(client, "/phieu-chuyen", /href="\/phieu-chuyen\/(\d+)\//g);

// Rounds of checking, drawn dossiers and faults that somebody sees: by rounds, by what they check, by what they correct.
async function audit_ids_of(client) {
  const rounds = await ids_on(client, "/kiem-tra-mau", /href="\/kiem-tra-mau\/dot\/(\d+)"/g);
  const sheets = await ids_on(client, "/kiem-tra-mau/cua-toi", /href="\/kiem-tra-mau\/phieu\/(\d+)"/g);
  const faults = [];
  for (const round of rounds) sheets.push(...await ids_on(client, `/kiem-tra-mau/dot/${round}`, /href="\/kiem-tra-mau\/phieu\/(\d+)"/g));
  for (const sheet of new Set(sheets)) faults.push(...await ids_on(client, `/kiem-tra-mau/phieu/${sheet}`, /href="\/kiem-tra-mau\/khac-phuc\/(\d+)"/g));
  const list = await client.get("/kiem-tra-mau/khac-phuc.json?tat_ca=1");
  if (list.status === 200) faults.push(...JSON.parse(list.text).items.map((item) => item.id));
  return { audit_round: rounds, audit_sample: [...new Set(sheets)], check_fault: [...new Set(faults)] };
}

// Questions that two people have saved for themselves: nobody else sees them.
async function own_views() {
  const views = new Map();
  for (const role of ["auditor", "school"]) {
    const client = clients.get(role);
    const form = { csrf: client.csrf, trang: "/bao-cao/bang-cheo", cau_hoi: "dong=sex&cot=year", ten: "Của riêng" };
    await client.post("/bao-cao/cau-hoi", form);
    const own = await ids_on(client, "/bao-cao/cau-hoi", /href="\/bao-cao\/cau-hoi\/(\d+)"/g);
    assert.equal(own.length, 1, role);
    views.set(role, own[0]);
  }
  return views;
}

// Admissions and events as the pages of people name them, to those who may change them.
async function facts_of_people(client, people, noun) {
  const found = [];
  for (const person of people) found.push(...await ids_on(client, `/nguoi/${person}`, new RegExp(`href="/${noun}/(\\d+)/`, "g")));
  return found;
}

// For each role and noun, ids that exist but that this role may not see.
async function foreign_ids() {
  const accounts = JSON.parse(phusa(place, ["user", "list", "--json"])).items;
  const whole = clients.get("province_commission");
  const units = await ids_on(whole, "/to-chuc", /href="\/to-chuc\/(\d+)"/g);
  const people = await ids_on(whole, "/nguoi", /href="\/nguoi\/(\d+)"/g);
  const dossiers = await dossiers_of(whole);
  // Whoever reaches dossiers by relation alone has no list of them; nobody has a relation to one that has ended.
  const ended = await ids_on(whole, "/ho-so?dang=danh-sach&giai_doan=recognised", /href="\/ho-so\/(\d+)"/g);
  const slips = await slips_of(whole);
  const audited = await audit_ids_of(whole);
  const views = await own_views();
  const looked_at = people.slice(0, 8);
  const admissions = await facts_of_people(whole, looked_at, "ket-nap");
  const events = await facts_of_people(whole, looked_at, "bien-dong");
  const answer = new Map();
  for (const [role, client] of clients) {
    const own_units = new Set(await ids_on(client, "/to-chuc", /href="\/to-chuc\/(\d+)"/g));
    const by_relation = ["helper", "school", "mass_organisation"].includes(role);
    const own_dossiers = new Set(await dossiers_of(client));
    const own_slips = new Set(await slips_of(client));
    const own_audited = await audit_ids_of(client);
    const own_account = accounts.find((account) => account.name === users.get(role).name);
    const others = accounts.filter((account) => account !== own_account).map((account) => account.id);
    const sees_all = async (path) => (await client.request(path)).status === 200;
    answer.set(role, {
      organisation: units.filter((id) => !own_units.has(id)).slice(0, 2),
      person: (await sees_all(`/nguoi/${people[0]}`)) ? [] : people.slice(0, 2),
      admission: (await sees_all(`/ket-nap/${admissions[0]}/dinh-chinh`)) ? [] : admissions.slice(0, 2),
      membership_event: (await sees_all(`/bien-dong/${events[0]}/dinh-chinh`)) ? [] : events.slice(0, 2),
      dossier: (by_relation ? ended : dossiers).filter((id) => !own_dossiers.has(id)).slice(0, 2),
      dossier_move: slips.filter((id) => !own_slips.has(id)).slice(0, 2),
      ...Object.fromEntries(Object.entries(audited).map(([noun, ids]) => [noun, ids.filter((id) => !own_audited[noun].includes(id)).slice(0, 2)])),
      saved_view: [...views].filter(([owner]) => owner !== role).map(([, id]) => id),
      account: (await sees_all("/tai-khoan")) ? [] : others.slice(0, 2),
    });
  }
  return answer;
}

function path_of(route, id_for) {
  return route.pattern.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name, noun) => (noun ? id_for(noun) : "khong-co"));
}

async function knock(route, path, role) {
  const changes = !["GET", "HEAD"].includes(route.method);
  if (route.access === "token") {
    const headers = { authorization: `Bearer ${tokens.get(role)}`, "content-type": "application/json" };
    const answer = await fetch(server.url + path, { method: route.method, headers, body: changes ? "{}" : undefined });
    return { status: answer.status, text: await answer.text() };
  }
  const client = clients.get(role);
  const options = { method: route.method, headers: { origin: server.url } };
  if (changes) options.body = new URLSearchParams({ csrf: client.csrf });
  const answer = await client.request(path, options);
  return { status: answer.status, text: await answer.text() };
}

// What two answers may differ in: the path itself, the number of the request, the masked token of forms.
const without_noise = (text, path) =>
  text.replaceAll(path, "PATH").replaceAll(encodeURIComponent(path), "PATH")
    .replace(/[0-9a-f]{16}/g, "REQUEST").replace(/name="csrf" value="[^"]*"/g, "CSRF");

const by_id = () => routes.filter((route) => route.parameters.some((parameter) => parameter.noun));

test("there are doors by id to try, and everybody is signed in", () => {
  assert.ok(by_id().length > 10);
  assert.ok(clients.size >= 9);
  for (const [role, ids] of foreign)
    if (role === "cell_secretary") for (const [noun, found] of Object.entries(ids)) assert.ok(found.length, noun);
});

test("an id that is not there is not found, for every role at every door", async () => {
  for (const route of by_id())
    for (const role of clients.keys()) {
      const path = path_of(route, () => nowhere);
      const { status } = await knock(route, path, role);
      assert.ok([403, 404].includes(status), `${route.method} ${route.pattern} as ${role}: ${status}`);
    }
});

test("an id of somebody else's unit is answered as one that is not there", async () => {
  for (const route of by_id())
    for (const [role, ids] of foreign)
      for (const { noun } of route.parameters.slice(0, 1))
        for (const id of ids[noun] ?? []) {
          const [path, void_path] = [path_of(route, (n) => (n === noun ? id : nowhere)), path_of(route, () => nowhere)];
          const [there, not_there] = [await knock(route, path, role), await knock(route, void_path, role)];
          const door = `${route.method} ${path} as ${role}`;
          assert.ok([403, 404].includes(there.status), `${door}: ${there.status}`);
          assert.equal(there.status, not_there.status, door);
          assert.equal(without_noise(there.text, path), without_noise(not_there.text, void_path), door);
        }
});

test("ids that are no numbers are not found", async () => {
  for (const route of by_id())
    for (const bad of ["0", "-1", "1e9", "99999999999999999999", "1%20OR%201=1", "%27", "abc"]) {
      const { status } = await knock(route, path_of(route, () => bad), "province_commission");
      assert.ok([403, 404].includes(status), `${route.method} ${route.pattern} with ${bad}: ${status}`);
    }
});

test("nobody who is not signed in gets anything but the way to sign in", async () => {
  for (const route of routes.filter((each) => ["signed_in", "token"].includes(each.access))) {
    const path = path_of(route, () => 1);
    const body = route.method === "POST" ? new URLSearchParams() : undefined;
    const answer = await fetch(server.url + path, { method: route.method, body, redirect: "manual" });
    const door = `${route.method} ${route.pattern}`;
    if (route.access === "token") assert.equal(answer.status, 401, door);
    else assert.match(`${answer.status} ${answer.headers.get("location")}`, /^303 \/dang-nhap/, door);
    assert.ok((await answer.text()).length < 1000, door);
  }
});

test("no GET changes anything", async () => {
  const client = clients.get("province_commission");
  const rows = async () => (await items_of(client, "/api/v1/audit?limit=200")).map((row) => row.action);
  // Looking at people and taking lists away is recorded; nothing else may be.
  const looks = /^(person\.look|people\.|person\.export|audit\.export|export\.|session\.)/;
  const before = JSON.parse((await client.get("/api/v1/audit?limit=1")).text).items[0].number;
  for (const route of routes.filter((each) => each.method === "GET" && each.access !== "machine"))
    await knock(route, path_of(route, () => 1), "province_commission");
  const written = (await items_of(client, "/api/v1/audit?limit=200")).filter((row) => row.number > before);
  assert.deepEqual(written.map((row) => row.action).filter((action) => !looks.test(action)), []);
  assert.ok((await rows()).length > 0);
});

test("every page carries the headers that keep scripts and frames of others away", async () => {
  for (const route of routes.filter((each) => each.method === "GET" && each.access === "signed_in")) {
    const answer = await clients.get("province_commission").request(path_of(route, () => 1));
    await answer.arrayBuffer();
    const policy = answer.headers.get("content-security-policy") ?? "";
    const door = route.pattern;
    assert.match(policy, /default-src 'none'|default-src 'self'/, door);
    assert.match(policy, /frame-ancestors 'none'/, door);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:/, door);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff", door);
    assert.equal(answer.headers.get("referrer-policy"), "same-origin", door);
    assert.match(answer.headers.get("cache-control") ?? "", /no-store/, door);
  }
});
