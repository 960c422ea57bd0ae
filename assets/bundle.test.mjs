import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const program = join(dirname(fileURLToPath(import.meta.url)), "bundle.mjs");
let scratch, out, manifest;

before(() => {
  scratch = mkdtempSync(join(tmpdir(), "assets-"));
  out = join(scratch, "one");
  execFileSync("node", [program, out]);
  manifest = JSON.parse(readFileSync(join(out, "manifest.json")));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

const size = (name) => {
  const file = manifest[name] ?? assert.fail(`no ${name}`);
  const sent = readdirSync(out).includes(`${file}.br`) ? `${file}.br` : file;
  return readFileSync(join(out, sent)).length;
};
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

test("the same sources give the same bytes", () => {
  const again = join(scratch, "two");
  execFileSync("node", [program, again]);
  assert.deepEqual(readdirSync(again), readdirSync(out));
  for (const file of readdirSync(out)) assert.ok(readFileSync(join(out, file)).equals(readFileSync(join(again, file))), file);
});

test("every file that pages load is in the manifest under its hash", () => {
  const listed = new Set(Object.values(manifest));
  for (const file of readdirSync(out).filter((name) => !/\.(br|gz|json)$/.test(name))) {
    assert.match(file, /-[A-Z0-9]{8}\.\w+$/);
    assert.ok(listed.has(file), file);
  }
});

test("compressed files hold what they stand beside", () => {
  const packed = readdirSync(out).filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(packed.length >= 10);
  for (const name of packed) {
    const unpacked = (name.endsWith(".br") ? brotliDecompressSync : gunzipSync)(readFileSync(join(out, name)));
    assert.ok(unpacked.equals(readFileSync(join(out, name.replace(/\.(br|gz)$/, "")))), name);
  }
});

test("the first page is light: 90 KB with its type, charts 200 KB later", () => {
  const type = Object.keys(manifest).filter((name) => name.endsWith(".woff2"));
  assert.equal(type.length, 6);
  const own = Object.keys(manifest).filter((name) => /^(app|chunk)\b.*\.(css|js)$/.test(name));
  assert.ok(sum([...type, ...own, "icons.svg", "mark.svg"]) <= 86 * 1024, "leaves 4 KB to the page itself");
  assert.ok(size("charts.js") <= 200 * 1024);
});

test("scripts make no code, and no file leads elsewhere", () => {
  for (const name of ["app.css", "app.js"]) {
    const text = readFileSync(join(out, manifest[name]), "utf8");
    assert.doesNotMatch(text, /https?:\/\/|\beval\(|new Function|sourceMappingURL/, name);
  }
});

test("the figures of a weight have one width", async () => {
  const { tabularFigures } = await import("./build/figures.mjs");
  const { default: fonteditor } = await import("fonteditor-core");
  const latin = join(dirname(program), "../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2");
  const widths = (font) => [..."0123456789"].map((figure) =>
    font.get().glyf.find((glyph) => glyph.unicode?.includes(figure.codePointAt(0))).advanceWidth);
  const made = await tabularFigures(latin);
  const read = (bytes) => fonteditor.createFont(bytes, { type: "woff2" });
  assert.ok(new Set(widths(read(readFileSync(latin)))).size > 1, "once the font has tabular figures, this cut can go");
  assert.equal(new Set(widths(read(made))).size, 1);
});
