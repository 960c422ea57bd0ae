// The pages that are looked at, with the role that looks. Numbers in paths are read from the site itself.

import { dossier_pages } from "./dossier_pages.mjs";

// The first address on a page that matches.
async function link_on(client, path, pattern) {
  const { text } = await client.get(path);
  const found = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll("&amp;", "&")).find((href) => pattern.test(href));
  if (!found) throw new Error(`no link like ${pattern} on ${path}`);
  return found;
}

const role = "province_commission";

async function work_pages(commission) {
  return [
    { name: "dang-nhap", path: "/dang-nhap" },
    { name: "tong-quan", path: "/tong-quan", role },
    { name: "tong-quan-chi-bo", path: "/tong-quan", role: "cell_secretary" },
    { name: "viec-can-lam", path: "/viec-can-lam", role: "deciding_office" },
    { name: "viec-can-lam-chi-bo", path: "/", role: "cell_secretary" },
    { name: "ho-so-theo-giai-doan", path: "/ho-so", role },
    { name: "ho-so-chi-bo", path: "/ho-so", role: "cell_secretary" },
    { name: "ho-so-danh-sach", path: "/ho-so?dang=danh-sach&luu_y=qua_han", role },
    { name: "ho-so-khong-thay", path: "/ho-so?q=khongcotenay", role },
    { name: "du-bi", path: "/du-bi", role },
    { name: "quyet-dinh", path: "/quyet-dinh", role },
    { name: "phieu-chuyen", path: "/phieu-chuyen", role },
    { name: "phieu-tiep-nhan", path: await link_on(commission, "/phieu-chuyen", /^\/phieu-chuyen\/\d+\/tiep-nhan$/), role },
    { name: "phieu-tra-lai", path: await link_on(commission, "/phieu-chuyen", /^\/phieu-chuyen\/\d+\/tra-lai$/), role },
  ];
}

async function unit_pages(commission) {
  const unit = await link_on(commission, "/to-chuc", /^\/to-chuc\/\d+$/);
  return [
    { name: "to-chuc", path: "/to-chuc", role },
    { name: "to-chuc-tim", path: "/to-chuc?q=dong+hung", role },
    { name: "to-chuc-tim-khong-thay", path: "/to-chuc?q=khong+co+that", role },
    { name: "don-vi", path: unit, role },
    { name: "don-vi-them", path: `${unit}/don-vi-moi`, role },
    { name: "don-vi-doi-ten", path: `${unit}/doi-ten`, role },
    { name: "don-vi-ghi-nhan", path: `${unit}/ghi-nhan`, role },
  ];
}

async function people_pages(commission) {
  const person = await link_on(commission, "/nguoi?trang_thai=probationary", /^\/nguoi\/\d+$/);
  const member = await link_on(commission, "/nguoi?trang_thai=official", /^\/nguoi\/\d+$/);
  const pair = await link_on(commission, "/chat-luong/danh-sach?nhom=duplicate", /^\/nguoi\/\d+\/gop\/\d+$/);
  const entry = (await link_on(commission, "/chat-luong/danh-sach?loi=sex", /^\/to-chuc\/\d+\/nhap-phieu/)).split("#")[0];
  return [
    { name: "nguoi", path: "/nguoi", role },
    { name: "nguoi-loc", path: "/nguoi?trang_thai=probationary&q=lan", role },
    { name: "nguoi-khong-thay", path: "/nguoi?q=khongcotenay", role },
    { name: "mot-nguoi", path: person, role },
    { name: "dinh-chinh", path: `${person}/dinh-chinh`, role },
    { name: "chat-luong", path: "/chat-luong", role },
    { name: "chat-luong-chi-bo", path: "/chat-luong", role: "cell_secretary" },
    { name: "chat-luong-danh-sach", path: "/chat-luong/danh-sach?nhom=missing", role },
    { name: "chat-luong-nghi-trung", path: "/chat-luong/danh-sach?nhom=duplicate", role },
    { name: "chat-luong-da-gop", path: "/chat-luong/da-gop", role },
    { name: "so-sanh", path: pair, role },
    { name: "phieu-ra-soat", path: entry.replace("nhap-phieu", "phieu-ra-soat"), role },
    { name: "nhap-phieu", path: entry, role },
    { name: "dinh-chinh-ket-nap", path: await link_on(commission, person, /^\/ket-nap\/\d+\/dinh-chinh$/), role },
    { name: "dinh-chinh-bien-dong", path: await link_on(commission, member, /^\/bien-dong\/\d+\/dinh-chinh$/), role },
    { name: "ket-nap-moi", path: `${member}/ket-nap-moi`, role },
    { name: "bien-dong-moi", path: `${member}/bien-dong-moi`, role },
  ];
}

