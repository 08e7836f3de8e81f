// The review page: the table of facts, the article beside it, one key a decision. Everything of an article is put into
// the page as text, never as markup. The API is told in src/review/service.h; tested by tests/browser/.
"use strict";

const token = new URLSearchParams(location.search).get("token") ?? "";
const $ = (id) => document.getElementById(id);

// A new element: its name, its properties, what is in it.
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

// ---------------------------------------------------------------------------------------------------- server

async function ask(path, body) {
  const options = { headers: { "X-Figmine-Token": token } };
  if (body !== undefined) Object.assign(options, { method: "POST", body: JSON.stringify(body) });
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("figmine does not answer: is it still running?");
  }
  const answer = await response.json();
  if (!response.ok) throw new Error([answer.error?.message, answer.error?.hint].filter(Boolean).join(": "));
  return answer;
}

// Decisions are sent one after the other, in the order of the keys.
let queue = Promise.resolve();
let unsaved = 0;
function send(path, body) {
  unsaved += 1;
  say("Saving …");
  const result = queue.then(() => ask(path, body));
  queue = result.catch(() => {}).then(() => { unsaved -= 1; });
  return result.then((answer) => {
    if (unsaved <= 1) say(`Saved ${answer.saved ?? ""}`);
    if (answer.states) showCounts(answer.states);
    for (const { article, fact, verdict } of answer.facts ?? []) learn(article, fact, verdict);
    if (answer.count > (answer.facts?.length ?? 0)) refresh();
    return answer;
  }, (problem) => {
    say(`Not saved: ${problem.message}`, true);
    throw problem;
  });
}

function say(text, bad = false) {
  $("saved").textContent = text;
  $("saved").classList.toggle("bad", bad);
}

window.addEventListener("beforeunload", (event) => {
  if (unsaved > 0) event.preventDefault();
});

// ---------------------------------------------------------------------------------------------------- table

const ROW = 30;
const CHUNK = 200;
const MARKS = { open: "", accepted: "✓", edited: "✎", added: "+", rejected: "✕", conflict: "≠" };
const SORTS = [["state", "", ""], ["amount", "Figure", null], ["measure", "Measure", ""], ["subject", "Subject", "who"], ["period", "Period", "when"], ["kind", "Kind", "sort-kind"], ["score", "Score", ""]];
const FILTERS = ["words", "state", "kind", "status", "unit", "rule", "min_score", "max_score"];

let summary = null;
let total = 0;
let chunks = new Map();  // number -> rows, or a promise of them
let generation = 0;      // of the filter: answers to older ones are dropped
let current = -1;        // position in the filtered list
let firstOpen = 0;       // position of the first undecided fact
let decidedLast = null;  // {article, fact} of the last decision made here
let order = { sort: "", descending: false };

function filterQuery() {
  const query = new URLSearchParams();
  for (const name of FILTERS) {
    const value = $(name).value;
    if (value !== "" && !(name === "min_score" && value === "0") && !(name === "max_score" && value === "100")) query.set(name, value);
  }
  return query;
}

async function chunk(number) {
  if (!chunks.has(number)) {
    const query = filterQuery();
    query.set("offset", number * CHUNK);
    query.set("limit", CHUNK);
    if (order.sort) query.set("sort", order.sort);
    if (order.descending) query.set("descending", "1");
    const asked = generation;
    chunks.set(number, ask(`/api/rows?${query}`).then((answer) => {
      if (asked !== generation) return [];
      chunks.set(number, answer.rows);
      setTotal(answer.total);
      firstOpen = answer.first_open ?? 0;
      return answer.rows;
    }));
  }
  return chunks.get(number);
}

function rowAt(position) {
  const rows = chunks.get(Math.floor(position / CHUNK));
  return Array.isArray(rows) ? rows[position % CHUNK] : undefined;
}

async function loadedRow(position) {
  return (await chunk(Math.floor(position / CHUNK)))[position % CHUNK];
}

function setTotal(count) {
  total = count;
  $("rows").style.height = `${total * ROW}px`;
  $("found").textContent = `${total.toLocaleString("en")} shown`;
}

// Another filter or order: the list begins anew, at the fact in sight or at the first undecided one.
async function refresh(keep = false) {
  const kept = keep ? rowAt(current) : undefined;
  generation += 1;
  chunks = new Map();
  current = -1;
  const asked = generation;
  const rows = await chunk(0);
  if (asked !== generation) return;
  if (total === 0) {
    drawRows();
    showNothing();
    return;
  }
  const again = kept ? rows.findIndex((row) => row.id === kept.id && row.article === kept.article) : firstOpen;
  await moveTo(Math.max(again, 0));
}

