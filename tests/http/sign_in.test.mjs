// Signing in, staying in, and what ends it; the first administrator; forms that are not ours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, set_cookies } from "../harness/client.mjs";
import { new_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";

const password = "phu sa boi dap dong bang";
let place, server;

before(async () => {
  place = new_place();
  phusa(place, ["user", "add", "quan.tri", "--role", "administrator", "--on", "99", "--unit-name", "Đảng bộ thử"], password);
  phusa(place, ["user", "add", "kiem.tra", "--role", "auditor", "--on", "99"], password);
  phusa(place, ["user", "add", "bi.thu", "--role", "cell_secretary", "--on", "99"], password);
  server = await start_server(place);
});

after(async () => {
  await server?.stop();
  place?.remove();
});

async function signed_in(name) {
  const client = new Client(server.url);
  await client.sign_in(name, password);
  return client;
}

const csrf_on = (page) => /name="csrf" value="([^"]+)"/.exec(page.text)[1];

// Presses the button of a form that asks for nothing more.
async function press(client, action) {
  return client.post(action, { csrf: csrf_on(await client.get("/ca-nhan")) });
}

const id_of = (name) => JSON.parse(phusa(place, ["user", "list", "--json"])).items.find((item) => item.name === name).id;

test("whoever is not signed in is asked to, and comes back to where they wanted", async () => {
  const client = new Client(server.url);
  const asked = await client.request("/nhat-ky?nhom=session.");
  assert.equal(asked.status, 303);
  assert.equal(asked.headers.get("location"), "/dang-nhap?tiep=%2Fnhat-ky%3Fnhom%3Dsession.");
  const entered = await client.submit(asked.headers.get("location"), { name: "kiem.tra", password });
  assert.equal(entered.path, "/nhat-ky?nhom=session.");
  assert.equal(entered.status, 200);
});

test("after signing in nobody is sent to another site", async () => {
  for (const tiep of ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
    const client = new Client(server.url);
    const page = await client.get(`/dang-nhap?tiep=${encodeURIComponent(tiep)}`);
    assert.ok(!page.text.includes("evil.example") && !page.text.includes("alert(1)"), tiep);
    const csrf = csrf_on(page);
    const body = new URLSearchParams({ csrf, name: "kiem.tra", password, tiep });
    const answer = await client.request("/dang-nhap", { method: "POST", body, headers: { origin: server.url } });
    assert.equal(answer.headers.get("location"), "/", tiep);
  }
});

test("a wrong name and a wrong password are answered alike, and what was typed stays", async () => {
  const say = async (name) => {
    const answer = await new Client(server.url).sign_in(name, "không phải mật khẩu");
    assert.equal(answer.status, 422);
    return answer.text.replaceAll(/value="[^"]*"/g, "").replaceAll(/nonce-[^']*/g, "");
  };
  assert.equal(await say("khong.co.ai"), await say("kiem.tra"));
  const again = await new Client(server.url).sign_in("kiem.tra", "không phải mật khẩu");
  assert.ok(again.text.includes('value="kiem.tra"'));
  assert.ok(!again.text.includes("không phải mật khẩu"));
});

test("guessing is held back, also with the right password then", async () => {
  for (let n = 0; n < 5; ++n) await new Client(server.url).sign_in("bi.thu", `đoán lần thứ ${n}`);
  const held = await new Client(server.url).sign_in("bi.thu", password);
  assert.equal(held.status, 429);
  assert.match(held.text, /thử lại sau/);
});

test("the session cookie is unreadable for scripts, new for each sign-in, and dead after signing out", async () => {
  const client = new Client(server.url);
  const page = await client.get("/dang-nhap");
  const csrf = csrf_on(page);
  const body = new URLSearchParams({ csrf, name: "kiem.tra", password });
  const answer = await client.request("/dang-nhap", { method: "POST", body, headers: { origin: server.url } });
  const cookie = set_cookies(answer.headers).find((line) => line.startsWith("phien="));
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Lax/);
  const first = client.cookies.get("phien");
  const thief = new Client(server.url);
  thief.cookies.set("phien", first);
  assert.equal((await thief.request("/ca-nhan")).status, 200);
  await press(client, "/dang-xuat");
  assert.equal((await thief.request("/ca-nhan")).status, 303);
  await client.sign_in("kiem.tra", password);
  assert.notEqual(client.cookies.get("phien"), first);
});

