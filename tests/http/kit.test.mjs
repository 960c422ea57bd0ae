// Papers printed with codes, signed, scanned crooked and in any order, and filed by their codes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { pdf_of, pdf_of_jpegs, send_files, signed_in } from "../harness/scan_files.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const has_office = existsSync("/usr/lib/libreoffice/program/libswlo.so");
let place, server, users, client, folder;

before(async () => {
  place = demo_place();
  folder = mkdtempSync(join(tmpdir(), "phusa-kit-"));
  users = demo_users(place);
  server = await start_server(place);
  client = await signed_in(Client, server, users.get("province_commission"));
});

after(async () => {
  await server?.stop();
  place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const unit_of = async (who) => /href="(\/to-chuc\/\d+\/bo-giay)"/.exec((await who.get("/ban-quet")).text)[1];
const dossiers_on = ({ text }) => [...text.matchAll(/name="ho_so" value="(\d+)"/g)].map(([, id]) => id);

async function print(path, dossiers, papers) {
  const body = new URLSearchParams({ csrf: client.csrf, giay: papers });
  for (const id of dossiers) body.append("ho_so", id);
  const answer = await client.request(path, { method: "POST", body, headers: { origin: server.url } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, bytes };
}

// Pictures of the pages as a scanner at 200 dpi gives them, turned by `degrees` clockwise: every twelfth one as the glass
// itself would, point by point; the others as they are drawn.
function scanned(pdf, degrees) {
  const name = `p${Math.random().toString(36).slice(2)}`;
  const file = join(folder, name);
  writeFileSync(`${file}.pdf`, pdf);
  execFileSync("pdftoppm", ["-r", "200", "-gray", "-jpeg", `${file}.pdf`, file]);
  const pages = readdirSync(folder).filter((each) => each.startsWith(`${name}-`)).sort();
  return pages.map((page, i) => {
    if (i % 12) return { bytes: readFileSync(join(folder, page)), turn: degrees(i) };
    const out = join(folder, `turned-${page}`);
    execFileSync("convert", [join(folder, page), "-background", "white", "-rotate", String(degrees(i)), "-colorspace", "Gray", "-quality", "75", out]);
    return { bytes: readFileSync(out) };
  });
}

// Dossiers far on their way have many papers.
async function decided_dossiers() {
  const { text } = await client.get("/ho-so?dang=danh-sach&giai_doan=decision");
  return [...new Set([...text.matchAll(/href="\/ho-so\/(\d+)"/g)].map(([, id]) => id))].slice(0, 4);
}

// In an order of its own, the same each time.
const shuffled = (list) => list.map((item, i) => [(i * 7919) % 104729 % 97, item]).sort(([a], [b]) => a - b).map(([, item]) => item);

async function send(pdf) {
  const page = await send_files(client, "/ban-quet", {}, [["tap.pdf", pdf]]);
  const text = page.text.replaceAll(/\s+/g, " ");
  const counts = /(\d+) trang: (\d+) giấy đã xếp vào hồ sơ, (\d+) trang chờ xếp/.exec(text)?.slice(1).map(Number);
  return { page, text, counts, papers: [...text.matchAll(/href="\/ho-so\/(\d+)\/ban-quet\/(\d+)">([^<]*)</g)].map(([, dossier, scan, title]) => ({ dossier, scan, title })) };
}

const page_count = (pdf) => Number(execFileSync("qpdf", ["--show-npages", "-"].slice(0, 1).concat(save(pdf)), { encoding: "utf8" }));
function save(bytes) {
  const path = join(folder, `s${Math.random().toString(36).slice(2)}.pdf`);
  writeFileSync(path, bytes);
  return path;
}
async function taken(paper) {
  const body = new URLSearchParams({ csrf: client.csrf, reason: "Đối chiếu với bản gốc" });
  const answer = await client.request(`/ho-so/${paper.dossier}/ban-quet/${paper.scan}/tai`, { method: "POST", body, headers: { origin: server.url } });
  return Buffer.from(await answer.arrayBuffer());
}

// Which of the printed pages a filed paper consists of: a scanned picture goes into the file as it is.
async function pages_of(paper, pictures) {
  const name = join(folder, `i${Math.random().toString(36).slice(2)}`);
  execFileSync("pdfimages", ["-all", save(await taken(paper)), name]);
  const images = readdirSync(folder).map((each) => join(folder, each)).filter((each) => each.startsWith(`${name}-`)).sort();
  return images.map((image) => pictures.findIndex(({ bytes }) => bytes.equals(readFileSync(image))));
}

async function name_on_dossier(dossier) {
  return /<h1>([^<]+)</.exec((await client.get(`/ho-so/${dossier}`)).text)[1].trim().toLocaleUpperCase("vi");
}

test("a file that is no PDF is refused; pages without a code wait, and are thrown away", async () => {
  const none = await send_files(client, "/ban-quet", {}, [["a.pdf", Buffer.from("xin chào")]]);
  assert.equal(none.status, 422);
  const { counts, text } = await send(pdf_of(["Quyet dinh 9-KND cua Nguyen Van An", ""]));
  assert.deepEqual(counts, [2, 0, 2], "never a guess from the text");
  assert.match(text, /Không đọc được mã trên trang/);
  const tray = await client.get("/ban-quet/cho");
  assert.equal([...tray.text.matchAll(/name="trang"/g)].length, 2);
  assert.match(tray.text, /<img src="data:image\/png;base64,/);
  const gone = await client.post("/ban-quet/cho", { csrf: client.csrf, lam: "bo-trang" });
  assert.match(gone.text, /Đã bỏ 1 trang trắng/);
});

test("nobody sees what another one scanned", async () => {
  const other = await signed_in(Client, server, users.get("grassroots_office"));
  assert.match((await other.get("/ban-quet/cho")).text, /Không còn trang nào/);
  assert.equal((await other.get("/ban-quet/lan/1")).status, 404);
});

test("a waiting page is filed by a person", async () => {
  const tray = await client.get("/ban-quet/cho");
  const waiting = /name="trang" value="(\d+)"/.exec(tray.text)[1];
  const [dossier] = dossiers_on(await client.get(await unit_of(client)));
  const name = /<h1>([^<]+)</.exec((await client.get(`/ho-so/${dossier}`)).text)[1];
  const found = await client.get(`/ban-quet/cho/xep?trang=${waiting}&q=${encodeURIComponent(name)}`);
  assert.match(found.text, new RegExp(`ho_so=${dossier}"`));
  const step = await client.get(`/ban-quet/cho/xep?trang=${waiting}&ho_so=${dossier}`);
  const choice = /name="giay" value="([^"]+)"/.exec(step.text)[1];
  const done = await client.post("/ban-quet/cho/xep", { csrf: client.csrf, trang: waiting, ho_so: dossier, giay: choice });
  assert.match(done.text, /Đã xếp các trang vào hồ sơ/);
  assert.match((await client.get(`/ho-so/${dossier}/ban-quet`)).text, /1 trang, /);
});

if (has_office) {
  let printed, papers, pictures;

  // Every paper lies in the dossier of the person whose name was printed on it, whole and in order, and none twice.
  async function check_filed(filed) {
    const texts = execFileSync("pdftotext", ["-layout", join(folder, "bo.pdf"), "-"], { encoding: "utf8" }).normalize("NFC").split("\f");
    const names = new Map();
    for (const { dossier } of filed) names.set(dossier, await name_on_dossier(dossier));
    assert.equal(new Set(names.values()).size, 4, "four people of different names");
    const seen = [];
    let told = 0;
    for (const paper of filed) {
      const pages = await pages_of(paper, pictures);
      assert.deepEqual(pages, pages.map((_, i) => pages[0] + i), `${paper.title} of dossier ${paper.dossier}: ${pages}`);
      seen.push(...pages);
      const text = pages.map((page) => texts[page]).join(" ").replaceAll(/\s+/g, " ").toLocaleUpperCase("vi");
      const named = [...names].filter(([, name]) => text.includes(name)).map(([dossier]) => dossier);
      if (named.length) assert.deepEqual(named, [paper.dossier], paper.title);
      told += named.length;
    }
    assert.deepEqual(seen.sort((a, b) => a - b), pictures.map((_, i) => i), "each page once");
    assert.ok(told >= filed.length / 2, `${told} of ${filed.length} papers bear a name`);
  }

  test("30 papers are printed in one run, each page with a code of its own", { timeout: 600_000 }, async () => {
    const path = await unit_of(client);
    const { status, bytes } = await print(path, await decided_dossiers(), "da-ghi");
    assert.equal(status, 200, bytes.toString().slice(0, 300));
    printed = bytes;
    writeFileSync(join(folder, "bo.pdf"), printed);
    assert.ok(page_count(printed) >= 30);
    assert.doesNotMatch(execFileSync("pdftotext", [join(folder, "bo.pdf"), "-"], { encoding: "utf8" }), /PS1[A-Z2-7]{26}/);
  });

  test("scanned 2° askew, at 200 dpi, shuffled, every fourth page upside down, all are filed right", { timeout: 900_000 }, async () => {
    pictures = scanned(printed, (i) => (i % 2 ? 2 : -2) + (i % 4 === 3 ? 180 : 0));
    const began = Date.now();
    const { counts, papers: filed, text } = await send(pdf_of_jpegs(shuffled(pictures)));
    assert.ok(counts, text.slice(0, 500));
    console.error(`# ${counts[0]} pages, ${counts[1]} papers, ${counts[2]} waiting, ${((Date.now() - began) / 1000).toFixed(1)} s`);
    assert.equal(counts[0], pictures.length);
    assert.ok(counts[1] >= 30, `${counts[1]} papers`);
    assert.equal(counts[2], 0, "nothing waits");
    papers = filed;
    await check_filed(papers);
  });

  test("a filed paper is the one that was printed: its own code stands on each page, upright", { timeout: 120_000 }, async () => {
    const paper = papers.find((each) => each.title.startsWith("6-KN")) ?? papers[0];
    const file = save(await taken(paper));
    // Sent again it meets itself: the same paper, all pages, as its next version.
    const again = await send(readFileSync(file));
    assert.equal(again.counts[1] + again.counts[2] > 0, true);
    assert.equal(again.papers.every((each) => each.dossier === paper.dossier && each.title === paper.title), true);
  });

  test("doubled pages wait, missing ones keep their paper waiting until they come", { timeout: 600_000 }, async () => {
    const path = await unit_of(client);
    const two = (await decided_dossiers()).slice(0, 1);
    const { bytes } = await print(path, two, "da-ghi");
    const all = scanned(bytes, () => 1);
    const whole = await send(pdf_of_jpegs([...all, all[0]]));
    assert.equal(whole.counts[2], 1);
    assert.match(whole.text, /đã có bản khác trong cùng lần quét/);
    // The same heap without its last page, which is the last one of its paper; then that page alone.
    const short = await send(pdf_of_jpegs(all.slice(0, -1)));
    assert.match(short.text, /Giấy còn thiếu trang/);
    const waiting = short.counts[2];
    const rest = await send(pdf_of_jpegs(all.slice(-1)));
    assert.equal(rest.counts[1], 1, rest.text.slice(0, 400));
    assert.equal(page_count(await taken(rest.papers[0])), waiting + 1);
  });

  test("a code outside one's scope tells nothing", { timeout: 60_000 }, async () => {
    const mine = client;
    client = await signed_in(Client, server, users.get("cell_secretary"));
    const { counts, text } = await send(pdf_of_jpegs(pictures.slice(0, 2)));
    client = mine;
    assert.deepEqual(counts, [2, 0, 2]);
    assert.match(text, /không phải của giấy thuộc phạm vi/);
  });
}