function drawRows() {
  const list = $("list");
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 5);
  const last = Math.min(total, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + 5);
  const drawn = [];
  for (let position = first; position < last; position += 1) {
    const row = rowAt(position);
    if (row) drawn.push(rowElement(row, position));
    else chunk(Math.floor(position / CHUNK)).then(() => requestAnimationFrame(drawRows));
  }
  $("rows").replaceChildren(...drawn);
  list.setAttribute("aria-activedescendant", current >= first && current < last ? `row-${current}` : "");
}

function rowElement(row, position) {
  const element = make("div", { class: `row columns ${row.state} ${row.changed ? "changed" : ""}`, id: `row-${position}`, role: "option", "aria-selected": String(position === current),
                                "aria-setsize": String(total), "aria-posinset": String(position + 1), onclick: () => { moveTo(position); $("list").focus(); } },
    make("span", { class: "mark" }, row.changed ? "!" : MARKS[row.state], make("span", { class: "hidden" }, row.changed ? "changed since" : row.state)),
    make("span", { class: "amount", title: grouped(row.amount) }, grouped(row.amount)),
    make("span", { class: "what", title: row.measure ?? "" }, row.measure ?? "–"),
    make("span", { class: "who", title: row.subject ?? "" }, row.subject ?? "–"),
    make("span", { class: "when", title: row.period ?? "" }, shortPeriod(row.period) || "–"),
    make("span", { class: "kind" }, row.kind),
    make("span", { class: "score" }, (row.score / 100).toFixed(2)));
  element.style.top = `${position * ROW}px`;
  return element;
}

function keepInSight() {
  const list = $("list");
  const top = Math.max(current, 0) * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
}

// The last move; done when its fact is shown.
let moving = Promise.resolve();
function moveTo(position) {
  moving = move(position);
  return moving;
}

// The fact of the row that is current, once it is shown: a key may be pressed before it is.
async function currentFact() {
  for (let last; last !== moving;) {
    last = moving;
    await last;
  }
  return shownFact;
}

async function move(position) {
  if (total === 0) return;
  current = Math.min(Math.max(position, 0), total - 1);
  const asked = current;
  keepInSight();
  const row = rowAt(current) ?? await loadedRow(current);
  if (asked !== current || !row) return;
  drawRows();
  await showFact(row);
  readAhead(row.article);
}

// The rows and the article that come next are there before they are asked for.
function readAhead(article) {
  const AHEAD = 50;
  if (current + AHEAD < total && !rowAt(current + AHEAD)) chunk(Math.floor((current + AHEAD) / CHUNK));
  for (let position = current + 1; position < current + AHEAD; position += 1) {
    const next = rowAt(position)?.article;
    if (next && next !== article) return void loadArticle(next).catch(() => {});
  }
}

// What was decided reaches the rows and the article that are shown.
function learn(articleName, factId, verdict) {
  for (const rows of chunks.values()) {
    if (!Array.isArray(rows)) continue;
    for (const row of rows) {
      if (row.id === factId && row.article === articleName) Object.assign(row, { state: verdict.state, changed: verdict.changed ?? false });
    }
  }
  articles.get(articleName)?.then((article) => {
    article.verdicts[factId] = verdict;
    if (shown?.name !== articleName) return;
    drawFigure(factId);
    if (rowAt(current)?.id === factId) drawFact();
  });
  drawRows();
}

function showCounts(states) {
  const decided = ["accepted", "edited", "added", "rejected", "conflict"].reduce((sum, state) => sum + (states[state] ?? 0), 0);
  const all = decided + (states.open ?? 0);
  $("bar").max = Math.max(all, 1);
  $("bar").value = decided;
  const parts = [`${decided.toLocaleString("en")} of ${all.toLocaleString("en")} decided`];
  for (const [state, label] of [["conflict", "in conflict"], ["changed", "changed since"]]) if (states[state]) parts.push(`${states[state]} ${label}`);
  $("counts").textContent = parts.join(" · ");
}

// ---------------------------------------------------------------------------------------------------- article

const articles = new Map();  // name -> promise of {name, record, verdicts, lines, …}; the last few
let shown = null;
let shownFact = null;

function loadArticle(name) {
  if (!articles.has(name)) {
    const loading = ask(`/api/article?name=${encodeURIComponent(name)}`).then(prepare);
    loading.catch(() => articles.delete(name));
    articles.set(name, loading);
    const KEPT = 20;
    if (articles.size > KEPT) articles.delete(articles.keys().next().value);
  }
  return articles.get(name);
}