async function report_pages(commission) {
  return [
    { name: "tim", path: "/tim?q=thai+thuy", role },
    { name: "bao-cao", path: "/bao-cao", role },
    { name: "ket-qua", path: "/bao-cao/ket-qua", role },
    { name: "bieu", path: "/bao-cao/bieu", role },
    { name: "bieu-1", path: "/bao-cao/bieu/1-btctw?ky=2025", role },
    { name: "bieu-1-chi-bo", path: "/bao-cao/bieu/1-btctw?ky=2025", role: "cell_secretary" },
    { name: "bieu-2", path: "/bao-cao/bieu/2-btctw?ky=2011", role },
    { name: "bieu-dinh-nghia", path: "/bao-cao/bieu/2-btctw/dinh-nghia", role },
    { name: "bieu-nguoi", path: "/bao-cao/bieu/1-btctw/nguoi?dong=moved_out&ky=2011", role },
    { name: "bieu-to-chuc", path: "/bao-cao/bieu/2-btctw/nguoi?dong=cells_no_masses&ky=2011", role },
    { name: "bang-cheo", path: "/bao-cao/bang-cheo", role },
    { name: "bang-cheo-hai-chieu", path: "/bao-cao/bang-cheo?dong=occupation&dong_2=sex&cot=age_band&loc_youth_union_member=no&ky=2011", role },
    { name: "bang-cheo-don-vi", path: "/bao-cao/bang-cheo?dong=district&cot=year&so=row_share", role },
    { name: "bang-cheo-sai", path: "/bao-cao/bang-cheo?dong=sex&cot=sex", role },
    { name: "bang-cheo-trong", path: "/bao-cao/bang-cheo?dong=sex&cot=year&loc_ethnicity=co_tu&ky=1960", role },
    { name: "xu-huong", path: "/bao-cao/xu-huong", role },
    { name: "xu-huong-nu", path: "/bao-cao/xu-huong?theo=indicator:women&so=share", role },
    { name: "xu-huong-gia-tri", path: "/bao-cao/xu-huong?theo=general_education&buoc=quarter&ky=2010-01-01..2011-12-31", role },
    { name: "cau-hoi", path: "/bao-cao/cau-hoi", role },
    { name: "cau-hoi-sua", path: await link_on(commission, "/bao-cao/cau-hoi", /^\/bao-cao\/cau-hoi\/\d+$/), role },
    { name: "cau-hoi-xoa", path: `${await link_on(commission, "/bao-cao/cau-hoi", /^\/bao-cao\/cau-hoi\/\d+$/)}/xoa`, role },
    { name: "soat-so-lieu", path: "/bao-cao/soat-so-lieu", role },
    { name: "mau-giay", path: "/mau-giay", role },
    { name: "mau-giay-6-knd", path: "/mau-giay/6-knd", role },
    { name: "so-van-ban", path: "/so-van-ban", role: "deciding_office" },
  ];
}

