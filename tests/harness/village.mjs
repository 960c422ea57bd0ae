// A place of its own that begins empty: the link of the first start, the units down to two cells, an account for every
// role that carries a dossier, and the people of one cell. Everything through the pages.
import assert from "node:assert/strict";
import { Client } from "./client.mjs";
import { new_place, phusa } from "./database.mjs";
import { start_server } from "./server.mjs";

export const password = "phu sa boi dap dong bang";
const code = { province: "99", district: "99.001", commune: "99.001.001", cell: "99.001.001.000.001", other: "99.001.001.000.002" };

export const decoded = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
export const words_on = ({ text }) => decoded(text.replace(/<(script|svg)\b.*?<\/\1>/gs, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " "));
export const id_of = (path) => Number(/(\d+)$/.exec(path)[1]);

export class Village {
  static async begin() {
    const village = new Village();
    village.place = new_place();
    village.server = await start_server(village.place);
    await village.#enter_first();
    await village.#found_units();
    for (const [role, name, on] of [["secretary", "bi.thu", "cell"], ["office", "van.phong", "commune"], ["deciding", "huyen.uy", "district"], ["auditor", "kiem.tra", "province"]])
      village[role] = await village.account(name, { secretary: "cell_secretary", office: "grassroots_office", deciding: "deciding_office", auditor: "auditor" }[role], on);
    const names = ["Phạm Văn Mây", "Vũ Thị Gió", "Đỗ Văn Sông", "Bùi Thị Trăng", "Ngô Văn Đá"];
    village.members = [];
    for (const [index, name] of names.entries()) village.members.push(await village.add_person(village.cell, member(name, `1${index}/05/1980`)));
    village.candidate = await village.add_person(village.cell, { full_name: "Lê Thị Sen", born: "12/05/2000", standing: "none", agreed: "1" });
    return village;
  }

  async end() {
    await this.server?.stop();
    this.place?.remove();
  }

  // Signed in, with a password of their own.
  async account(name, role, on, more = []) {
    phusa(this.place, ["user", "add", name, "--role", role, "--on", code[on], ...more], `${password}\n`);
    const client = new Client(this.server.url);
    const page = await client.sign_in(name, password);
    if (page.path === "/ca-nhan/mat-khau") await client.submit(page.path, { current: password, password: `${password} moi`, password_again: `${password} moi` });
    return client;
  }

  async add_person(cell, fields) {
    const page = await this.secretary.submit(`${cell}/nguoi-moi`, { since: "01/01/2024", ...fields });
    assert.match(page.path, /^\/nguoi\/\d+$/, words_on(page));
    return id_of(page.path);
  }

  async #enter_first() {
    let link;
    for (let n = 0; n < 100 && !link; ++n) {
      link = /\/khoi-tao\/[\w-]+/.exec(this.server.log)?.[0];
      await new Promise((wait) => setTimeout(wait, 20));
    }
    const first = { unit_name: "Đảng bộ tỉnh Sông Bồi", unit_code: code.province, display_name: "Quản trị", name: "quan.tri", password, password_again: password };
    await new Client(this.server.url).submit(link, first);
  }

  async #found_units() {
    this.commission = await this.account("ban.to.chuc", "province_commission", "province");
    const root = /href="(\/to-chuc\/\d+)"/.exec((await this.commission.get("/to-chuc")).text)[1];
    const district = await this.#found(root, { name: "Đảng bộ huyện Bãi Ngang", kind: "district_committee", code: code.district });
    const commune = await this.#found(district, { name: "Đảng bộ xã Bồi Hạ", kind: "grassroots_committee", code: code.commune });
    this.cell = await this.#found(commune, { name: "Chi bộ thôn Đầu Làng", kind: "cell", code: code.cell });
    this.other = await this.#found(commune, { name: "Chi bộ thôn Cuối Làng", kind: "cell", code: code.other });
  }

  async #found(parent, fields) {
    const page = await this.commission.submit(`${parent}/don-vi-moi`, { sector: "commune", from: "01/01/2015", document: "", ...fields });
    assert.match(page.path, /^\/to-chuc\/\d+$/, words_on(page));
    return page.path;
  }
}

export const member = (name, born) => ({ full_name: name, born, standing: "member", since: "01/01/2016", admitted: "03/02/2012", recognised: "03/02/2013" });
