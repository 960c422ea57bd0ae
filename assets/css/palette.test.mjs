// Contrast as WCAG 2.2 measures it, for both palettes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (file) => Object.fromEntries([...readFileSync(new URL(file, import.meta.url), "utf8")
  .matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
const palettes = { light: read("tokens.css"), dark: read("dark.css") };

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const texts = ["ink", "ink-soft", "ink-faint", "accent", "good", "warn", "bad", "info"];
const marks = ["line-strong", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground, 4.5])),
  ...marks.flatMap((mark) => grounds.map((ground) => [mark, ground, 3])),
  ...["good", "warn", "bad", "info", "accent"].map((tone) => [tone, `${tone}-soft`, 4.5]),
  ...["good", "warn", "bad", "info", "accent"].map((tone) => ["ink", `${tone}-soft`, 4.5]),
  ["on-accent", "accent-fill", 4.5], ["on-accent", "accent-deep", 4.5],
];

test("light and dark name the same colours", () => {
  assert.deepEqual(Object.keys(palettes.dark), Object.keys(palettes.light));
});

for (const [name, palette] of Object.entries(palettes))
  test(`every ink can be read on every ground, ${name}`, () => {
    for (const [ink, ground, least] of pairs) {
      const measured = contrast(palette[ink], palette[ground]);
      assert.ok(measured >= least, `${ink} on ${ground}: ${measured.toFixed(2)} < ${least}`);
    }
  });
