// One contestant in a process of its own: how long it takes to its first result, and what it holds in memory then.

import { NODE, texts } from "./project.js";
import { CONTESTANTS } from "./contestants.js";
import { firstResult } from "./measure.js";

const index = Number(process.argv[2]);
const { language } = CONTESTANTS[index];
const own = texts()[language];
const before = process.memoryUsage().rss;
const { run, milliseconds } = await firstResult(NODE, index, own["4,000"]);
run(own["100,000"]);
globalThis.gc?.();
console.log(JSON.stringify({ milliseconds, bytes: process.memoryUsage().rss - before }));
