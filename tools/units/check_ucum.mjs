// Checks every code that figmine can give, prefixed ones included, with the UCUM validator of the US National Library of
// Medicine, and each factor with the validator's own table: a second source beside GNU units.
// In: the list that check_units.py prints, and ucum_known.tsv. Out: one line a finding, exit 1; else a summary, exit 0.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ucumPackage from "@lhncbc/ucum-lhc";

const here = dirname(fileURLToPath(import.meta.url));
const ucum = ucumPackage.UcumLhcUtils.getInstance();
const tolerance = 1e-9;

function table(text) {
  const rows = text.trimEnd().split("\n").filter((line) => !line.startsWith("#"));
  const [header, ...lines] = rows.map((row) => row.split("\t"));
  return lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
}

function number(text) {
  const [top, bottom = "1"] = text.split("/");
  return Number(top) / Number(bottom);
}

// UCUM gives an annotation no size: {toe} is 1 there, and only figmine knows its joules.
function isSizedByUs(unit) {
  const annotation = /^(?:10\*-?\d+\.)?(\{[^{}]*\})/.exec(unit.code)?.[1];
  return annotation !== undefined && !unit.si.includes(annotation);
}

function problem(unit) {
  if (ucum.validateUnitString(unit.code).status !== "valid") return "not a valid UCUM code";
  if (ucum.validateUnitString(unit.si).status !== "valid") return `its SI unit ${unit.si} is not a valid UCUM code`;
  if (unit.code === unit.si || isSizedByUs(unit)) return null;
  const answer = ucum.convertUnitTo(unit.code, 1, unit.si);
  if (answer.status !== "succeeded") return `no conversion to ${unit.si}: ${answer.msg.join(" ")}`;
  const mine = number(unit.factor) + (unit.offset ? number(unit.offset) : 0);
  const apart = Math.abs(mine - answer.toVal) / Math.abs(answer.toVal);
  return apart <= tolerance ? null : `1 ${unit.name} is ${mine} ${unit.si}, UCUM says ${answer.toVal} (${apart.toExponential(1)} apart)`;
}

const units = table(execFileSync("python3", [join(here, "check_units.py"), "--list"], { encoding: "utf8" }));
const prefixes = table(readFileSync(join(here, "../../rules/en/prefixes.tsv"), "utf8")).map((row) => row.symbol.split("|")[0]);
const known = table(readFileSync(join(here, "ucum_known.tsv"), "utf8")).map((row) => row.code);
const codes = new Map(units.map((unit) => [unit.code, unit]));

const excused = new Set();
let wrong = 0;
for (const unit of codes.values()) {
  const text = problem(unit);
  if (!text) continue;
  const excuse = known.find((code) => unit.code === code || prefixes.some((prefix) => unit.code === prefix + code));
  if (excuse) {
    excused.add(excuse);
  } else {
    console.error(`${unit.code}: ${text}`);
    wrong += 1;
  }
}
for (const code of known.filter((code) => !excused.has(code))) {
  console.error(`ucum_known.tsv: ${code} has no finding any more: take the line out`);
  wrong += 1;
}
console.log(`${codes.size} codes, ${known.length} known differences, ${wrong} findings`);
process.exitCode = wrong ? 1 : 0;