// Spans count code points; the page counts UTF-16.
function prepare(article) {
  const text = article.record.document.text ?? "";
  const wide = /[\ud800-\udfff]/.test(text);
  const units = [];
  if (wide) for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) units.push(unit);
  if (wide) units.push(text.length);
  article.text = text;
  article.unit = (point) => (wide ? units[point] ?? text.length : point);
  article.point = (unit) => (wide ? units.findIndex((value) => value >= unit) : unit);
  article.lines = [];
  for (let begin = 0; begin <= text.length;) {
    const end = text.indexOf("\n", begin) < 0 ? text.length : text.indexOf("\n", begin);
    article.lines.push({ begin, end, element: null });
    begin = end + 1;
  }
  article.facts = new Map(article.record.facts.map((fact) => [fact.id, fact]));
  return article;
}

function span(article, value) {
  return value && [article.unit(value[0]), article.unit(value[1])];
}

// An added fact has no record: it is what its decision says.
function factOf(article, id) {
  const fact = article.facts.get(id);
  if (fact) return fact;
  const added = article.verdicts[id]?.decisions?.find((decision) => decision.action === "add");
  if (!added) return null;
  const value = (name) => added.changes[name]?.after ?? "";
  const place = [Number(value("begin")), Number(value("end"))];
  return { id, added: true, rules: [], score: 1, sentence: { span: place }, quantity: { text: article.text.slice(...span(article, place)), span: place, kind: value("kind") }, status: value("status") };
}

function figures(article) {
  const ids = [...article.facts.keys(), ...Object.keys(article.verdicts).filter((id) => !article.facts.has(id))];
  return ids.map((id) => factOf(article, id)).filter(Boolean);
}

// The roles of the fact in sight, in their order of weight: a later one does not cover an earlier one.
function roles(article, fact) {
  const out = [];
  const add = (role, value) => { const at = span(article, value); if (at && at[0] < at[1]) out.push({ role, begin: at[0], end: at[1] }); };
  const quantity = fact.quantity;
  const unitText = quantity.unit?.text;
  const [begin, end] = span(article, quantity.span);
  const inside = unitText ? article.text.slice(begin, end).indexOf(unitText) : -1;
  if (inside >= 0) out.push({ role: "unit", begin: begin + inside, end: begin + inside + unitText.length });
  add("value", quantity.span);
  add("measure", fact.measure?.span);
  add("subject", fact.subject?.span);
  add("whole", fact.share_of?.span);
  add("period", fact.period?.span);
  add("speaker", fact.attribution?.span);
  return out;
}

async function showFact(row) {
  const asked = current;
  let article;
  try {
    article = await loadArticle(row.article);
  } catch (problem) {
    if (asked === current) showNothing(problem.message);
    return;
  }
  if (asked !== current) return;
  const before = shownFact;
  const fact = factOf(article, row.id);
  if (shown !== article) {
    shown = article;
    shownFact = fact;
    drawArticle();
  } else {
    shownFact = fact;
    for (const old of [before, fact]) if (old) redraw(linesOf(article, old));
  }
  drawFact();
  const line = fact && linesOf(article, fact)[0];
  line?.element?.scrollIntoView({ block: "center" });
}

function showNothing(message = "No fact is shown: the filter lets none through.") {
  shown = null;
  shownFact = null;
  $("meta").replaceChildren();
  $("text").replaceChildren();
  $("fact").replaceChildren(make("p", { class: "empty" }, message));
}

function drawArticle() {
  const info = shown.record.document;
  const about = [info.publisher, info.byline, info.place, info.published, info.language, info.source].filter(Boolean).join(" · ");
  const parts = [make("h2", {}, info.title ?? shown.name), make("p", {}, about)];
  if (shown.record.warnings?.length) parts.push(make("p", { class: "warnings" }, shown.record.warnings.map((warning) => `${warning.code}: ${warning.message}`).join(" · ")));
  $("meta").replaceChildren(...parts);
  shown.marks = figures(shown).map((fact) => ({ fact, at: span(shown, fact.quantity.span) }));
  for (const line of shown.lines) line.element = make("p");
  for (const line of shown.lines) drawLine(line);
  $("text").replaceChildren(...shown.lines.map((line) => line.element));
}

function linesIn(article, begin, end) {
  return article.lines.filter((line) => line.begin < Math.max(end, begin + 1) && begin <= line.end);
}

function linesOf(article, fact) {
  const lines = new Set(linesIn(article, ...span(article, fact.quantity.span)));
  for (const { begin, end } of roles(article, fact)) for (const line of linesIn(article, begin, end)) lines.add(line);
  for (const line of linesIn(article, ...span(article, fact.sentence.span))) lines.add(line);
  return [...lines];
}