test("a form without its token, or sent from another site, changes nothing", async () => {
  const client = await signed_in("quan.tri");
  const page = await client.get("/ca-nhan");
  const csrf = csrf_on(page);
  const other = await signed_in("kiem.tra");
  const foreign = csrf_on(await other.get("/ca-nhan"));
  const send = (fields, headers) =>
    client.request("/ca-nhan/khoa-truy-cap", { method: "POST", body: new URLSearchParams({ label: "thử", ...fields }), headers });
  assert.equal((await send({}, { origin: server.url })).status, 403);
  assert.equal((await send({ csrf: "" }, { origin: server.url })).status, 403);
  assert.equal((await send({ csrf: foreign }, { origin: server.url })).status, 403);
  assert.equal((await send({ csrf }, { origin: "https://evil.example" })).status, 403);
  assert.equal((await send({ csrf }, { "sec-fetch-site": "cross-site" })).status, 403);
  assert.ok(!(await client.get("/ca-nhan")).text.includes("Thu hồi"));
  assert.equal((await send({ csrf }, { origin: server.url })).status, 200);
});

test("signing in needs the token of its own page too", async () => {
  const body = new URLSearchParams({ name: "kiem.tra", password });
  const answer = await new Client(server.url).request("/dang-nhap", { method: "POST", body });
  assert.equal(answer.status, 403);
  assert.deepEqual(set_cookies(answer.headers).filter((line) => line.startsWith("phien=")), []);
});

test("disabling an account ends its session at once", async () => {
  phusa(place, ["user", "add", "bi.khoa", "--role", "auditor", "--on", "99"], password);
  const [administrator, auditor] = [await signed_in("quan.tri"), await signed_in("bi.khoa")];
  assert.equal((await auditor.request("/nhat-ky")).status, 200);
  const blocked = await press(administrator, `/tai-khoan/${id_of("bi.khoa")}/khoa`);
  assert.equal(blocked.status, 200);
  assert.equal((await auditor.request("/nhat-ky")).status, 303);
  assert.equal((await new Client(server.url).sign_in("bi.khoa", password)).status, 422);
});

test("a role that is taken away is gone with the next request", async () => {
  phusa(place, ["user", "add", "het.vai", "--role", "auditor", "--on", "99"], password);
  const [administrator, auditor] = [await signed_in("quan.tri"), await signed_in("het.vai")];
  assert.equal((await auditor.request("/nhat-ky")).status, 200);
  const page = await administrator.get(`/tai-khoan/${id_of("het.vai")}`);
  const action = /action="([^"]+ket-thuc)"/.exec(page.text)[1];
  assert.equal((await press(administrator, action)).status, 200);
  assert.equal((await auditor.request("/nhat-ky")).status, 403);
});

test("a new account must choose its own password first", async () => {
  const administrator = await signed_in("quan.tri");
  const fields = { name: "nguoi.moi", display_name: "Người mới", password, role: "auditor", unit: "99" };
  assert.equal((await administrator.submit("/tai-khoan/moi", fields)).status, 200);
  const client = new Client(server.url);
  const entered = await client.sign_in("nguoi.moi", password);
  assert.equal(entered.path, "/ca-nhan/mat-khau");
  assert.equal((await client.get("/nhat-ky")).path, "/ca-nhan/mat-khau");
  const before = client.cookies.get("phien");
  const wanted = "một câu khác hẳn, dài và dễ nhớ";
  await client.submit("/ca-nhan/mat-khau", { current_password: password, password: wanted, password_again: wanted });
  assert.notEqual(client.cookies.get("phien"), before);
  assert.equal((await client.get("/nhat-ky")).path, "/nhat-ky");
});

test("fields that a page does not offer have no effect", async () => {
  const administrator = await signed_in("quan.tri");
  const fields = { name: "gan.bua", display_name: "Gán bừa", password, id: "1", disabled: "1", must_change_password: "", created: "2000-01-01" };
  const page = await administrator.get("/tai-khoan/moi");
  const csrf = csrf_on(page);
  assert.equal((await administrator.post("/tai-khoan/moi", { csrf, ...fields })).status, 200);
  const made = JSON.parse(phusa(place, ["user", "list", "--json"])).items.find((item) => item.name === "gan.bua");
  assert.equal(made.disabled, false);
  assert.deepEqual(made.grants, []);
  assert.notEqual(made.id, 1);
  assert.equal((await new Client(server.url).sign_in("gan.bua", password)).path, "/ca-nhan/mat-khau");
});

test("the command line's changes hold for the running server at once", async () => {
  phusa(place, ["user", "add", "tu.dong.lenh", "--role", "auditor", "--on", "99"], password);
  const client = await signed_in("tu.dong.lenh");
  assert.equal((await client.get("/nhat-ky")).status, 200);
});
