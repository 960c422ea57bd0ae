// Templates as offices change them: downloaded, edited, saved again by LibreOffice, sent back, used.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Client } from "../harness/client.mjs";
import { demo_place, phusa } from "../harness/database.mjs";
import { docx_of, parts_of, text_of, with_document } from "../harness/docx_file.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const set = "38-2025";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
let place, server, client, unit, dossier, token, folder;

before(async () => {
  place = demo_place();
  folder = mkdtempSync(join(tmpdir(), "phusa-templates-"));
  server = await start_server(place);
  const office = demo_users(place).get("deciding_office");
  client = new Client(server.url);
  await client.sign_in(office.name, office.password);
  token = phusa(place, ["user", "token", office.name]).trim();
  dossier = await dossier_of_the_set();
  unit = /name="don_vi"[^>]*value="([^"]*)"/.exec((await client.get("/so-van-ban")).text)[1];
  assert.match(unit, /^\d\d\./, "the office's own unit");
});

after(async () => {
  await server?.stop();
  place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const api = (path, body) =>
  fetch(server.url + path, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  });
// One whose verification and decision belong to the set that the templates are for.
async function dossier_of_the_set() {
  const list = await (await api("/api/v1/dossiers?stage=probation&limit=100")).json();
  for (const { id } of list.items) {
    const { items } = await (await api(`/api/v1/dossiers/${id}/papers`)).json();
    const is_of_the_set = (code) => items.some((paper) => paper.code === code && paper.act && paper.set.startsWith("38-"));
    if (is_of_the_set("CV-TT") && is_of_the_set("9-KNĐ")) return id;
  }
  throw new Error("no dossier of the newest set");
}
const downloaded = async (code, version = 0) => Buffer.from(await (await client.request(`/mau-giay/${code}/tep?bo=${set}&ban=${version}`)).arrayBuffer());

async function sent(code, docx, org = unit) {
  const page = await client.get(`/mau-giay/${code}`);
  const form = new FormData();
  form.set("csrf", /name="csrf" value="([^"]+)"/.exec(page.text)[1]);
  form.set("set", set);
  form.set("org", org);
  form.set("note", "thử");
  form.set("file", new Blob([docx], { type: word }), `${code}.docx`);
  const answer = await client.request(`/mau-giay/${code}`, { method: "POST", body: form, headers: { origin: server.url } });
  if (answer.status !== 303) return { status: answer.status, text: await answer.text() };
  return { status: 303, text: (await client.get(answer.headers.get("location"))).text };
}

async function made(code) {
  const answer = await api(`/api/v1/dossiers/${dossier}/papers`, { code });
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(answer.status, 200, answer.status === 200 ? "" : bytes.toString());
  return text_of(bytes);
}

// As people do: opened in LibreOffice and saved; here by way of its own format, so that every run is written anew.
async function saved_by_office(docx, name) {
  const run = (kind, file) =>
    promisify(execFile)("soffice", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", kind, "--outdir", folder, file]);
  writeFileSync(join(folder, `${name}.docx`), docx);
  await run("odt", join(folder, `${name}.docx`));
  await run("docx", join(folder, `${name}.odt`));
  return readFileSync(join(folder, `${name}.docx`));
}

const run_of = (text, look = "") => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (runs) => `<w:p>${runs}</w:p>`;
const row = (...cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${paragraph(run_of(cell))}</w:tc>`).join("")}</w:tr>`;
const at_the_top = (more) => (xml) => xml.replace("<w:body>", `<w:body>${more}`);

test("a template that LibreOffice has saved again is filled as before", async () => {
  const again = await saved_by_office(await downloaded("16-knd"), "plain");
  assert.notEqual(parts_of(again)["word/document.xml"].toString(), parts_of(await downloaded("16-knd"))["word/document.xml"].toString());
  const before_it = await made("16-KNĐ");
  const answer = await sent("16-knd", again);
  assert.equal(answer.status, 303, answer.text);
  assert.match(answer.text, /Đã nhận mẫu mới\./);
  assert.doesNotMatch(answer.text, /Trường không có/);
  // Page numbers lie in a field, whose last result is not of the template.
  const words = (text) => text.split(/\s+/).filter((word) => word && !/^(PAGE|\d)$/.test(word)).sort().join(" ");
  const after_it = await made("16-KNĐ");
  assert.doesNotMatch(after_it, /\{\{/);
  assert.equal(words(after_it), words(before_it));
});

test("names split over runs, unknown names and names left out", async () => {
  const look = '<w:i/><w:color w:val="3050A0"/>';
  const split = paragraph(run_of("Đồng chí {{ho", look) + "<w:proofErr w:type=\"spellStart\"/>" + run_of("_t", "<w:b/>") + run_of("en}} của {{chi_bo}}; {{khong_co_truong_nay}}", look));
  const docx = with_document(await downloaded("9-knd"), (xml) => at_the_top(split)(xml).replaceAll("{{que_quan}}", "…"));
  const answer = await sent("9-knd", await saved_by_office(docx, "split"));
  assert.equal(answer.status, 303, answer.text);
  assert.match(answer.text, /Trường không có, sẽ in nguyên như trong mẫu: khong_co_truong_nay/);
  assert.match(answer.text, /Mẫu không dùng: que_quan/);
  const text = await made("9-KNĐ");
  assert.match(text, /Đồng chí (?!\{)[^;{]+ của Chi bộ [^;{]+; \{\{khong_co_truong_nay\}\}/);
});

test("tables repeat their rows; headers and footers are filled", async () => {
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${row("Họ tên", "Quan hệ")}${row("{{#tham_tra}}[{{ten}}", "{{quan_he}}]{{/tham_tra}}")}</w:tbl>`;
  const parts = parts_of(with_document(await downloaded("cv-tt"), at_the_top(table + paragraph(run_of("{{#de_nghi}}Có đề nghị{{/de_nghi}}")))));
  parts["word/header2.xml"] = Buffer.from(parts["word/header2.xml"].toString().replace("</w:p>", `${run_of("ĐẦU TRANG {{ho_ten_in_hoa}}")}</w:p>`));
  const answer = await sent("cv-tt", await saved_by_office(docx_of(parts), "table"));
  assert.equal(answer.status, 303, answer.text);
  const file = join(folder, "cv-tt.docx");
  phusa(place, ["paper", "CV-TT", "--dossier", String(dossier), "-o", file]);
  const text = text_of(readFileSync(file));
  assert.match(text, /ĐẦU TRANG \p{Lu}+/u);
  assert.doesNotMatch(text, /\{\{|tham_tra/);
  assert.match(text, /Họ tên/);
});

test("a template that is not whole, or no Word file, is not taken", async () => {
  const open_only = with_document(await downloaded("6-knd"), at_the_top(paragraph(run_of("{{#ho_ten}}"))));
  const refused = await sent("6-knd", open_only);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /ho_ten/);
  const broken = with_document(await downloaded("6-knd"), at_the_top(paragraph(run_of("Đồng chí {{ho_ten"))));
  assert.equal((await sent("6-knd", broken)).status, 422);
  assert.equal((await sent("6-knd", Buffer.from("không phải"))).status, 422);
});