function redraw(lines) {
  for (const line of lines) if (line.element) drawLine(line);
}

function drawFigure(id) {
  const fact = factOf(shown, id);
  shown.marks = figures(shown).map((each) => ({ fact: each, at: span(shown, each.quantity.span) }));
  if (fact) redraw(linesOf(shown, fact));
}

// One line of the text, cut where a figure, a role or the sentence in sight begins or ends.
function drawLine(line) {
  const inLine = ({ at: [begin, end] }) => begin < line.end && end > line.begin;
  const marks = shown.marks.filter(inLine);
  const parts = shownFact ? roles(shown, shownFact) : [];
  const sentence = shownFact ? span(shown, shownFact.sentence.span) : [0, 0];
  const cuts = new Set([line.begin, line.end]);
  for (const edge of [...marks.flatMap(({ at }) => at), ...parts.flatMap(({ begin, end }) => [begin, end]), ...sentence]) if (edge > line.begin && edge < line.end) cuts.add(edge);
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [begin, end] = [edges[i], edges[i + 1]];
    const text = shown.text.slice(begin, end);
    const mark = marks.find(({ at }) => at[0] <= begin && end <= at[1]);
    const role = parts.find((part) => part.begin <= begin && end <= part.end)?.role;
    const classes = [];
    if (mark) classes.push("figure", shown.verdicts[mark.fact.id]?.state ?? "open");
    if (role) classes.push(role);
    else if (sentence[0] <= begin && end <= sentence[1]) classes.push("sentence");
    if (classes.length === 0) pieces.push(document.createTextNode(text));
    else pieces.push(make("span", { class: classes.join(" "), ...(mark ? { onclick: () => goTo(mark.fact.id) } : {}), ...(role ? { title: role } : {}) }, text));
  }
  line.element.replaceChildren(...pieces);
}

// A figure of the text was clicked: its row, when the filter shows it.
async function goTo(id) {
  if (!getSelection().isCollapsed) return;
  for (const [number, rows] of chunks) {
    if (!Array.isArray(rows)) continue;
    const place = rows.findIndex((row) => row.id === id && row.article === shown.name);
    if (place >= 0) return moveTo(number * CHUNK + place);
  }
  say("The filter hides this fact.");
}

// ---------------------------------------------------------------------------------------------------- fact

function verdict() {
  return (shown && shownFact && shown.verdicts[shownFact.id]) ?? { state: "open", decisions: [] };
}

// Fields as they stand after an edit.
function edited(name, plain) {
  const decision = verdict().decisions.findLast((each) => each.changes?.[name]);
  return decision ? decision.changes[name].after : plain;
}

// All fields of a fact as the record has them, as texts.
function fieldsOf(fact) {
  const own = shown.fields[fact.id] ?? {};
  return Object.fromEntries(summary.fields.map(({ name }) => [name, own[name] ?? ""]));
}

function drawFact() {
  const fact = shownFact;
  if (!fact) return $("fact").replaceChildren();
  const now = fieldsOf(fact);
  for (const name of Object.keys(now)) now[name] = edited(name, now[name]);
  const amount = [now.op === "=" || now.op === ".." ? "" : now.op, now.approx ? "≈" : "", now.op === ".." ? `${grouped(now.low)} – ${grouped(now.high)}` : grouped(now.value), now["unit.name"] || now["unit.code"], now["unit.code"] && now["unit.name"] && !now["unit.code"].startsWith("{") ? `(${now["unit.code"]})` : "", now["unit.per"] ? `per ${now["unit.per"]}` : ""].filter(Boolean).join(" ");
  const rows = [
    ["figure", "value", fact.quantity.text, amount],
    ["measure", "measure", fact.measure?.text, now.measure],
    ["subject", "subject", fact.subject?.text, now["subject.name"] || now.subject],
    ["share of", "whole", fact.share_of?.text, now.share_of],
    ["period", "period", fact.period?.text, [now["period.start"], now["period.end"]].filter(Boolean).join(" – ") + (fact.period?.inferred ? " (inferred)" : "")],
    ["change", "", "", [now["change.direction"], now["change.role"] && `(${now["change.role"]})`, now["change.basis"]?.replaceAll("_", " ")].filter(Boolean).join(" ")],
    ["status", "", fact.quantity.kind, [now.status, now.negated ? "negated" : ""].filter(Boolean).join(", ")],
    ["speaker", "speaker", fact.attribution?.span ? shown.text.slice(...span(shown, fact.attribution.span)) : "", [now.speaker, fact.attribution?.role].filter(Boolean).join(", ")],
  ].filter(([, , raw, value]) => raw || value);
  const state = verdict();
  const parts = [actions(), make("blockquote", {}, shown.text.slice(...span(shown, fact.sentence.span))),
    make("table", { "aria-label": "As written and as understood" }, make("tbody", {}, ...rows.map(([label, role, raw, value]) =>
      make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, raw ? make("mark", { class: role || "plain" }, raw) : ""), make("td", {}, value || "–")))))];
  if (state.changed) parts.push(make("p", { class: "note" }, "The fact changed since it was decided: look at it again."));
  for (const decision of state.decisions) parts.push(make("p", { class: "rules" }, `${decision.reviewer}, ${decision.time.replace("T", " ").replace("Z", " UTC")}: ${decision.action} ${decision.reason ?? ""}`));
  const candidates = fact.quantity.unit?.candidates;
  if (candidates?.length) parts.push(make("p", { class: "rules" }, `could also be ${candidates.map((each) => each.name || each.code).join(", ")}`));
  if (fact.rules.length) parts.push(make("p", { class: "rules" }, "rules ", ...fact.rules.map((rule) => make("button", { type: "button", title: "Only facts of this rule", onclick: () => onlyRule(rule) }, rule))));
  $("fact").replaceChildren(...parts);
}

