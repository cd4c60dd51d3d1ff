/* Draws what a table says, above it; without scripts the table says it alone. */
"use strict";
(() => {
  const drawn = new Map();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const draw = box => {
    const table = document.getElementById(box.dataset.chart);
    if (!table || typeof Chart === "undefined") return;
    const rows = [...table.querySelectorAll("tbody tr")].reverse();
    const language = document.documentElement.lang;
    const rtl = document.documentElement.dir === "rtl";
    const numbers = new Intl.NumberFormat(language === "fa" ? "fa-IR" : language, {maximumFractionDigits: 0});
    const compact = new Intl.NumberFormat(language === "fa" ? "fa-IR" : language, {notation: "compact", maximumFractionDigits: 1});
    const values = name => rows.map(row => Number(row.dataset[name]));
    drawn.get(box)?.destroy();
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", box.dataset.label);
    box.replaceChildren(canvas);
    box.hidden = false;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.color = css("--soft");
    drawn.set(box, new Chart(canvas, {
      type: "bar",
      data: {
        labels: rows.map(row => row.dataset.label),
        datasets: [
          {label: box.dataset.final, data: values("final"), backgroundColor: css("--accent")},
          {label: box.dataset.estimated, data: values("estimated"), backgroundColor: css("--estimate")}
        ]
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        datasets: {bar: {maxBarThickness: 28}},
        scales: {
          x: {stacked: true, reverse: rtl, grid: {display: false}, ticks: {maxRotation: 0, autoSkipPadding: 12}},
          y: {stacked: true, position: rtl ? "right" : "left", grid: {color: css("--line")}, border: {display: false},
            ticks: {maxTicksLimit: 5, callback: value => compact.format(value)}}
        },
        plugins: {
          legend: {rtl, position: "top", align: "end", labels: {boxWidth: 12, boxHeight: 12}},
          title: {display: true, text: box.dataset.label, align: "start", color: css("--ink"), font: {weight: "600"}},
          tooltip: {rtl, callbacks: {label: item => item.dataset.label + ": " + numbers.format(item.raw)}}
        }
      }
    }));
  };

  const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("DOMContentLoaded", drawAll);
  document.addEventListener("htmx:afterSettle", drawAll);
  dark.addEventListener("change", drawAll);
})();
