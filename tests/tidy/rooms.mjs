// The borders of docs/rooms.md: the table equals the add_room lines, and no #include crosses what it allows.
import { finding } from "./source.mjs";

const words = (cell) => (cell.trim() === "–" ? [] : cell.trim().split(/\s+/));

// name → { headers, sources } from the table of docs/rooms.md.
export function read_rooms(markdown) {
  const rows = [...markdown.matchAll(/^\| `(\w+)` \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)];
  return new Map(rows.map(([, name, headers, sources]) => [name, { headers: words(headers), sources: words(sources) }]));
}

// The same from the add_room lines of CMakeLists.txt.
export function read_add_rooms(cmake) {
  const list = (rest, key) => (new RegExp(`\\b${key}\\s+([a-z\\s]*)`).exec(rest)?.[1] ?? "").split(/\s+/).filter(Boolean);
  return new Map([...cmake.matchAll(/^add_room\((\w+)([^)]*)\)/gm)].map(([, name, rest]) =>
    [name, { headers: list(rest, "SEES"), sources: list(rest, "USES") }]));
}

export function check_table(table, cmake, sources) {
  const found = [];
  const say = (path, message) => found.push({ path, line: 1, message });
  const show = (room) => `headers ${room.headers.join(" ") || "–"}, sources ${room.sources.join(" ") || "–"}`;
  for (const [name, room] of cmake) {
    if (!table.has(name)) say("docs/rooms.md", `room ${name} of CMakeLists.txt is not in the table`);
    else if (show(table.get(name)) !== show(room)) say("docs/rooms.md", `room ${name}: the table says ${show(table.get(name))}, add_room ${show(room)}`);
  }
  for (const name of table.keys()) if (!cmake.has(name)) say("CMakeLists.txt", `room ${name} of docs/rooms.md has no add_room line`);
  const folders = new Set(sources.map((source) => source.room).filter(Boolean));
  for (const name of folders) if (!table.has(name)) say("docs/rooms.md", `src/${name} is not a room of the table`);
  return found;
}

// Libraries whose headers cost seconds, and where they may stand.
const heavy = [
  { include: /^<boost\/(asio|beast)/, rooms: ["web"], name: "Boost.Beast and Asio" },
  { include: /^<soci\//, rooms: ["storage"], name: "SOCI" },
  { include: /^<spdlog\//, rooms: null, name: "spdlog" },
  // Two settings of toml++ in one program collide when it is linked: one header decides.
  { include: /^<toml\+\+\/|^"base\/toml\.hpp"/, rooms: null, name: "toml++", through: "base/toml.hpp" },
  { include: /^<(libpq-fe|sqlite3)\.h>/, rooms: ["storage"], name: "database libraries" },
];

const sources_max_of_private_header = 4;

// Who reads each header, directly or through others: "src/room/x.hpp" → paths.
function readers_of(sources) {
  const readers = new Map();
  for (const source of sources.filter((candidate) => candidate.is_cpp && !candidate.is_test))
    for (const [, path] of source.text.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm))
      readers.set(`src/${path}`, [...(readers.get(`src/${path}`) ?? []), source.path]);
  const reached = (header, seen = new Set()) => {
    for (const reader of readers.get(header) ?? [])
      if (!seen.has(reader)) reached(reader, seen.add(reader));
    return seen;
  };
  return new Map([...readers.keys()].map((header) => [header, [...reached(header)]]));
}

// The headers that few .cpp files reach: what they need, nobody else has to read.
export function private_headers(sources) {
  const count = (paths) => paths.filter((path) => path.endsWith(".cpp")).length;
  return new Set([...readers_of(sources)].filter(([, paths]) => count(paths) <= sources_max_of_private_header).map(([header]) => header));
}

// The headers that only their own room reads: they may include what its sources may, since no other room meets it.
export function inner_headers(sources) {
  const room_of = (path) => /^src\/([^/]+)\//.exec(path)?.[1];
  return new Set([...readers_of(sources)].filter(([header, paths]) => paths.every((path) => room_of(path) === room_of(header))).map(([header]) => header));
}

export function check_includes(source, table, privates = new Set(), inner = new Set()) {
  if (!source.room || !source.is_cpp || !table.has(source.room)) return [];
  const room = table.get(source.room);
  const is_header = source.path.endsWith(".hpp");
  const allowed = new Set([source.room, ...room.headers, ...(is_header && !source.is_test && !inner.has(source.path) ? [] : room.sources)]);
  const found = [];
  source.lines.forEach((text, index) => {
    const include = /^\s*#\s*include\s*(["<][^">]+[">])/.exec(text)?.[1];
    const message = include && fault_of(include, source, { allowed, is_header, table, is_private: privates.has(source.path) });
    if (message) found.push(finding(source, index + 1, message));
  });
  return found;
}

function fault_of(include, source, { allowed, is_header, table, is_private }) {
  if (include[0] === '"') {
    const other = /^"([^/"]+)\//.exec(include)?.[1];
    if (other === "cast" && source.is_test) return null; // tests/cast/, the people of all tests
    if (!other || !table.has(other)) return `${include} is not of the form "room/file.hpp"`;
    if (!allowed.has(other)) return `${source.room} may not include ${include} ${is_header ? "in a header " : ""}(docs/rooms.md)`;
  }
  const rule = heavy.find((candidate) => candidate.include.test(include));
  if (!rule || source.path === `src/${rule.through}`) return null;
  if (rule.through && include[0] === "<") return `${rule.name} is included through "${rule.through}"`;
  if (is_header && !is_private) return `${include} is a heavy header: hide ${rule.name} in a few .cpp files`;
  if (rule.rooms && !rule.rooms.includes(source.room)) return `${rule.name} may be used in ${rule.rooms.join(", ")} only`;
  return null;
}
