// The pages that are looked at, with the role that looks. Numbers in paths are read from the site itself.

import { dossier_pages } from "./dossier_pages.mjs";

// The first address on a page that matches.
async function link_on(client, path, pattern) {
  const { text } = await client.get(path);
  const found = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll("&amp;", "&")).find((href) => pattern.test(href));
  if (!found) throw new Error(`no link like ${pattern} on ${path}`);
  return found;
}

export async function pages_of(commission, deciding_office) {
  const role = "province_commission";
  const unit = await link_on(commission, "/to-chuc", /^\/to-chuc\/\d+$/);
  const person = await link_on(commission, "/nguoi?trang_thai=probationary", /^\/nguoi\/\d+$/);
  const member = await link_on(commission, "/nguoi?trang_thai=official", /^\/nguoi\/\d+$/);
  const pair = await link_on(commission, "/chat-luong/danh-sach?nhom=duplicate", /^\/nguoi\/\d+\/gop\/\d+$/);
  const entry = (await link_on(commission, "/chat-luong/danh-sach?loi=sex", /^\/to-chuc\/\d+\/nhap-phieu/)).split("#")[0];
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
    ...(await dossier_pages(commission, deciding_office)),
    { name: "to-chuc", path: "/to-chuc", role },
    { name: "to-chuc-tim", path: "/to-chuc?q=dong+hung", role },
    { name: "to-chuc-tim-khong-thay", path: "/to-chuc?q=khong+co+that", role },
    { name: "don-vi", path: unit, role },
    { name: "don-vi-them", path: `${unit}/don-vi-moi`, role },
    { name: "don-vi-doi-ten", path: `${unit}/doi-ten`, role },
    { name: "don-vi-ghi-nhan", path: `${unit}/ghi-nhan`, role },
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
    { name: "bien-dong-moi", path: `${member}/bien-dong-moi`, role },
    { name: "tim", path: "/tim?q=thai+thuy", role },
    { name: "bao-cao", path: "/bao-cao", role },
    { name: "ket-qua", path: "/bao-cao/ket-qua", role },
    { name: "soat-so-lieu", path: "/bao-cao/soat-so-lieu", role },
    { name: "tai-khoan", path: "/tai-khoan", role: "administrator" },
    { name: "tai-khoan-moi", path: "/tai-khoan/moi", role: "administrator" },
    { name: "ca-nhan", path: "/ca-nhan", role },
    { name: "nhat-ky", path: "/nhat-ky", role },
    { name: "kieu-mau", path: "/kieu-mau", role },
    { name: "khong-co-trang", path: "/khong-co-trang-nay", role },
  ];
}
