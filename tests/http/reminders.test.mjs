// Reminders as people get them: by mail through a real mail server, as a list, as a calendar behind a private address. A
// month of the demo province is played day by day.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { binary, demo_as_of, demo_place, environment, phusa } from "../harness/database.mjs";
import { events_of, start_mail_server } from "../harness/mail.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";
import { words_on } from "../harness/village.mjs";

let place, server, mail;
const clients = new Map();
const site_url = "https://phusa.songboi.example";

const mail_env = (port = mail.port) => ({
  PHUSA_SMTP_URL: `smtp://127.0.0.1:${port}`, PHUSA_SMTP_PLAIN: "1", PHUSA_SMTP_FROM: "phusa@songboi.example", PHUSA_SITE_URL: site_url,
});

// phusa remind as a timer would run it: exit code, and what it answered. The mail server is of this process: it must not
// be held up meanwhile.
async function remind(day, args = [], env = mail_env()) {
  const child = spawn(binary, ["remind", "--on", day, "--json", ...args], { env: { ...environment(place), ...env } });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (bytes) => (output += bytes));
  child.stderr.on("data", (bytes) => (errors += bytes));
  const [exit] = await once(child, "close");
  return { exit, errors, ...(output ? JSON.parse(output) : {}) };
}

async function arrived(count) {
  for (let n = 0; n < 100 && mail.letters.length < count; ++n) await new Promise((wait) => setTimeout(wait, 50));
  assert.equal(mail.letters.length, count);
}

async function client_of(role) {
  if (!clients.has(role)) {
    const client = new Client(server.url);
    const { name, password } = demo_users(place).get(role);
    await client.sign_in(name, password);
    clients.set(role, client);
  }
  return clients.get(role);
}

