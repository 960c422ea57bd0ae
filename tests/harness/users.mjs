// The accounts of a demo place, by role, from its demo-users.txt: lines "role<TAB>name<TAB>password", "#" for comments.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function demo_users(place) {
  const lines = readFileSync(join(place.data, "demo-users.txt"), "utf8").split("\n");
  const rows = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  return new Map(rows.map(([role, name, password]) => [role, { role, name, password }]));
}
