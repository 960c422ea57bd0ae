// The options of one chart in the page's own colours, type and way of writing numbers: 10.986 and 60,6%.
const whole = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

export function options(data, style, width) {
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const look = {
    ink: colour("ink"), soft: colour("ink-soft"), line: colour("line"), surface: colour("surface"),
    series: [1, 2, 3, 4, 5, 6].map((number) => colour(`series-${number}`)),
    family: style.fontFamily, narrow: width < 480, width,
  };
  const written = (value) => (value == null ? "–" : whole.format(value) + (data.unit === "%" ? "%" : data.unit ? ` ${data.unit}` : ""));
  return {
    color: look.series,
    textStyle: { fontFamily: look.family, fontSize: 13, color: look.soft },
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    tooltip: tooltip(data, look, written),
    legend: { show: data.series.length > 1, top: 0, left: 0, icon: "roundRect", itemWidth: 12, itemHeight: 12, itemGap: 18, textStyle: { color: look.soft, fontSize: 13 } },
    ...(data.kind === "pie" ? pie(data, look) : axes(data, look)),
  };
}

// A box of elements, not of markup: the page's policy allows no inline styles.
function tooltip(data, look, written) {
  return {
    className: "chart-tip",
    trigger: data.kind === "pie" ? "item" : "axis",
    axisPointer: { z: 0, type: data.kind === "line" ? "line" : "shadow", lineStyle: { color: look.soft }, shadowStyle: { color: look.line, opacity: 0.35 } },
    backgroundColor: look.surface, borderColor: look.line, borderWidth: 1, padding: [8, 12],
    transitionDuration: 0, confine: true,
    formatter: (hovered) => tip([hovered].flat(), data.kind === "pie", written),
  };
}

function tip(points, isPie, written) {
  const lines = points.map(({ seriesName, name, value, color }) => {
    const line = element("p", "", element("i", ""), element("span", isPie ? name : seriesName), element("b", written(value)));
    line.firstChild.style.backgroundColor = color;
    return line;
  });
  return isPie ? lines : [element("p", points[0].name), ...lines];
}

function element(kind, text, ...inner) {
  const made = document.createElement(kind);
  made.textContent = text;
  made.append(...inner);
  return made;
}

// A legend of many names wraps; the plot begins below it.
function legendLines({ series }, width) {
  if (series.length < 2) return 0;
  return Math.ceil(series.reduce((sum, { name }) => sum + 40 + 7.5 * name.length, 0) / width);
}

function axes(data, look) {
  const lying = data.kind === "bar" && data.series.length === 1 && data.labels.some((label) => label.length > 14);
  const names = {
    type: "category", data: data.labels, inverse: lying, axisTick: { show: false },
    axisLine: { lineStyle: { color: look.soft } },
    axisLabel: { color: look.soft, fontSize: 13, hideOverlap: true, ...(lying && { width: look.narrow ? 110 : 190, overflow: "break", lineHeight: 17, interval: 0 }) },
  };
  const numbers = {
    type: "value", splitNumber: 4, splitLine: { lineStyle: { color: look.line } },
    scale: data.kind === "line", // a line shows change, a bar shows size
    axisLabel: { color: look.soft, fontSize: 13, hideOverlap: true, formatter: (value) => whole.format(value) + (data.unit === "%" ? "%" : "") },
  };
  return {
    grid: { top: 14 + 28 * legendLines(data, look.width), right: 16, bottom: 4, left: 4, containLabel: true },
    xAxis: lying ? numbers : names,
    yAxis: lying ? names : numbers,
    series: data.series.map((series, index) => (data.kind === "line" ? line(series, index) : bar(series, data.kind === "stacked", lying))),
  };
}

const bar = ({ name, values }, stacked, lying) => ({
  type: "bar", name, data: values, emphasis: { disabled: true }, barMaxWidth: lying ? 18 : 36, barGap: "12%",
  itemStyle: { borderRadius: stacked ? 0 : lying ? [0, 2, 2, 0] : [2, 2, 0, 0] }, ...(stacked && { stack: "all" }),
});

// Lines differ by their marks too, not by colour alone.
const marks = ["circle", "rect", "triangle", "diamond"];
const line = ({ name, values }, index) => ({
  type: "line", name, data: values, symbol: marks[index % marks.length], symbolSize: 8, lineStyle: { width: 2.5 }, connectNulls: false,
});

// Names stand at their slices, or below on a phone.
function pie(data, look) {
  const { name: what, values } = data.series[0];
  const sum = values.reduce((total, value) => total + (value ?? 0), 0);
  const share = (name) => `${whole.format((100 * values[data.labels.indexOf(name)]) / sum)}%`;
  const below = { show: true, bottom: 0, left: 0, top: "auto", formatter: (name) => `${name}: ${share(name)}`, icon: "roundRect", itemWidth: 12, itemHeight: 12, textStyle: { color: look.soft, fontSize: 13 } };
  return {
    legend: look.narrow ? below : { show: false },
    series: [{
      type: "pie", name: what, data: data.labels.map((name, index) => ({ name, value: values[index] })), startAngle: 90, minShowLabelAngle: 6,
      radius: look.narrow ? ["36%", "64%"] : ["45%", "78%"], center: ["50%", look.narrow ? "36%" : "50%"],
      itemStyle: { borderColor: look.surface, borderWidth: 2 },
      label: { show: !look.narrow, color: look.ink, fontSize: 13, lineHeight: 18, formatter: ({ name }) => `${name}\n${share(name)}` },
      labelLine: { lineStyle: { color: look.soft } },
    }],
  };
}