const days_after = (day, n) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
const days_between = (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

before(async () => {
  place = demo_place();
  mail = await start_mail_server();
  server = await start_server(place);
});

after(async () => {
  await server?.stop();
  await mail?.stop();
  place?.remove();
});

test("a dry run says who would get what and sends nothing", async () => {
  const plan = await remind(demo_as_of, ["--dry-run"]);
  assert.equal(plan.exit, 0);
  assert.ok(plan.items.length >= 2, "accounts of the demo are reminded");
  for (const item of plan.items) {
    assert.match(item.address, /^[a-z.]+@phusa\.example$/);
    assert.match(item.subject, /^Nhắc việc ngày 30\/06\/2026: \d/);
    assert.ok(item.reminders.length > 0);
  }
  assert.equal(mail.letters.length, 0);
  assert.equal((await remind(demo_as_of, ["--dry-run"])).items.length, plan.items.length);
});

test("without a mail server the command says what to set", async () => {
  const run = await remind(demo_as_of, [], {});
  assert.equal(run.exit, 1);
  assert.match(run.errors, /PHUSA_SMTP_URL/);
});

test("a mail server in the network without TLS is refused", async () => {
  const run = await remind(demo_as_of, [], { ...mail_env(), PHUSA_SMTP_URL: "smtp://thu.songboi.example:25" });
  assert.equal(run.exit, 2);
  assert.match(run.errors, /PHUSA_SMTP_PLAIN/);
});

test("a server that is down loses nothing, and the administrator sees it", async () => {
  const planned = (await remind(demo_as_of, ["--dry-run"])).items.length;
  const { port } = mail;
  await mail.stop();
  const run = await remind(demo_as_of);
  assert.equal(run.exit, 1);
  assert.deepEqual([run.sent, run.failed, run.waiting], [0, 1, planned - 1]);
  assert.match(run.errors, /không kết nối được máy chủ thư/);
  assert.doesNotMatch(run.errors, /@/, "no address in what is logged");
  const page = words_on(await (await client_of("administrator")).get("/nhac-viec/thu"));
  assert.match(page, /chưa gửi được/);
  assert.match(phusa(place, ["doctor"]), /1 người chưa nhận được thư gần nhất/);
  mail = await start_mail_server(port);
  const again = await remind(demo_as_of);
  assert.deepEqual([again.exit, again.sent, again.failed], [0, planned, 0]);
  await arrived(planned);
});

test("a letter arrives whole, in Vietnamese, and names nobody in full", async () => {
  const letter = mail.letters.find(({ to }) => to[0] === "bantochuc.tinh@phusa.example");
  assert.ok(letter, "the commission got one");
  assert.match(letter.headers.Subject, /^Nhắc việc ngày 30\/06\/2026: .*(quá hạn|sắp đến hạn)/);
  assert.equal(letter.headers.From, "Phù Sa <phusa@songboi.example>");
  assert.equal(letter.headers["List-Unsubscribe"], `<${site_url}/ca-nhan/nhac-viec>`);
  assert.equal(letter.headers["Auto-Submitted"], "auto-generated");
  assert.match(letter.headers["Message-ID"], /^<nhac-viec\.2026-06-30\.\d+@songboi\.example>$/);
  assert.ok(letter.ascii && letter.longest <= 78, `${letter.longest}`);
  assert.match(letter.body, /hồ sơ số \d+, Chi bộ .*: hạn \d{2}\/\d{2}\/\d{4}, (quá hạn|còn) \d+ ngày\./);
  assert.match(letter.body, new RegExp(`${site_url}/ho-so/\\d+`));
  assert.equal(letter.body, letter.body.normalize("NFC"));
  // The names on the dossiers that it speaks of stand on the page, and not in the letter.
  const list = await (await client_of("province_commission")).get(`/nhac-viec?ngay=${demo_as_of}`);
  const names = [...list.text.matchAll(/<td data-label="Hồ sơ của"><a[^>]*>([^<]+)</g)].map(([, name]) => name);
  assert.ok(names.length > 0);
  for (const name of names) assert.ok(!letter.body.includes(name), name);
});

test("on the same day nobody gets a second letter", async () => {
  const count = mail.letters.length;
  assert.deepEqual([(await remind(demo_as_of)).sent, (await remind(demo_as_of)).sent], [0, 0]);
  assert.equal(mail.letters.length, count);
});

// What a letter says: { account, kind, title, dossier, due } of each of its lines.
function things_in({ to, body }) {
  const kinds = { "QUÁ HẠN": "overdue", "HẾT HẠN HÔM NAY": "today", "SẮP ĐẾN HẠN": "soon", "CẤP DƯỚI ĐỂ QUÁ HẠN": "below", "NHẬN XÉT HẰNG QUÝ CÒN THIẾU": "remarks" };
  const things = [];
  let kind;
  for (const line of body.split(/\r?\n/)) {
    kind = kinds[/^(.+) \(\d+\)$/.exec(line)?.[1]] ?? kind;
    const found = /^- (.+), hồ sơ số (\d+)(?: \([^)]+\))?, .+: hạn (\d\d)\/(\d\d)\/(\d{4}), /.exec(line);
    if (found) things.push({ account: to[0], kind, title: found[1], dossier: found[2], due: `${found[5]}-${found[4]}-${found[3]}` });
  }
  return things;
}

const may_be_said = {
  remarks: (offset) => [-15, -3, 0, 7].includes(offset),
  below: (offset) => offset > 0 && offset % 14 === 0,
  soon: (offset) => [-30, -7, -1].includes(offset),
  today: (offset) => offset === 0,
  overdue: (offset) => offset > 0 && offset % 7 === 0,
};

