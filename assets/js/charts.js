// Draws the chart of a <figure data-chart> from the table that stands in it: one source, so they cannot differ.
import { init, use } from "echarts/core";
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { options } from "./chart_options.js";

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const drawn = new Map();

function readTable(figure) {
  const names = [...figure.querySelectorAll("thead th")].slice(1).map((head) => head.textContent.trim());
  const rows = [...figure.querySelectorAll("tbody tr")];
  const value = (cell) => (cell.dataset.value === "" ? null : Number(cell.dataset.value));
  return {
    kind: figure.dataset.chart,
    unit: figure.dataset.unit,
    labels: rows.map((row) => row.querySelector("th").textContent.trim()),
    series: names.map((name, index) => ({ name, values: rows.map((row) => value(row.querySelectorAll("td")[index])) })),
  };
}

export function draw(figure) {
  const plot = figure.querySelector("[data-plot]");
  const sharp = Math.max(2, devicePixelRatio); // as it will be printed
  const chart = drawn.get(figure) ?? init(plot, null, { renderer: "canvas", devicePixelRatio: sharp });
  if (!drawn.has(figure)) new ResizeObserver(() => chart.resize()).observe(plot);
  drawn.set(figure, chart);
  chart.setOption(options(readTable(figure), getComputedStyle(figure), plot.clientWidth), true);
}

const redraw = () => drawn.forEach((chart, figure) => draw(figure));
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
document.fonts.ready.then(redraw);