async function audit_round_pages(commission) {
  const round = await link_on(commission, "/kiem-tra-mau", /^\/kiem-tra-mau\/dot\/\d+$/);
  const sheet = await link_on(commission, round, /^\/kiem-tra-mau\/phieu\/\d+$/);
  const asked = "name=Th%E1%BB%AD&first=01/01/2023&last=30/06/2026&share=10&seed=42&due=31/12/2030";
  const { text } = await commission.get("/kiem-tra-mau/moi");
  const unit = /<option value="(\d+)"/.exec(text.slice(text.indexOf('name="unit"')))[1];
  return [
    { name: "kiem-tra-mau", path: "/kiem-tra-mau", role },
    { name: "kiem-tra-mau-chi-bo", path: "/kiem-tra-mau", role: "cell_secretary" },
    { name: "kiem-tra-mau-moi", path: "/kiem-tra-mau/moi", role },
    { name: "kiem-tra-mau-xem-thu", path: `/kiem-tra-mau/moi?unit=${unit}&${asked}`, role },
    { name: "kiem-tra-mau-dot", path: round, role },
    { name: "kiem-tra-mau-ve", path: `${round}/ve`, role },
    { name: "kiem-tra-mau-ho-so", path: `${round}/ho-so`, role },
    { name: "kiem-tra-mau-ket-thuc", path: `${round}/ket-thuc`, role },
    { name: "kiem-tra-mau-phieu-in", path: `${round}/phieu-in`, role },
    { name: "kiem-tra-mau-cua-toi", path: "/kiem-tra-mau/cua-toi", role: "cell_secretary" },
    { name: "kiem-tra-mau-phieu", path: sheet, role },
    { name: "kiem-tra-mau-khac-phuc", path: "/kiem-tra-mau/khac-phuc", role },
    { name: "kiem-tra-mau-viec", path: await link_on(commission, "/kiem-tra-mau/khac-phuc", /^\/kiem-tra-mau\/khac-phuc\/\d+$/), role },
    { name: "kiem-tra-mau-thong-ke", path: "/kiem-tra-mau/thong-ke", role },
  ];
}

async function account_pages(commission, administrator, helper) {
  return [
    { name: "quy-dinh", path: "/quy-dinh", role },
    { name: "quy-dinh-mot", path: "/quy-dinh/208-qd-tw", role },
    { name: "quy-dinh-chi-bo", path: "/quy-dinh/24-qd-tw", role: "cell_secretary" },
    { name: "quy-dinh-dat", path: "/quy-dinh/208-qd-tw/dat?quy_tac=education.min", role },
    { name: "quy-dinh-xac-nhan", path: "/quy-dinh/208-qd-tw/dat", role },
    { name: "quy-dinh-them", path: "/quy-dinh/them", role },
    { name: "nhap-du-lieu", path: "/nhap-du-lieu", role },
    { name: "tai-khoan", path: "/tai-khoan", role: "administrator" },
    { name: "tai-khoan-moi", path: "/tai-khoan/moi", role: "administrator" },
    { name: "tai-khoan-mot", path: await link_on(administrator, "/tai-khoan?q=giup+do", /^\/tai-khoan\/\d+$/), role: "administrator" },
    { name: "tai-khoan-nguoi", path: `${await link_on(administrator, "/tai-khoan?q=giup+do", /^\/tai-khoan\/\d+$/)}/nguoi?ten=nguyen`, role: "administrator" },
    { name: "viec-can-lam-giup-do", path: "/viec-can-lam", role: "helper" },
    { name: "ho-so-giup-do", path: await link_on(helper, "/viec-can-lam", /^\/ho-so\/\d+$/), role: "helper" },
    { name: "viec-can-lam-truong", path: "/viec-can-lam", role: "school" },
    { name: "ca-nhan", path: "/ca-nhan", role },
    { name: "nhac-viec", path: "/nhac-viec", role },
    { name: "nhac-viec-don-vi", path: (await link_on(commission, "/nhac-viec", /^\/nhac-viec\?don_vi=\d+$/)) + "&ngay=2026-07-15", role },
    { name: "nhac-viec-giup-do", path: "/nhac-viec?ngay=2026-06-30", role: "helper" },
    { name: "nhac-viec-toi", path: "/ca-nhan/nhac-viec", role: "cell_secretary" },
    { name: "nhac-viec-thu", path: "/nhac-viec/thu", role: "administrator" },
    { name: "nhat-ky", path: "/nhat-ky", role },
    { name: "kieu-mau", path: "/kieu-mau", role },
    { name: "khong-co-trang", path: "/khong-co-trang-nay", role },
  ];
}

export async function pages_of(commission, deciding_office, administrator, helper) {
  const parts = [
    await work_pages(commission),
    await dossier_pages(commission, deciding_office),
    await unit_pages(commission),
    await people_pages(commission),
    await report_pages(commission),
    await audit_round_pages(commission),
    await account_pages(commission, administrator, helper),
  ];
  return parts.flat();
}
