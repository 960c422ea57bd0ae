// Bundles styles, scripts, fonts and icons into content-hashed files that the program embeds and serves itself.
// Usage: node bundle.mjs OUT_DIR
// OUT_DIR/manifest.json maps each logical name (app.css) to its file (app-XXXXXXXX.css); compressible files have
// .br and .gz beside them. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { tabularFigures } from "./build/figures.mjs";
import { iconSprite } from "./build/icons.mjs";
import { licences } from "./build/licences.mjs";

const assets = dirname(fileURLToPath(import.meta.url));
const modules = join(assets, "..", "node_modules");
const out = process.argv[2];
if (!out) {
  console.error("usage: node bundle.mjs OUT_DIR");
  process.exit(2);
}

// Chromium 90, Firefox 90 and Safari 15 (2021): offices keep their machines long.
const target = ["chrome90", "firefox90", "safari15"];
const fontFile = (weight) => join(modules, `@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff2`);

const made = {
  name: "made",
  setup(build) {
    build.onResolve({ filter: /^made:/ }, ({ path }) => ({ path: path.slice("made:".length), namespace: "made" }));
    build.onLoad({ filter: /^figures-\d+\.woff2$/, namespace: "made" }, async ({ path }) => ({
      contents: await tabularFigures(fontFile(path.match(/\d+/)[0])), loader: "file",
    }));
    // The dark palette is written once and holds by the system's wish or by the person's, on screens only.
    build.onLoad({ filter: /^dark\.css$/, namespace: "made" }, () => {
      const palette = readFileSync(join(assets, "css/dark.css"), "utf8");
      return {
        contents: `@media screen { :root[data-theme="dark"] { ${palette} } }\n`
          + `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${palette} } }\n`,
        loader: "css",
      };
    });
  },
};

function write(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
  const file = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  writeFileSync(join(out, file), bytes);
  return file;
}

function compress(file) {
  const bytes = readFileSync(join(out, file));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(bytes, { params: quality }));
  writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const { outputFiles } = await esbuild.build({
  absWorkingDir: assets,
  entryPoints: ["css/app.css", "js/app.js"],
  bundle: true, minify: true, splitting: true, format: "esm", charset: "utf8", target, legalComments: "none",
  outdir: out, entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "file" }, plugins: [made], write: false, logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong
for (const { path, contents } of outputFiles) writeFileSync(path, contents);

const manifest = {};
for (const file of outputFiles.map(({ path }) => basename(path)).sort()) {
  const name = file.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, "");
  let free = name; // parts that scripts share are all called chunk
  for (let number = 2; free in manifest; number += 1) free = name.replace(".", `-${number}.`);
  manifest[free] = file;
}
manifest["icons.svg"] = write("icons.svg", iconSprite(assets, modules));
manifest["mark.svg"] = write("mark.svg", readFileSync(join(assets, "mark.svg")));
manifest["favicon.ico"] = manifest["mark.svg"];
manifest["licences.txt"] = write("licences.txt", licences(modules));
writeFileSync(join(out, "style-guide.json"), readFileSync(join(assets, "style-guide.json"))); // of the page /kieu-mau

for (const file of readdirSync(out)) if (/\.(css|js|svg|txt)$/.test(file)) compress(file);
const ordered = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(ordered, null, 2)}\n`);
