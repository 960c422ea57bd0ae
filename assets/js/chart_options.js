// The options of one chart in the page's own colours, type and way of writing numbers: 10.986 and 60,6%.
import { element } from "./element.js";

const written = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const size = 13;
const square = { icon: "roundRect", itemWidth: 12, itemHeight: 12, itemGap: 18 };

export function options(data, style, width) {
  const look = lookOf(style, width);
  return {
    color: look.series,
    textStyle: { fontFamily: style.fontFamily, fontSize: size, color: look.soft },
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    tooltip: tooltip(data, look),
    legend: { ...square, show: data.series.length > 1, top: 0, left: 0, textStyle: look.text },
    ...(data.kind === "pie" ? pie(data, look) : axes(data, look)),
  };
}

function lookOf(style, width) {
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const soft = colour("ink-soft");
  return {
    ink: colour("ink"), soft, line: colour("line"), surface: colour("surface"),
    series: [1, 2, 3, 4, 5, 6].map((number) => colour(`series-${number}`)),
    text: { color: soft, fontSize: size },
    width, narrow: width < 480,
  };
}

const percent = (data) => (data.unit === "%" ? "%" : "");

function withUnit(value, data) {
  if (value == null) return "–";
  const unit = data.unit && data.unit !== "%" ? ` ${data.unit}` : percent(data);
  return written.format(value) + unit;
}

// A box of elements, not of markup: the page's policy allows no inline styles.
function tooltip(data, look) {
  const isPie = data.kind === "pie";
  return {
    className: "chart-tip",
    trigger: isPie ? "item" : "axis",
    axisPointer: {
      z: 0, type: data.kind === "line" ? "line" : "shadow",
      lineStyle: { color: look.soft }, shadowStyle: { color: look.line, opacity: 0.35 },
    },
    backgroundColor: look.surface, borderColor: look.line, borderWidth: 1, padding: [8, 12],
    transitionDuration: 0, confine: true,
    formatter: (hovered) => (isPie ? [tip(hovered, hovered.name, data)]
      : [element("p", {}, hovered[0].name), ...hovered.map((point) => tip(point, point.seriesName, data))]),
  };
}

function tip(point, name, data) {
  const mark = element("i");
  mark.style.backgroundColor = point.color;
  return element("p", {}, mark, element("span", {}, name), element("b", {}, withUnit(point.value, data)));
}

function axes(data, look) {
  const single = data.series.length === 1;
  const lying = data.kind === "bar" && single && data.labels.some((label) => label.length > 14);
  const names = namesAxis(data, look, lying);
  const numbers = numbersAxis(data, look);
  return {
    grid: { top: 14 + 28 * legendLines(data, look.width), right: 16, bottom: 4, left: 4, containLabel: true },
    xAxis: lying ? numbers : names,
    yAxis: lying ? names : numbers,
    series: data.series.map((series, index) => (data.kind === "line" ? line(series, index) : bar(series, data, lying))),
  };
}

function namesAxis(data, look, lying) {
  const wrapped = { width: look.narrow ? 110 : 190, overflow: "break", lineHeight: 17, interval: 0 };
  return {
    type: "category", data: data.labels, inverse: lying, axisTick: { show: false },
    axisLine: { lineStyle: { color: look.soft } },
    axisLabel: { ...look.text, hideOverlap: true, ...(lying && wrapped) },
  };
}

function numbersAxis(data, look) {
  return {
    type: "value", splitNumber: 4, splitLine: { lineStyle: { color: look.line } },
    scale: data.kind === "line", // a line shows change, a bar shows size
    axisLabel: { ...look.text, hideOverlap: true, formatter: (value) => written.format(value) + percent(data) },
  };
}

// A legend of many names wraps; the plot begins below it.
function legendLines({ series }, width) {
  if (series.length < 2) return 0;
  let lines = 1;
  let used = 0;
  for (const { name } of series) {
    const needed = 40 + 7.5 * name.length;
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
    }
    used += needed;
  }
  return lines;
}

function bar({ name, values }, { kind }, lying) {
  const stacked = kind === "stacked";
  const rounded = lying ? [0, 2, 2, 0] : [2, 2, 0, 0];
  return {
    type: "bar", name, data: values, emphasis: { disabled: true }, barMaxWidth: lying ? 18 : 36, barGap: "12%",
    itemStyle: { borderRadius: stacked ? 0 : rounded }, ...(stacked && { stack: "all" }),
  };
}

// Lines differ by their marks too, not by colour alone.
const marks = ["circle", "rect", "triangle", "diamond"];

function line({ name, values }, index) {
  return {
    type: "line", name, data: values, symbol: marks[index % marks.length], symbolSize: 8,
    showSymbol: values.length <= 16, showAllSymbol: true, lineStyle: { width: 2.5 }, connectNulls: false,
  };
}

// Names stand at their slices, or below on a phone.
function pie(data, look) {
  const { name: what, values } = data.series[0];
  const sum = values.reduce((total, value) => total + (value ?? 0), 0);
  const share = (name) => `${written.format((100 * values[data.labels.indexOf(name)]) / sum)}%`;
  return {
    legend: {
      ...square, show: look.narrow, bottom: 0, left: 0, textStyle: look.text,
      formatter: (name) => `${name}: ${share(name)}`,
    },
    series: [{
      type: "pie", name: what, data: data.labels.map((name, index) => ({ name, value: values[index] })),
      startAngle: 90, minShowLabelAngle: 6, itemStyle: { borderColor: look.surface, borderWidth: 2 },
      radius: look.narrow ? ["36%", "64%"] : ["45%", "78%"], center: ["50%", look.narrow ? "36%" : "50%"],
      label: {
        show: !look.narrow, color: look.ink, fontSize: size, lineHeight: 18,
        formatter: ({ name }) => `${name}\n${share(name)}`,
      },
      labelLine: { lineStyle: { color: look.soft } },
    }],
  };
}
