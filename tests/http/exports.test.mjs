// Every list as page, JSON, CSV and XLSX for questions that chance puts together from the list's own form: the same
// totals everywhere. The kinds that import reads, against the same lists.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const rounds = 12;
let place, server, clients;
before(async () => {
  place = demo_place();
  const users = demo_users(place);
  server = await start_server(place);
  clients = new Map();
  for (const role of ["province_commission", "grassroots_office", "cell_secretary"]) {
    const client = new Client(server.url);
    await client.sign_in(users.get(role).name, users.get(role).password);
    clients.set(role, client);
  }
});
after(async () => {
  await server?.stop();
  place?.remove();
});

// The same questions every time, others for every list.
function chance(seed) {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return (n) => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) % n;
}

// Name and values of every select of the page's form.
function selects_of(text) {
  const found = new Map();
  for (const [, name, inside] of text.matchAll(/<select[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    const values = [...inside.matchAll(/<option[^>]*\bvalue="([^"]*)"/g)].map(([, value]) => value).filter(Boolean);
    if (values.length > 0) found.set(name, values);
  }
  return found;
}

const typed = {
  "/nguoi": { q: ["nguyen", "tran thi", "an", "văn", "khong ai ten the"], sinh_tu: ["1960", "1985"], sinh_den: ["1975", "2001"], kn_tu: ["01/01/2008"], kn_den: ["31/12/2011", "30/06/2025"], kn_tuoi_tu: ["18", "25"], kn_tuoi_den: ["30", "40"] },
  "/ho-so": { q: ["nguyen", "thi", "an"], dang: ["danh-sach"], luu_y: ["qua_han", "vuong", "ngoai_le"] },
  "/viec-can-lam": { muc: ["overdue", "due_soon", "blocked", "running", "open"] },
  "/du-bi": {},
  "/quyet-dinh": { tu: ["01/01/2024", "01/07/2025"], den: ["31/12/2025", "30/06/2026"] },
  "/phieu-chuyen": {},
};
const units_most = 400; // the whole province has thousands; a few hundred are as good

function question_for(path, selects, dice) {
  const query = new URLSearchParams();
  const fields = [...[...selects].map(([name, values]) => [name, values.slice(0, units_most)]), ...Object.entries(typed[path])];
  for (const [name, values] of fields) if (dice(10) < 3) query.set(name, values[dice(values.length)]);
  return query.toString();
}

const number_in = (text) => Number(text.replaceAll(".", ""));
function total_on(text) {
  const found = /\d trong ([\d.]+) /.exec(text) ?? /class="paging-range">([\d.]+) hồ sơ/.exec(text);
  if (!found && /Không có [^<]* nào/.test(text)) return 0;
  return number_in(found[1]);
}

// Records of a CSV file, its head among them; a quoted line feed ends none.
function records_in(csv) {
  let records = 0, quoted = false;
  for (const letter of csv) {
    if (letter === '"') quoted = !quoted;
    else if (letter === "\n" && !quoted) ++records;
  }
  return records;
}

// The plain text of one part of an XLSX file: found by its central directory.
function part_of(bytes, wanted) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    const [packed, name_length, extra, remark, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    if (bytes.subarray(at + 46, at + 46 + name_length).toString() === wanted) {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      return inflateRawSync(bytes.subarray(from, from + packed)).toString();
    }
    at += 46 + name_length + extra + remark;
  }
  throw new Error(`${wanted} is not in the file`);
}

// Rows below the frozen head, and what is printed above it.
async function sheet_of(client, path) {
  const bytes = Buffer.from(await (await client.request(path)).arrayBuffer());
  const sheet = part_of(bytes, "xl/worksheets/sheet1.xml");
  const head_rows = Number(/ySplit="(\d+)"/.exec(sheet)[1]);
  const above = sheet.split("</row>").slice(0, head_rows - 1).join(" ").replace(/<[^>]+>/g, " ");
  return { rows: (sheet.match(/<row /g) ?? []).length - head_rows, above };
}

for (const path of Object.keys(typed))
  test(`every file of ${path} has as many rows as the page says, whatever is asked`, async () => {
    for (const [role, client] of clients) {
      const first = await client.get(path);
      if (first.status === 403) continue; // this role has no such page
      const dice = chance(path + role);
      const selects = selects_of(first.text);
      for (let round = 0; round < rounds; ++round) {
        const query = round === 0 ? "" : question_for(path, selects, dice);
        const asked = `${role} ${path}?${query}`;
        const page = await client.get(`${path}?${query}`);
        assert.equal(page.status, 200, asked);
        const total = total_on(page.text);
        const json = JSON.parse((await client.get(`${path}.json?${query}`)).text);
        assert.equal(json.total, total, asked);
        assert.equal(json.items.length, total, asked);
        assert.equal(records_in((await client.get(`${path}.csv?${query}`)).text) - 1, total, asked);
        if (round % 4 > 1) continue; // packing takes long
        const sheet = await sheet_of(client, `${path}.xlsx?${query}`);
        assert.equal(sheet.rows, total, asked);
        assert.match(sheet.above, /Lập lúc \d\d:\d\d/, asked);
      }
    }
  });

test("every kind has the people and dossiers that the lists have, with its scope and time above", async () => {
  for (const [role, client] of clients) {
    let members = 0;
    for (const standing of ["probationary", "official", "exempted", "moved_out", "died", "removed", "resigned", "expelled"])
      members += total_on((await client.get(`/nguoi?trang_thai=${standing}`)).text);
    const dossiers = total_on((await client.get("/ho-so?giai_doan=tat_ca")).text);
    for (const [kind, total] of [["members", members], ["dossiers", dossiers]]) {
      const json = JSON.parse((await client.get(`/xuat-du-lieu?kind=${kind}&dang=json`)).text);
      assert.equal(json.total, total, `${role} ${kind}`);
      assert.ok(json.items.every((item) => !/^\d{9,}$/.test(item.identity ?? "")), "identity numbers are masked");
      const sheet = await sheet_of(client, `/xuat-du-lieu?kind=${kind}&dang=xlsx`);
      assert.equal(sheet.rows, total, `${role} ${kind}`);
      assert.match(sheet.above, /Phạm vi: .*Lập lúc \d\d:\d\d/s);
    }
  }
});

test("a unit that is not the asker's, or not there, is not exported", async () => {
  const office = clients.get("grassroots_office");
  assert.equal((await office.get("/xuat-du-lieu?kind=members&org=khong-co")).status, 404);
  assert.equal((await office.get("/xuat-du-lieu?kind=nobody")).status, 404);
});
