// Rights by relation in the demo province: a helper, a school and a Youth Union see in "Việc cần làm" whom they can do
// something for, do exactly that, and see nothing else of the dossier; and an account is linked to a person.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

let place, server, users;
const clients = new Map();

before(async () => {
  place = demo_place();
  server = await start_server(place);
  users = demo_users(place);
  for (const { role, name, password } of users.values()) {
    const client = new Client(server.url);
    client.entered = await client.sign_in(name, password);
    clients.set(role, client);
  }
});
after(async () => {
  await server?.stop();
  place?.remove();
});

const decoded = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
const words_on = ({ text }) => decoded(text.replace(/<(script|svg)\b.*?<\/\1>/gs, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " "));
const tasks_of = async (client) => JSON.parse((await client.get("/viec-can-lam.json")).text).items;
const forms_of = (page) => [...page.text.matchAll(/href="(\/ho-so\/\d+\/viec\/[^"]+)"/g)].map(([, href]) => decoded(href));
const dossier_of = (path) => /\/ho-so\/\d+/.exec(path)[0];
const today = () => {
  const [year, month, day] = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
};

const cases = {
  helper: { slug: /\/viec\/(nhan-xet|helper_remarks)/, other: "tu-kiem-diem" },
  school: { slug: /\/viec\/(giay-chung-nhan|certificate)/, other: "don-xin" },
  mass_organisation: { slug: /\/viec\/gioi-thieu/, other: "y-kien" },
};

for (const [role, { slug, other }] of Object.entries(cases))
  test(`${role}: the tasks are theirs alone, are done from there, and nothing else of the dossier is shown`, async () => {
    const client = clients.get(role);
    assert.equal(client.entered.path, "/viec-can-lam");
    const before_it = await tasks_of(client);
    assert.ok(before_it.length > 0, "the demo has something to do for them");
    const forms = forms_of(client.entered);
    assert.ok(forms.length > 0 && forms.every((href) => slug.test(href)), forms[0]);
    const dossier = dossier_of(forms[0]);

    const shown = await client.get(dossier);
    assert.equal(shown.status, 200);
    assert.doesNotMatch(words_on(shown), /Các việc đã ghi|Giấy tờ|Phiếu soát xét|Học vấn/);
    const people = [...shown.text.matchAll(/href="(\/nguoi\/\d+)"/g)];
    assert.deepEqual(people, [], "no way to the person's record");
    for (const path of ["soat-xet", "thong-tin", "ke-hoach", "dong", `viec/${other}`])
      assert.ok([403, 404].includes((await client.get(`${dossier}/${path}`)).status), path);
    const person = clients.get("province_commission").get(dossier).then((page) => /href="(\/nguoi\/\d+)"/.exec(page.text)[1]);
    assert.equal((await client.get(await person)).status, 403);

    // The form of a helper names themselves already.
    const own_name = /<option value="(\d+)" selected/.exec((await client.get(forms[0])).text)?.[1];
    assert.equal(own_name !== undefined, role === "helper");
    const done = await client.submit(forms[0], { on: today(), ...(own_name && { who: own_name }) });
    assert.equal(done.path, "/viec-can-lam", words_on(done));
    assert.match(words_on(done), /Đã ghi:/);
    assert.equal((await tasks_of(client)).length, before_it.length - 1);
  });

test("a dossier of nobody of theirs is not found, for each of them", async () => {
  const list = (await clients.get("province_commission").get("/ho-so?dang=danh-sach&giai_doan=recognised")).text;
  const ended = /href="(\/ho-so\/\d+)"/.exec(list)[1];
  for (const role of Object.keys(cases)) {
    assert.equal((await clients.get(role).get(ended)).status, 404, role);
    assert.equal((await clients.get(role).get("/ho-so/987654321")).status, 404, role);
  }
});

test("the account of the helper is linked to a member, by search, and back", async () => {
  const client = clients.get("administrator");
  const accounts = JSON.parse(phusa(place, ["user", "list", "--json"])).items;
  const helper = accounts.find((account) => account.name === users.get("helper").name);
  assert.ok(helper.person > 0, "the demo links it");
  const own = `/tai-khoan/${helper.id}`;
  const fact = words_on(await client.get(own));
  const name = /Người trong sổ ([^,]+), sinh/.exec(fact)[1].trim();
  const token = /name="csrf" value="([^"]+)"/.exec((await client.get(`${own}/nguoi`)).text)[1];
  const unlinked = await client.post(`${own}/nguoi`, { csrf: token });
  assert.match(words_on(unlinked), /Chưa gắn với ai/);
  assert.equal((await tasks_of(clients.get("helper"))).length, 0);
  const found = await client.get(`${own}/nguoi?ten=${encodeURIComponent(name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D"))}`);
  assert.ok(words_on(found).includes(name), words_on(found));
  const csrf = /name="csrf" value="([^"]+)"/.exec(found.text)[1];
  const linked = await client.post(`${own}/nguoi`, { csrf, person: `${helper.person}` });
  assert.ok(words_on(linked).includes(name));
  const stranger = await client.post(`${own}/nguoi`, { csrf, person: "987654321" });
  assert.equal(stranger.status, 422);
  assert.equal((await clients.get("cell_secretary").get(`${own}/nguoi`)).status, 403);
});

test("the API links and unlinks, and says whose account it is", async () => {
  const token = phusa(place, ["user", "token", users.get("administrator").name]).trim();
  const ask = (path, options = {}) => fetch(server.url + path, { ...options, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } });
  const accounts = JSON.parse(phusa(place, ["user", "list", "--json"])).items;
  const helper = accounts.find((account) => account.name === users.get("helper").name);
  const path = `/api/v1/accounts/${helper.id}`;
  assert.equal((await (await ask(path)).json()).person, helper.person);
  assert.equal((await ask(`${path}/person`, { method: "POST", body: "{}" })).status, 422);
  assert.equal((await ask(`${path}/person`, { method: "DELETE" })).status, 204);
  assert.equal((await (await ask(path)).json()).person, null);
  const back = await ask(`${path}/person`, { method: "POST", body: JSON.stringify({ person: helper.person }) });
  assert.equal((await back.json()).person, helper.person);
});
