// Times of the review page on a store: first paint, and from a key to the next fact on the screen. Prints JSON.
// usage: FIGMINE=build/figmine node tests/browser/bench.mjs STORE
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";

const server = spawn(process.env.FIGMINE, ["review", process.argv[2], "--no-browser", "--reviewer", "bench"], { stdio: ["ignore", "pipe", "ignore"] });
const url = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data).trim())));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const paints = [];
const facts = [];
for (let i = 0; i < 5; i += 1) {
  await page.goto(url);
  await page.waitForSelector('.row[aria-selected="true"]');
  paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
  facts.push(await page.evaluate(() => performance.now()));
}

// From the key's event to the frame that shows the next fact as selected and its article.
const keys = await page.evaluate(async (count) => {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const before = document.querySelector('.row[aria-selected="true"]').id;
    const start = performance.now();
    document.querySelector("#list").dispatchEvent(new KeyboardEvent("keydown", { key: i % 2 === 0 ? "Enter" : "j", bubbles: true }));
    while (document.querySelector('.row[aria-selected="true"]')?.id === before) await new Promise(requestAnimationFrame);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}, 400);
const sorted = [...keys].sort((a, b) => a - b);
console.log(JSON.stringify({ found: await page.textContent("#found"), first_paint_ms: median(paints), first_fact_ms: median(facts), key_ms: { median: median(keys), p95: sorted[Math.floor(sorted.length * 0.95)], worst: sorted.at(-1) } }, null, 1));
await browser.close();
server.kill();