// Every letter of a month is read: each thing stands in it exactly on its days, after one day that catches up.
test("a month day by day: every last day on its days, nothing twice", async () => {
  const said = new Map(); // account and thing → days on which a letter said it
  const first = "2026-08-20";
  assert.equal((await remind(days_after(first, -1))).exit, 0);
  await new Promise((wait) => setTimeout(wait, 200));
  for (let n = 0; n < 31; ++n) {
    const day = days_after(first, n);
    const before = mail.letters.length;
    const run = await remind(day);
    assert.deepEqual([run.exit, run.failed], [0, 0], day);
    await arrived(before + run.sent);
    for (const thing of mail.letters.slice(before).flatMap(things_in)) {
      const offset = days_between(thing.due, day);
      assert.ok(may_be_said[thing.kind](offset), `${JSON.stringify(thing)} on ${day}`);
      const key = `${thing.account} ${thing.kind === "below" ? "above" : "own"} ${thing.dossier} ${thing.title} ${thing.due}`;
      assert.ok(!said.get(key)?.includes(day), `twice: ${key} on ${day}`);
      said.set(key, [...(said.get(key) ?? []), day]);
    }
  }
  const things = [...said].map(([key, days]) => ({ key, due: key.slice(-10), days }));
  assert.ok(things.length > 50, `${things.length} things`);
  assert.ok(things.some(({ key }) => key.includes(" above ")), "something reached the level above");
  assert.ok(things.some(({ key }) => key.includes("Nhận xét quý III")), "somebody was asked for the remarks of the quarter");
  // What was late from the beginning and stayed so came back each week; what fell due within the month came before it and on it.
  const late = things.filter(({ key, due }) => key.includes(" own ") && due < days_after(first, -1));
  assert.ok(late.length > 10 && late.every(({ days }) => days.length >= 4), JSON.stringify(late.find(({ days }) => days.length < 4)));
  const fell_due = things.filter(({ key, due }) => key.startsWith("bantochuc") && key.includes(" own ") && due >= days_after(first, 7) && due <= days_after(first, 30));
  assert.ok(fell_due.length > 3);
  for (const { key, due, days } of fell_due) for (const n of [-7, -1, 0]) assert.ok(days.includes(days_after(due, n)), `${key}: ${days}`);
});

test("a day on which nothing ran is caught up once", async () => {
  const skipped = "2026-09-29";
  const plan = (await remind(skipped, ["--dry-run"])).items.flatMap(({ account, reminders }) => reminders.map((one) => ({ account, ...one })));
  assert.ok(plan.some(({ since }) => since < skipped), "something began while nothing ran");
  await remind(skipped);
  assert.equal((await remind(skipped, ["--dry-run"])).items.length, 0);
});

test("a person chooses what reaches them", async () => {
  const secretary = await client_of("cell_secretary");
  const page = await secretary.get("/ca-nhan/nhac-viec");
  assert.match(page.text, /name="loai_overdue" value="1" checked/);
  assert.match(words_on(page), /Trước ngày cuối 30, 7 và 1 ngày/);
  const wrong = await secretary.submit("/ca-nhan/nhac-viec", { loai_overdue: "1", by_mail: "1", address: "không phải địa chỉ", naming: "number" });
  assert.equal(wrong.status, 422);
  assert.match(words_on(wrong), /Địa chỉ thư điện tử chưa đúng/);
  assert.match(wrong.text, /value="không phải địa chỉ"/);
  const saved = await secretary.post("/ca-nhan/nhac-viec", { csrf: /name="csrf" value="([^"]+)"/.exec(page.text)[1], naming: "number" });
  assert.match(words_on(saved), /Đã lưu việc được nhắc/);
  assert.match(words_on(await secretary.get("/nhac-viec")), /Không có việc nào cần nhắc/);
  assert.deepEqual((await remind("2026-10-10", ["--dry-run"])).items.filter(({ account }) => account === "bithu.chibo"), []);
  const log = words_on(await (await client_of("administrator")).get("/nhat-ky"));
  assert.match(log, /đã chọn việc được nhắc/);
  assert.doesNotMatch(log, /@phusa\.example/, "the audit log does not say where mail goes");
});

