
"use strict";
// A fact's row and its figure in the text show each other; the filters hide rows.
const rows = [...document.querySelectorAll("tr[id^=f]")];
const roles = { v: "on-v", m: "on-m", s: "on-s", w: "on-w", p: "on-p", k: "on-k" };
let shown = [];

function show(number, from) {
  for (const element of shown) element.classList.remove("on", ...Object.values(roles));
  shown = [];
  const row = document.getElementById(`f${number}`);
  if (!row) return;
  const mark = (element, name) => { element.classList.add(name); shown.push(element); };
  mark(row, "on");
  for (const role of ["v", "m", "s", "w", "p", "k"]) for (const piece of document.querySelectorAll(`[data-r~="${number}${role}"]`)) mark(piece, roles[role]);
  if (from === "text") row.scrollIntoView({ block: "nearest" });
  else document.querySelector(`[data-r~="${number}v"]`)?.scrollIntoView({ block: "nearest" });
}

for (const row of rows) {
  row.addEventListener("click", () => show(row.id.slice(1), "row"));
  row.addEventListener("focus", () => show(row.id.slice(1), "row"));
}
for (const figure of document.querySelectorAll("mark[data-r]")) figure.addEventListener("click", () => show(/(\d+)v/.exec(figure.dataset.r)[1], "text"));

function filter() {
  const words = document.getElementById("words").value.toLowerCase();
  const kind = document.getElementById("kind").value;
  const score = Number(document.getElementById("score").value);
  let count = 0;
  for (const row of rows) {
    row.hidden = (kind !== "" && row.dataset.kind !== kind) || Number(row.dataset.score) < score || (words !== "" && !row.textContent.toLowerCase().includes(words));
    if (!row.hidden) count += 1;
  }
  for (const article of document.querySelectorAll(".article")) article.hidden = rows.length > 0 && count < rows.length && article.querySelector("tr[id]:not([hidden])") === null;
  document.getElementById("shown").textContent = `${count.toLocaleString("en")} shown`;
}
document.getElementById("filters").addEventListener("input", filter);
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
filter();