// "> 1200000.55 CNY" -> "> 1,200,000.55 CNY".
function grouped(text) {
  return (text ?? "").replace(/(?<![\d.])\d{4,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
}

// A whole year, quarter or month by its name.
function shortPeriod(period) {
  const [start, end] = (period ?? "").split("…");
  const [, year, first] = /^(\d{4})-(\d\d)-01$/.exec(start) ?? [];
  const [, endYear, last, lastDay] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(end ?? "") ?? [];
  if (!year || year !== endYear || Number(lastDay) !== new Date(Date.UTC(Number(year), Number(last), 0)).getUTCDate()) return period;
  const months = Number(last) - Number(first) + 1;
  if (months === 12) return year;
  if (months === 6 && Number(first) % 6 === 1) return `${year} H${Number(last) / 6}`;
  if (months === 3 && Number(first) % 3 === 1) return `${year} Q${Number(last) / 3}`;
  return months === 1 ? `${year}-${first}` : period;
}

function actions() {
  const button = (name, main = false) => make("button", { type: "button", class: main ? "main" : "", onclick: COMMANDS[name].run }, COMMANDS[name].label.split(":")[0], " ", make("kbd", {}, keyOf(name)));
  return make("div", { class: "actions" }, button("accept", true), button("reject"), button("edit"), button("why"), button("add"));
}

// ---------------------------------------------------------------------------------------------------- decisions

function decide(action, more = {}) {
  const row = rowAt(current);
  if (!row) return;
  const article = row.article;
  const sent = send("/api/decide", { article, fact: row.id, action, ...more });
  sent.catch(() => {});
  decidedLast = { article, fact: row.id };
  moveTo(current + 1);
  return sent;
}

function choose(title, choices) {
  return new Promise((resolve) => {
    const buttons = choices.map(([key, label]) => make("button", { type: "button", onclick: () => close(key) }, make("kbd", {}, key), " ", label));
    const close = (key) => { dialog.onkeydown = null; dialog.close(); resolve(key); };
    const dialog = openDialog(title, make("ul", {}, ...buttons.map((button) => make("li", {}, button))));
    dialog.onkeydown = (event) => {
      if (choices.some(([key]) => key === event.key)) { event.preventDefault(); close(event.key); }
    };
    dialog.onclose = () => { dialog.onkeydown = null; resolve(null); };
  });
}

function openDialog(title, ...content) {
  const dialog = $("dialog");
  dialog.onclose = null;
  dialog.onkeydown = null;
  if (dialog.open) dialog.close();
  $("dialog-title").textContent = title;
  $("dialog-body").replaceChildren(...content);
  dialog.showModal();
  return dialog;
}

async function reject() {
  if (!rowAt(current)) return;
  const key = await choose("Why is it wrong?", summary.reasons.map((reason, i) => [String(i + 1), reason.replaceAll("_", " ")]));
  if (key) decide("reject", { reason: summary.reasons[Number(key) - 1] });
}

// A form over all fields; `original` is what the record has, `start` what the form begins with.
function form(title, original, start, save, extra = []) {
  const inputs = new Map();
  const problem = make("div", { class: "problem", role: "alert" });
  const bad = new Map();
  const mark = (name) => inputs.get(name).closest("label").classList.toggle("different", inputs.get(name).value !== (original[name] ?? ""));
  const check = async (name) => {
    mark(name);
    const input = inputs.get(name);
    const value = input.value;
    const answer = await ask("/api/check", { field: name, value });
    if (inputs.get(name).value !== value) return;
    if (answer.problem) bad.set(name, `${labelOf(name)} ${answer.problem}`);
    else bad.delete(name);
    input.setAttribute("aria-invalid", String(Boolean(answer.problem)));
    problem.textContent = [...bad.values()].join(". ");
  };
  for (const field of summary.fields) {
    const value = start[field.name] ?? "";
    const input = field.choices ? make("select", {}, ...field.choices.map((choice) => make("option", { value: choice }, choice || "–"))) : make("input", { type: "text" });
    input.value = value;
    input.name = field.name;
    input.addEventListener("input", () => check(field.name));
    inputs.set(field.name, input);
  }
  const written = make("input", { type: "text", placeholder: "1.2 trillion yuan", "aria-label": "As written" });
  written.addEventListener("input", async () => {
    const { fields } = await ask("/api/parse", { text: written.value });
    for (const name of ["kind", "op", "approx", "value", "low", "high", "unit.name", "unit.code", "unit.per"]) {
      if (Object.keys(fields).length === 0) return;
      inputs.get(name).value = fields[name] ?? "";
      check(name);
    }
  });
  const submit = async (event) => {
    event.preventDefault();
    const given = new Map([...inputs].map(([name, input]) => [name, input.value]));
    await Promise.all([...inputs.keys()].map(check));
    // What was typed while the checks were under way is not saved unasked.
    const typedOn = [...inputs].some(([name, input]) => input.value !== given.get(name));
    if (bad.size > 0 || typedOn) return;
    const changes = {};
    for (const [name, input] of inputs) if (input.value !== (original[name] ?? "")) changes[name] = input.value;
    $("dialog").close();
    save(changes);
  };
  const labels = summary.fields.map((field) => make("label", {}, field.label, inputs.get(field.name)));
  openDialog(title, ...extra, make("form", { onsubmit: submit },
    make("div", { class: "form" }, make("label", { class: "wide" }, "As written", written), ...labels, problem),
    make("div", { class: "buttons" }, make("button", { type: "button", onclick: () => $("dialog").close() }, "Cancel ", make("kbd", {}, "Esc")), make("button", { type: "submit", class: "main" }, "Save ", make("kbd", {}, "Enter")))));
  for (const name of inputs.keys()) mark(name);
  inputs.get("value").focus();
}

function labelOf(name) {
  return summary.fields.find((field) => field.name === name)?.label ?? name;
}

async function edit() {
  await currentFact();
  if (!shownFact || shownFact.added) return say(shownFact ? "Undo the adding, then add it again." : "");
  const original = fieldsOf(shownFact);
  const start = Object.fromEntries(Object.entries(original).map(([name, value]) => [name, edited(name, value)]));
  form("Edit the fact", original, start, (changes) => decide("edit", { changes }));
}

// The marked characters of the text, in code points.
function selectedSpan() {
  const selection = getSelection();
  if (!shown || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const offset = (node, inside) => {
    const line = shown.lines.find(({ element }) => element?.contains(node));
    if (!line) return null;
    const before = document.createRange();
    before.selectNodeContents(line.element);
    before.setEnd(node, inside);
    return line.begin + before.toString().length;
  };
  let begin = offset(range.startContainer, range.startOffset);
  let end = offset(range.endContainer, range.endOffset);
  if (begin === null || end === null) return null;
  while (begin < end && /\s/.test(shown.text[begin])) begin += 1;
  while (begin < end && /\s/.test(shown.text[end - 1])) end -= 1;
  return begin < end ? [shown.point(begin), shown.point(end)] : null;
}

async function add() {
  const marked = selectedSpan();
  if (!marked) return say("Mark the figure in the article first, then add it.");
  const { name } = shown;
  const text = shown.text.slice(...span(shown, marked));
  const { fields } = await ask("/api/parse", { article: name, span: marked });
  const start = { kind: "number", op: "=", status: "reported", ...fields };
  form(`Add “${text}”`, {}, start, async (changes) => {
    const answer = await send("/api/decide", { article: name, action: "add", span: marked, changes }).catch(() => null);
    if (answer) refresh(true);
  });
}

async function acceptAll() {
  const path = `/api/decide-all?${filterQuery()}`;
  const { open, total: all } = await ask(path, { action: "accept", preview: true });
  if (open === 0) return say("Nothing that is shown is undecided.");
  const body = make("p", {}, `${open.toLocaleString("en")} of the ${all.toLocaleString("en")} facts that the filter shows are undecided. Accept them?`);
  const accept = make("button", { type: "button", class: "main", onclick: () => { $("dialog").close(); send(path, { action: "accept" }).then(() => refresh(), () => {}); } }, `Accept ${open.toLocaleString("en")}`);
  openDialog("Accept all that is shown", body, make("div", { class: "buttons" }, make("button", { type: "button", onclick: () => $("dialog").close() }, "Cancel"), accept));
  accept.focus();
}

// The decision of the fact in sight, or else the last one, for all undecided facts that say the same.
async function repeats() {
  const own = verdict().decisions.some((decision) => decision.reviewer === summary.reviewer);
  const like = own ? { article: shown.name, fact: shownFact.id } : decidedLast;
  if (!like) return say("Decide a fact first, then its repeats.");
  await queue;
  const { open } = await ask("/api/repeats", { ...like, preview: true });
  if (open === 0) return say("No undecided fact says the same.");
  const fact = factOf(await loadArticle(like.article), like.fact);
  const body = make("p", {}, `${open.toLocaleString("en")} undecided facts say the same as “${fact?.quantity.text ?? ""}”${fact?.measure ? `, ${fact.measure.text}` : ""}: the same value, measure, subject and period. Decide them alike?`);
  const go = make("button", { type: "button", class: "main", onclick: () => { $("dialog").close(); send("/api/repeats", like).then(() => refresh(true), () => {}); } }, `Decide ${open.toLocaleString("en")} alike`);
  openDialog("Repeats", body, make("div", { class: "buttons" }, make("button", { type: "button", onclick: () => $("dialog").close() }, "Cancel"), go));
  go.focus();
}

async function stepBack(path) {
  const answer = await send(path, {}).catch(() => null);
  const first = answer?.facts?.[0];
  if (!first) return;
  for (const [number, rows] of chunks) {
    if (!Array.isArray(rows)) continue;
    const place = rows.findIndex((row) => row.id === first.fact && row.article === first.article);
    if (place >= 0) return moveTo(number * CHUNK + place);
  }
}

async function why() {
  if (!(await currentFact())) return;
  const answer = await ask(`/api/explain?article=${encodeURIComponent(shown.name)}&fact=${shownFact.id}`).catch((problem) => ({ text: problem.message }));
  openDialog("How the fact was derived", make("pre", { tabIndex: 0 }, answer.text));
}

async function counterExample() {
  if (!(await currentFact())) return;
  const answer = await ask("/api/counter-example", { article: shown.name, fact: shownFact.id }).catch((problem) => ({ problem }));
  say(answer.problem ? answer.problem.message : `Noted for its rules in ${answer.noted}`, Boolean(answer.problem));
}

function onlyRule(rule) {
  const select = $("rule");
  if (![...select.options].some((option) => option.value === rule)) select.append(make("option", { value: rule }, rule));
  select.value = select.value === rule ? "" : rule;
  refresh(true);
}

function nextArticle(step) {
  const name = rowAt(current)?.article;
  let position = current;
  while (position >= 0 && position < total && rowAt(position)?.article === name) position += step;
  moveTo(position);
}

// ---------------------------------------------------------------------------------------------------- keys

const COMMANDS = {
  accept: { key: "Enter", label: "Accept: and go on", run: () => decide("accept") },
  reject: { key: "x", label: "Reject: then a reason by its number", run: reject },
  edit: { key: "e", label: "Edit: any field", run: edit },
  add: { key: "a", label: "Add: the figure that is marked in the text", run: add },
  next: { key: "j", label: "Next fact", run: () => moveTo(current + 1) },
  previous: { key: "k", label: "Previous fact", run: () => moveTo(current - 1) },
  nextArticle: { key: "n", label: "Next article", run: () => nextArticle(1) },
  previousArticle: { key: "p", label: "Previous article", run: () => nextArticle(-1) },
  undo: { key: "u", label: "Undo", run: () => stepBack("/api/undo") },
  redo: { key: "U", label: "Redo", run: () => stepBack("/api/redo") },
  onlyRule: { key: "f", label: "Only facts of this rule, and back", run: async () => { const rule = (await currentFact())?.rules?.[0]; if (rule) onlyRule(rule); } },
  repeats: { key: "r", label: "Repeats: decide facts that say the same alike", run: repeats },
  acceptAll: { key: "A", label: "Accept all that the filter shows", run: acceptAll },
  why: { key: "w", label: "Why: how the fact was derived", run: why },
  counterExample: { key: "c", label: "Note the sentence as a counter-example for its rules", run: counterExample },
  search: { key: "/", label: "Search", run: () => $("words").focus() },
  help: { key: "?", label: "Keys", run: help },
};

const ownKeys = JSON.parse(localStorage.getItem("figmine-keys") ?? "{}");
function keyOf(name) {
  return ownKeys[name] ?? COMMANDS[name].key;
}

function help() {
  const list = make("ul", {}, ...Object.entries(COMMANDS).map(([name, { label }]) => make("li", {}, make("kbd", {}, keyOf(name)), make("span", {}, label), make("button", { type: "button", "aria-label": `Change the key of ${label}`, onclick: (event) => changeKey(name, event.currentTarget) }, "Change"))));
  openDialog("Keys", list, make("div", { class: "buttons" }, make("button", { type: "button", onclick: () => { for (const name of Object.keys(ownKeys)) delete ownKeys[name]; keepKeys(); help(); } }, "Usual keys"), make("button", { type: "button", class: "main", onclick: () => $("dialog").close() }, "Close")));
}

function changeKey(name, button) {
  button.textContent = "Press a key …";
  $("dialog").onkeydown = (event) => {
    if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    $("dialog").onkeydown = null;
    const taken = Object.keys(COMMANDS).find((other) => other !== name && keyOf(other) === event.key);
    if (event.key !== "Escape" && !taken) { ownKeys[name] = event.key; keepKeys(); }
    if (taken) say(`${event.key} is the key of “${COMMANDS[taken].label}”.`);
    help();
  };
}

function keepKeys() {
  localStorage.setItem("figmine-keys", JSON.stringify(ownKeys));
  drawFact();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog").open) return;
  const target = event.target;
  if (target.matches("input, select, textarea")) {
    if (event.key === "Escape") $("list").focus();
    return;
  }
  if (event.key === "Enter" && target.matches("button, a")) return;
  const arrows = { ArrowDown: "next", ArrowUp: "previous" };
  const name = Object.keys(COMMANDS).find((command) => keyOf(command) === event.key) ?? (target.id === "text" || target.id === "fact" ? undefined : arrows[event.key]);
  if (!name) return;
  event.preventDefault();
  COMMANDS[name].run();
});

// ---------------------------------------------------------------------------------------------------- start

function fillSelect(id, label, items) {
  $(id).replaceChildren(make("option", { value: "" }, label), ...items.map(({ name, count }) => make("option", { value: name }, count === undefined ? name : `${name} (${count.toLocaleString("en")})`)));
}

function drawHead() {
  $("head").replaceChildren(...SORTS.map(([name, label, place]) => {
    if (place === null) return make("span", {}, make("button", { type: "button", disabled: true }, label));
    const arrow = order.sort === name ? (order.descending ? " ↓" : " ↑") : "";
    return make("button", { type: "button", class: place, "aria-label": `Sort by ${name}`, onclick: () => { order = order.sort !== name ? { sort: name, descending: false } : order.descending ? { sort: "", descending: false } : { sort: name, descending: true }; drawHead(); refresh(true); } }, (label || "●") + arrow);
  }));
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  localStorage.setItem("figmine-theme", theme);
}

async function start() {
  const theme = localStorage.getItem("figmine-theme");
  if (theme) setTheme(theme);
  $("theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    setTheme(dark ? "light" : "dark");
  });
  $("undo").addEventListener("click", COMMANDS.undo.run);
  $("redo").addEventListener("click", COMMANDS.redo.run);
  $("help").addEventListener("click", help);
  drawHead();
  try {
    summary = await ask("/api/summary");
  } catch (problem) {
    showNothing(problem.message);
    return;
  }
  document.title = `figmine review: ${summary.reviewer}`;
  showCounts(summary.states);
  fillSelect("state", "All states", ["open", "decided", "accepted", "edited", "added", "rejected", "conflict", "changed"].map((name) => ({ name })));
  for (const [id, label] of [["kind", "All kinds"], ["status", "Any status"], ["unit", "All units"]]) fillSelect(id, label, summary.columns[id].filter(({ name }) => name));
  fillSelect("rule", "All rules", summary.rules);
  let waiting = 0;
  $("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => refresh(true), 150); });
  $("filters").addEventListener("reset", () => setTimeout(() => refresh(true)));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("list").addEventListener("scroll", () => requestAnimationFrame(drawRows), { passive: true });
  new ResizeObserver(() => { keepInSight(); drawRows(); }).observe($("list"));
  await refresh();
  $("list").focus();
}

start();
