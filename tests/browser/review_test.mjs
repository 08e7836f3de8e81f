// The review page in a real browser: decisions, filters, undo, bulk, adding, restart, hostile articles, accessibility.
// Run by run.sh; FIGMINE_SCREENSHOTS=DIR keeps pictures of the page.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";

const figmine = path.resolve(process.env.FIGMINE);
const source = path.resolve(process.env.FIGMINE_SOURCE);
const shots = process.env.FIGMINE_SCREENSHOTS;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const HOSTILE = `Sales rose 12 percent to $3 million in 2025 <script>window.broken = 1</script>.

<img src=x onerror="window.broken = 1"> Costs fell 4 percent to [$2 million](javascript:window.broken=1) in 2025.

"Profit was 7 million euros," said <b onmouseover="window.broken=1">Jane Doe</b>. 😀 It sold 55 cars.
`;

let browser;
let folder;
let store;
let stores = 0;
let server;
let url;
const problems = [];

function batch(into) {
  const articles = path.join(folder, "articles");
  if (!fs.existsSync(articles)) {
    fs.mkdirSync(articles);
    fs.writeFileSync(path.join(articles, "a-hostile.txt"), HOSTILE);
    for (const name of fs.readdirSync(path.join(source, "corpus/dev")).filter((each) => each.endsWith(".txt")).slice(0, 6)) fs.copyFileSync(path.join(source, "corpus/dev", name), path.join(articles, name));
  }
  const run = spawnSync(figmine, ["batch", articles, "-o", into, "--quiet"]);
  assert.equal(run.status, 0, run.stderr.toString());
}

// Starts the program; the URL is its first line.
async function serve(reviewer = "anna") {
  server = spawn(figmine, ["review", store, "--no-browser", "--reviewer", reviewer], { stdio: ["ignore", "pipe", "ignore"] });
  url = await new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (data) => {
      text += data;
      if (text.includes("\n")) resolve(text.trim());
    });
    server.on("exit", (code) => reject(new Error(`figmine review ended with ${code}`)));
  });
}

async function end(signal = "SIGTERM") {
  const ended = new Promise((resolve) => server.on("exit", (code) => resolve(code)));
  server.kill(signal);
  return ended;
}

async function open(options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(15000);
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) problems.push(message.text()); });
  await page.goto(url);
  await page.waitForSelector('.row[aria-selected="true"]');
  return page;
}

function log(reviewer = "anna") {
  const file = path.join(store, "review", `${reviewer}.jsonl`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n").filter(Boolean).map(JSON.parse) : [];
}

// Until the page's answer is true. Playwright's own waitForFunction is stopped by the page's Content-Security-Policy.
async function until(page, condition, argument) {
  const end = Date.now() + 15000;
  while (!(await page.evaluate(condition, argument))) {
    assert.ok(Date.now() < end, `waited in vain for ${condition}`);
    await page.waitForTimeout(20);
  }
}

const saved = (page) => until(page, () => document.querySelector("#saved").textContent.startsWith("Saved "));
const selected = (page) => page.locator('.row[aria-selected="true"]');

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "figmine-browser-"));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  batch(path.join(folder, "store"));
});

beforeEach(async () => {
  stores += 1;
  store = path.join(folder, `store-${stores}`);
  fs.cpSync(path.join(folder, "store"), store, { recursive: true });
  problems.length = 0;
  await serve();
});

// A test that failed leaves nothing running.
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  if (server.exitCode === null && server.signalCode === null) await end("SIGKILL");
});

