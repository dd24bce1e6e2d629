"use strict";
// Draws a chart before the table it shows: <figure data-chart="columns|rows"> with one table inside. The first column
// names, each further one is a series: `data-value` is what is drawn (none: a gap), the link in the cell is where the
// bar leads. Without this script the table stands alone; keyboards and readers use the table.
(() => {
  const drawn = new Map(); // plot → [figure, chart]
  const ROW = 30;

  function read(figure) {
    const heads = [...figure.querySelectorAll("thead th")].slice(1);
    const rows = [...figure.querySelectorAll("tbody tr")].filter((row) => row.cells.length > 1);
    const cell = (row, place) => row.cells[place + 1];
    return {
      names: rows.map((row) => row.cells[0].textContent.trim()),
      series: heads
        .map((head, place) => ({
          name: head.textContent.trim(),
          values: rows.map((row) => cell(row, place)?.dataset.value ?? null),
          texts: rows.map((row) => cell(row, place)?.textContent.trim() ?? ""),
          links: rows.map((row) => (cell(row, place)?.querySelector("a") ?? row.cells[0].querySelector("a"))?.href),
        }))
        .filter((one) => one.values.some((value) => value !== null)),
    };
  }

  function option(figure, data) {
    const look = getComputedStyle(figure);
    const colour = (name) => look.getPropertyValue(name).trim();
    const lying = figure.dataset.chart === "rows";
    const font = { fontFamily: look.fontFamily, fontSize: 12, color: colour("--ink-soft") };
    const names = {
      type: "category",
      data: data.names,
      inverse: lying,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("--line-strong") } },
      axisLabel: { ...font, interval: lying ? 0 : "auto", hideOverlap: !lying, ...(lying && { width: Math.min(180, figure.clientWidth * 0.36), overflow: "truncate" }) },
    };
    const values = {
      type: "value",
      minInterval: figure.dataset.unit === "%" ? 0 : 1,
      max: figure.dataset.most ? Number(figure.dataset.most) : null,
      splitNumber: 3,
      axisLabel: { ...font, color: colour("--quiet"), hideOverlap: true },
      splitLine: { lineStyle: { color: colour("--line-soft") } },
    };
    const colours = [colour("--tblr-primary"), colour("--accent-line"), colour("--quiet")];
    return {
      animation: false,
      textStyle: font,
      grid: { left: 4, right: lying ? 56 : 8, top: data.series.length > 1 ? 32 : lying && !figure.dataset.mark ? 4 : 22, bottom: 4, containLabel: true },
      legend: data.series.length > 1 ? { top: 0, textStyle: font, itemWidth: 12, itemHeight: 12 } : undefined,
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: data.series.map((one, place) => ({
        type: "bar",
        name: one.name,
        barMaxWidth: lying ? 14 : 32,
        barMinHeight: 2,
        itemStyle: { color: colours[place % colours.length], borderRadius: 2 },
        data: one.values.map((value) => (value === null ? null : Number(value))),
        label: { ...font, show: true, position: lying ? "right" : "top", formatter: (bar) => one.texts[bar.dataIndex] },
        labelLayout: { hideOverlap: true },
        markLine: place === 0 && figure.dataset.mark ? mark(figure, font, colour) : undefined,
      })),
    };
  }

  function mark(figure, font, colour) {
    const at = Number(figure.dataset.mark);
    return {
      symbol: "none",
      silent: true,
      lineStyle: { color: colour("--quiet"), type: "dashed" },
      label: { ...font, formatter: figure.dataset.markLabel, position: "start", distance: 2 },
      data: [figure.dataset.chart === "rows" ? { xAxis: at } : { yAxis: at }],
    };
  }

  function go(address, event) {
    if (!address) return;
    if (event?.ctrlKey || event?.metaKey) window.open(address);
    else window.location.assign(address);
  }

  function draw(figure) {
    const data = read(figure);
    if (!data.series.length) return;
    const plot = document.createElement("div");
    plot.className = "chart-plot";
    plot.setAttribute("aria-hidden", "true");
    const rows = data.names.length * ROW * Math.max(1, data.series.length * 0.7);
    plot.style.height = figure.dataset.chart === "rows" ? `${Math.max(96, rows + 44)}px` : "240px";
    const table = figure.querySelector("table");
    (table.closest(".scroll") ?? table).before(plot);
    figure.classList.add("is-drawn");
    const chart = echarts.init(plot, null, { renderer: "canvas" });
    chart.setOption(option(figure, data));
    // The whole stripe of a bar leads where the bar does, so that low ones can be hit too.
    const stripe = (event) => {
      const point = [event.offsetX, event.offsetY];
      if (!chart.containPixel("grid", point)) return null;
      return chart.convertFromPixel({ gridIndex: 0 }, point)[figure.dataset.chart === "rows" ? 1 : 0];
    };
    chart.on("click", (bar) => go(data.series[bar.seriesIndex]?.links[bar.dataIndex], bar.event?.event));
    chart.getZr().on("click", (event) => {
      if (!event.target) go(data.series[0].links[stripe(event)], event.event);
    });
    chart.getZr().on("mousemove", (event) => {
      chart.getZr().setCursorStyle(data.series[0].links[stripe(event)] ? "pointer" : "default");
    });
    drawn.set(plot, [figure, chart]);
    new ResizeObserver(() => chart.resize()).observe(plot);
  }

  function drawAll(root) {
    if (!window.echarts) return;
    for (const [plot, [, chart]] of drawn) {
      if (plot.isConnected) continue;
      chart.dispose();
      drawn.delete(plot);
    }
    for (const figure of root.querySelectorAll("[data-chart]:not(.is-drawn)")) draw(figure);
  }

  drawAll(document);
  document.addEventListener("htmx:load", () => drawAll(document));
  new MutationObserver(() => {
    for (const [figure, chart] of drawn.values()) chart.setOption(option(figure, read(figure)), true);
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
})();