test("the list of a unit is the same on the page, in files and in the interface, and only within reach", async () => {
  const office = await client_of("deciding_office");
  const unit = Number(/href="\/nhac-viec\?don_vi=(\d+)/.exec((await office.get("/nhac-viec")).text)[1]);
  const query = `don_vi=${unit}&ngay=${demo_as_of}`;
  const page = await office.get(`/nhac-viec?${query}`);
  const total = Number(/(\d+) việc cần nhắc/.exec(words_on(page))[1]);
  assert.ok(total > 0);
  const { items } = JSON.parse((await office.get(`/nhac-viec.json?${query}`)).text);
  const api = JSON.parse((await office.get(`/api/v1/reminders?organisation=${unit}&on=${demo_as_of}`)).text);
  assert.deepEqual([items.length, api.total, api.items.length], [total, total, total]);
  const secretary = await client_of("cell_secretary");
  assert.equal((await secretary.get(`/nhac-viec?${query}`)).status, 404);
  assert.equal((await secretary.get(`/api/v1/reminders?organisation=${unit}`)).status, 404);
  assert.equal((await office.get("/nhac-viec/thu")).status, 403);
  assert.equal((await office.get("/nhac-viec?ngay=2031-01-01")).status, 422);
  assert.equal((await office.get("/nhac-viec?la=1")).status, 422);
});

test("a calendar is behind its private address alone", async () => {
  const office = await client_of("deciding_office");
  const csrf = /name="csrf" value="([^"]+)"/.exec((await office.get("/ca-nhan/nhac-viec")).text)[1];
  const made = await office.post("/ca-nhan/nhac-viec/lich", { csrf });
  const path = /\/lich\/([\w-]{43})\.ics/.exec(made.text)[0];
  const answer = await fetch(server.url + path);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /^text\/calendar/);
  assert.match(answer.headers.get("cache-control"), /no-store/);
  const file = await answer.text();
  for (const line of file.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75 && !line.includes("\ufffd"), line);
  const events = events_of(file);
  assert.ok(events.length > 0);
  assert.equal(new Set(events.map(({ UID }) => UID)).size, events.length);
  for (const event of events) {
    assert.match(event.DTSTART, /^\d{4}-\d{2}-\d{2}$/, "a whole day");
    assert.match(event.SUMMARY, /^Hạn: .+, hồ sơ số \d+$/);
    assert.equal(event.CLASS, "PRIVATE");
  }
  const again = events_of(await (await fetch(server.url + path)).text());
  assert.deepEqual(again.map(({ UID }) => UID), events.map(({ UID }) => UID));
  assert.ok(!server.log.includes(path.slice(6, 20)), "the access log does not hold the token");
  assert.equal((await fetch(`${server.url}/lich/khong-co.ics`)).status, 404);
  assert.equal((await fetch(server.url + path.replace(".ics", ""))).status, 404);
  await office.post("/ca-nhan/nhac-viec/lich/thu-hoi", { csrf });
  assert.equal((await fetch(server.url + path)).status, 404);
});

test("a box that does not exist is named to the administrator and holds nobody up", async () => {
  const helper = await client_of("helper");
  const office = await client_of("province_commission");
  await helper.submit("/ca-nhan/nhac-viec", { loai_remarks: "1", by_mail: "1", address: "giup.do@phusa.example", naming: "initials" });
  await office.submit("/ca-nhan/nhac-viec", { loai_overdue: "1", loai_below: "1", by_mail: "1", address: "khong.co@phusa.example", naming: "number" });
  const run = await remind("2026-10-20");
  assert.equal(run.failed, 1);
  assert.equal(run.waiting, 0);
  assert.ok(run.sent >= 1);
  assert.match(run.errors, /máy chủ thư không nhận thư này \(550\)/);
});

test("a running server sends the letters of the day by itself", async () => {
  const letters = mail.letters.length;
  const other = await start_server(place, { env: { ...mail_env(), PHUSA_REMIND_AT: "0" } });
  for (let n = 0; n < 100 && mail.letters.length === letters; ++n) await new Promise((wait) => setTimeout(wait, 100));
  const sent = mail.letters.slice(letters);
  assert.equal(await other.stop(), 0);
  assert.ok(sent.length > 0, other.log);
  assert.doesNotMatch(other.log, /phusa\.example/, "no address in the log");
});

test("the audit chain holds through all of it", async () => {
  execFileSync(binary, ["audit", "verify"], { env: environment(place) });
});
