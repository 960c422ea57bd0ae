// The accounts of a demo place, by role, from its demo-users.txt: "name  password  role: unit".
import { readFileSync } from "node:fs";
import { join } from "node:path";

const role_of = {
  "bithu.chibo": "cell_secretary",
  "vanphong.coso": "grassroots_office",
  "vanphong.capuy": "deciding_office",
  "bantochuc.tinh": "province_commission",
  "truong.chinhtri": "school",
  "doan.thanhnien": "mass_organisation",
  "dangvien.giupdo": "helper",
  "kiemtra.giamsat": "auditor",
  "quantri.hethong": "administrator",
};

export function demo_users(place) {
  const lines = readFileSync(join(place.data, "demo-users.txt"), "utf8").split("\n").filter(Boolean);
  const rows = lines.map((line) => line.split(/\s{2,}/));
  return new Map(rows.map(([name, password]) => [role_of[name], { role: role_of[name], name, password }]));
}