after(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function close(page) {
  await page.close();
  assert.deepEqual(problems, []);
  assert.equal(await end(), 0);
}

test("one key accepts and goes on, and it is in the log before the page says saved", async () => {
  const page = await open();
  const first = await selected(page).getAttribute("aria-posinset");
  await page.keyboard.press("Enter");
  await saved(page);
  assert.equal(Number(await selected(page).getAttribute("aria-posinset")), Number(first) + 1);
  const [decision] = log();
  assert.equal(decision.action, "accept");
  assert.equal(decision.article, "a-hostile.txt");
  assert.ok(decision.fact_sha256 && decision.rules.length > 0 && decision.time.endsWith("Z"));
  assert.match(await page.locator("#counts").textContent(), /^1 of /);
  await page.keyboard.press("k");
  assert.match(await selected(page).getAttribute("class"), /accepted/);
  await close(page);
});

test("reject asks for the reason by number; undo and redo take it back and bring it back", async () => {
  const page = await open();
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await saved(page);
  assert.equal(log()[0].reason, "value");
  await page.keyboard.press("u");
  await until(page, () => document.querySelector("#counts").textContent.startsWith("0 of "));
  await page.keyboard.press("Shift+U");
  await until(page, () => document.querySelector("#counts").textContent.startsWith("1 of "));
  assert.deepEqual(log().map(({ action }) => action), ["reject", "undo", "redo"]);
  await page.keyboard.press("Shift+U");
  await until(page, () => document.querySelector("#saved").textContent.includes("nothing to redo"));
  await close(page);
});

test("edit checks as you type and keeps what was before", async () => {
  const page = await open();
  await page.keyboard.press("e");
  await page.fill('input[name="value"]', "12,5");
  await page.waitForSelector("text=is no decimal number");
  await page.keyboard.press("Enter");
  assert.equal(log().length, 0);
  await page.fill('input[name="value"]', "12.5");
  await page.fill('input[name="measure"]', "net sales");
  await until(page, () => document.querySelector(".problem").textContent === "");
  await page.keyboard.press("Enter");
  await saved(page);
  const { action, changes } = log()[0];
  assert.equal(action, "edit");
  assert.deepEqual(changes.value, { before: "12", after: "12.5" });
  assert.equal(changes.measure.after, "net sales");
  await page.keyboard.press("k");
  await page.waitForSelector("#fact td:has-text('net sales')");
  await page.keyboard.press("e");
  await page.fill('input[aria-label="As written"]', "1.2 trillion yuan");
  await until(page, () => document.querySelector('input[name="value"]').value === "1200000000000" && document.querySelector('input[name="unit.code"]').value === "CNY");
  await page.keyboard.press("Escape");
  await close(page);
});

test("filters, a rule's facts, and accepting all that is shown after the count", async () => {
  const page = await open();
  const all = await page.locator("#found").textContent();
  await page.selectOption("#kind", "percent");
  await until(page, (before) => document.querySelector("#found").textContent !== before, all);
  await page.locator("#list").focus();
  const shown = Number((await page.locator("#found").textContent()).replace(/\D/g, ""));
  await page.keyboard.press("Shift+A");
  await page.waitForSelector(`dialog[open] >> text=${shown} of the ${shown} facts`);
  assert.equal(log().length, 0);
  await page.keyboard.press("Enter");
  await saved(page);
  assert.equal(log().length, shown);
  assert.equal(new Set(log().map(({ group }) => group)).size, 1);
  await page.keyboard.press("u");
  await until(page, () => document.querySelector("#counts").textContent.startsWith("0 of "));
  await page.click("#clear");
  await until(page, (before) => document.querySelector("#found").textContent === before, all);
  await page.locator("#list").focus();
  await page.keyboard.press("f");
  await until(page, (before) => document.querySelector("#found").textContent !== before, all);
  assert.notEqual(await page.locator("#rule").inputValue(), "");
  await close(page);
});

test("a marked figure is added, and its fact stands in the list", async () => {
  const page = await open();
  // "12 percent" is found by the program: adding it again is refused. The scanty mark "55" is not a fact's whole figure.
  await page.evaluate(() => {
    const line = [...document.querySelectorAll("#text p")].find((each) => each.textContent.includes("It sold"));
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let node;
    while ((node = walker.nextNode()) && !node.data.includes("It sold"));
    const range = document.createRange();
    const at = node.data.indexOf("sold");
    range.setStart(node, at);
    range.setEnd(node, at + 4);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.keyboard.press("a");
  await page.waitForSelector('dialog[open] >> text=Add “sold”');
  await page.fill('input[name="value"]', "55");
  await page.fill('input[name="measure"]', "cars sold");
  await page.waitForTimeout(50);
  await page.locator('input[name="measure"]').press("Enter");
  await saved(page);
  const [decision] = log();
  assert.equal(decision.action, "add");
  const record = JSON.parse(fs.readFileSync(path.join(store, "a-hostile.txt.json"), "utf8"));
  const points = [...record.document.text];
  assert.equal(points.slice(Number(decision.changes.begin.after), Number(decision.changes.end.after)).join(""), "sold");
  await page.waitForSelector(".row.added");
  await close(page);
});

test("a kill loses nothing that was shown as saved, and the review goes on", async () => {
  let page = await open();
  for (let i = 0; i < 25; i += 1) await page.keyboard.press("Enter");
  await until(page, () => document.querySelector("#saved").textContent === "Saved anna-25" || /Saved anna-2[5-9]/.test(document.querySelector("#saved").textContent));
  await page.close();
  server.removeAllListeners("exit");
  const ended = new Promise((resolve) => server.on("exit", resolve));
  server.kill("SIGKILL");
  await ended;
  assert.equal(log().length, 25);
  fs.appendFileSync(path.join(store, "review", "anna.jsonl"), '{"id":"anna-99","ti');
  await serve();
  page = await open();
  assert.match(await page.locator("#counts").textContent(), /^25 of /);
  await page.keyboard.press("Enter");
  await saved(page);
  assert.match(await page.locator("#counts").textContent(), /^26 of /);
  await close(page);
});

test("two reviewers' logs merge and their conflicts are shown", async () => {
  let page = await open();
  await page.keyboard.press("Enter");
  await saved(page);
  await page.close();
  await end();
  await serve("ben");
  page = await open();
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await page.keyboard.press("1");
  await saved(page);
  assert.match(await page.locator("#counts").textContent(), /1 in conflict/);
  await page.keyboard.press("k");
  await page.waitForSelector("#fact :text('anna,')");
  await page.waitForSelector("#fact :text('ben,')");
  await close(page);
});

test("decisions outlive a new extraction, and a fact that changed since is shown", async () => {
  let page = await open();
  await page.keyboard.press("Enter");
  await saved(page);
  await page.close();
  await end();
  fs.appendFileSync(path.join(folder, "articles", "a-hostile.txt"), "");
  const record = path.join(store, "facts.jsonl");
  fs.writeFileSync(record, fs.readFileSync(record, "utf8").replace('"kind":"percent"', '"kind":"number"'));
  await serve();
  page = await open();
  assert.match(await page.locator("#counts").textContent(), /1 of .* 1 changed since/);
  await page.selectOption("#state", "changed");
  await until(page, () => document.querySelector("#found").textContent === "1 shown");
  await close(page);
});

test("a decision reaches the facts that say the same", async () => {
  const article = path.join(store, "once-more.txt");
  fs.writeFileSync(article, HOSTILE);
  assert.equal(spawnSync(figmine, ["batch", article, "-o", store, "--quiet"]).status, 0);
  const repeated = fs.readFileSync(path.join(store, "facts.jsonl"), "utf8").split("\n").filter((line) => line.includes('"text":"12 percent"')).length;
  await end();
  await serve();
  const page = await open();
  await page.keyboard.press("r");
  await until(page, () => document.querySelector("#saved").textContent.startsWith("Decide a fact first"));
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await saved(page);
  await page.keyboard.press("r");
  await page.waitForSelector(`dialog[open] >> text=“12 percent”`);
  await page.keyboard.press("Enter");
  await until(page, () => /^[2-9] of /.test(document.querySelector("#counts").textContent));
  const [first, ...others] = log();
  assert.equal(others.length, repeated - 1);
  for (const { action, reason, article: name } of others) assert.deepEqual([action, reason, name === first.article], ["reject", first.reason, false]);
  await close(page);
});

test("an article full of markup stays text", async () => {
  const page = await open();
  await page.waitForSelector("#text p");
  const text = await page.locator("#text").evaluate((element) => [...element.querySelectorAll("p")].map((line) => line.textContent).join("\n"));
  assert.equal(text.trim(), HOSTILE.trim());
  assert.equal(await page.locator("#text script, #text img, #text b, #text a").count(), 0);
  for (let i = 0; i < 6; i += 1) await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => window.broken), undefined);
  await close(page);
});

test("strangers are refused", async () => {
  const { origin, search } = new URL(url);
  const token = new URLSearchParams(search).get("token");
  const status = async (path, headers = {}) => (await fetch(origin + path, { headers })).status;
  assert.equal(await status("/"), 403);
  assert.equal(await status("/?token=wrong"), 403);
  assert.equal(await status("/api/summary"), 403);
  assert.equal(await status("/api/summary", { "X-Figmine-Token": token }), 200);
  assert.equal(await status("/api/summary", { "X-Figmine-Token": token, Origin: "http://evil.example" }), 403);
  assert.equal(await status(`/api/article?name=${encodeURIComponent("../../../etc/passwd")}`, { "X-Figmine-Token": token }), 404);
  const page = await fetch(origin + `/?token=${token}`);
  assert.match(page.headers.get("content-security-policy"), /default-src 'none'/);
  assert.equal(await end(), 0);
});

test("why, keys that can be changed, and a counter-example", async () => {
  const page = await open();
  await page.keyboard.press("w");
  await page.waitForSelector("dialog[open] pre");
  assert.match(await page.locator("dialog pre").textContent(), /quantity\//);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.click('button[aria-label^="Change the key of Accept: and"]');
  await page.keyboard.press("y");
  await page.keyboard.press("Escape");
  await page.locator("#list").focus();
  await page.keyboard.press("y");
  await saved(page);
  assert.equal(log()[0].action, "accept");
  await page.keyboard.press("c");
  await until(page, () => document.querySelector("#saved").textContent.startsWith("Noted"));
  assert.ok(fs.readFileSync(path.join(store, "review", "counter-examples.txt"), "utf8").includes('"rules"'));
  await close(page);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 400]) {
    test(`axe finds no serious fault, ${colorScheme}, ${width} wide`, async () => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      await page.keyboard.press("Enter");
      await saved(page);
      await page.evaluate(axe);
      const faults = async () => (await page.evaluate(() => window.axe.run())).violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      assert.deepEqual(await faults(), []);
      await page.keyboard.press("e");
      await page.waitForSelector("dialog[open]");
      assert.deepEqual(await faults(), []);
      await page.keyboard.press("Escape");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
      if (shots) await page.screenshot({ path: path.join(shots, `review-${width}-${colorScheme}.png`) });
      await close(page);
    });
  }
}
