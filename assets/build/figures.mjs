// Be Vietnam Pro has proportional figures only (a 1 is half as wide as a 4) and no `tnum` feature, so that columns of
// numbers would not line up. This makes the missing cut: the ten figures of a weight, each centred on one width.
import { readFileSync } from "node:fs";
import fonteditor from "fonteditor-core";

const { createFont, woff2 } = fonteditor;
const figures = [..."0123456789"].map((figure) => figure.codePointAt(0));

export async function tabularFigures(path) {
  await woff2.init();
  const font = createFont(readFileSync(path), { type: "woff2", subset: figures, hinting: false });
  const data = font.get();
  const isFigure = (glyph) => glyph.unicode?.some((code) => figures.includes(code));
  const width = data.glyf.find((glyph) => glyph.unicode?.includes(figures[0])).advanceWidth;
  data.glyf.forEach((glyph, index) => {
    if (!isFigure(glyph)) return;
    const middle = Math.round((width - (glyph.xMax - glyph.xMin)) / 2);
    data.glyf[index] = shifted(glyph, middle - glyph.xMin, width);
  });
  data.name.fontFamily = "Phu Sa Figures";
  data.head.created = data.head.modified = new Date(0);
  font.set(data);
  return font.write({ type: "woff2", hinting: false });
}

function shifted(glyph, by, advanceWidth) {
  const contours = glyph.contours.map((contour) => contour.map((point) => ({ ...point, x: point.x + by })));
  return { ...glyph, contours, xMin: glyph.xMin + by, xMax: glyph.xMax + by, leftSideBearing: glyph.xMin + by, advanceWidth };
}
