import { ARTICLE, MEGABYTE, SAMPLES, expect, test } from "./fixtures.js";
import { TRAP } from "./server.js";

/** @import { Page } from "@playwright/test" */

const IMPLEMENTATIONS = /** @type {const} */ (["worker", "local"]);

/** Texts that break careless programs. */
const ODD = {
  "nothing": "",
  "one character": "あ",
  "only line breaks": "\n\r\n\u2028\n",
  "a lone surrogate": "前\ud83d後。次の文。\udc9b",
  "astral and combining": "💛𠮷 a\u0301 は一文。👨‍👩‍👧‍👦も。",
  "control and bidi": "\u202eさかさま\u202c\u0000\u0007。\u2066次\u2069",
  "markup": "<script>alert(1)</script>\n<img src=x onerror=alert(1)>",
};

/**
 * @param {Page} page
 * @param {"source" | "trapping"} [root]
 */
async function openHarness(page, root = "source") {
  await page.goto(`/${root}/tests/harness.html`);
  await page.locator("html[data-ready]").waitFor();
}

for (const implementation of IMPLEMENTATIONS) {
  test.describe(implementation, () => {
    test("gives the report of the contract", async ({ page }) => {
      await openHarness(page);
      const report = await page.evaluate(
        async ({ text, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const report = await analyzer.analyze({ text });
          const kept = report.tokens === report.tokens;
          return { ...report, by: analyzer.implementation, kept };
        },
        { text: ARTICLE, implementation },
      );
      expect(report).toMatchObject({ by: implementation, kept: true, schema: 1, offsets: "utf16", language: "ja" });
      expect(report.text).toBe(ARTICLE);
      expect(report.metadata.title).toBe("新しい図書館が港に開いた");
      expect(report.statistics.pasted.all).toBe([...ARTICLE].length);
      const words = report.tokens.map(({ span }) => report.text.slice(span.start, span.end));
      expect(words).toContain("図書");
      expect(report.tokens[0]).toEqual({
        span: { start: 0, end: expect.any(Number) },
        upos: expect.stringMatching(/^[A-Z]+$/),
        xpos: expect.any(String),
        lemma: expect.any(String),
        origin: "native",
      });
    });

    test("cuts words alone, the same as those of the report", async ({ page }) => {
      await openHarness(page);
      const { alone, ofReport } = await page.evaluate(
        async ({ text, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const { starts, ends, lemmas, lemmaTable } = await analyzer.words({ text });
          const { tokens } = await analyzer.analyze({ text });
          return {
            alone: Array.from(starts, (start, index) => [start, ends[index], lemmaTable[lemmas[index]]]),
            ofReport: tokens.map(({ span, lemma }) => [span.start, span.end, lemma]),
          };
        },
        { text: "𠮷野さんは本を借りた。次の日に返した。", implementation },
      );
      expect(alone).toEqual(ofReport);
      // The dictionary form is written as it is today.
      expect(alone[0]).toEqual([0, 3, "吉野"]);
    });

    test("takes any text", async ({ page }) => {
      await openHarness(page);
      for (const [name, text] of Object.entries(ODD)) {
        await test.step(name, async () => {
          const { report, same } = await page.evaluate(
            async ({ text, implementation }) => {
              const analyzer = await Analyzer.load({ implementation });
              const report = await analyzer.analyze({ text });
              analyzer.close();
              return { report, same: report.text === text };
            },
            { text, implementation },
          );
          expect(same).toBe(true);
          const spans = [...report.blocks, ...report.sentences, ...report.tokens].map(({ span }) => span);
          for (const { start, end } of spans) expect(0 <= start && start < end && end <= text.length).toBe(true);
          for (const { span } of report.blocks) expect(text.slice(span.start, span.end)).not.toMatch(/^\s|\s$/);
        });
      }
    });

    test("writes a report in a format, and compares reports", async ({ page }) => {
      await openHarness(page);
      const { files, two, comparison, codes } = await page.evaluate(
        async ({ ja, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const report = await analyzer.analyze({ text: ja });
          const other = await analyzer.analyze({ text: `別の見出し\n\n${ja.split("\n")[12]}` });
          const wrong = /** @type {any} */ ("doc");
          return {
            files: await analyzer.write(report, "csv", { byteOrderMark: true }),
            two: (await analyzer.write(report, "brat")).map(({ extension }) => extension),
            comparison: await analyzer.compare([report, other]),
            codes: [
              await codeOf(analyzer.write(report, wrong)),
              await codeOf(analyzer.compare(/** @type {any} */ ([{}]))),
              await codeOf(analyzer.compare([report, other], { signal: AbortSignal.abort() })),
              await codeOf(analyzer.analyze({ text: ja })),
            ],
          };
        },
        { ja: SAMPLES.ja, implementation },
      );
      expect(files).toEqual([{ extension: "csv", mediaType: "text/csv", content: expect.stringMatching(/^\ufeff/) }]);
      expect(two.toSorted()).toEqual(["ann", "txt"]);
      expect(Object.keys(comparison).sort()).toEqual(["dates", "distinctive", "entities", "figures", "onlyIn", "quoted", "shared", "timeline"]);
      expect(codes).toEqual(["invalid-option", "invalid-option", "aborted", "a report"]);
    });

    test("answers questions about reports, without analysing them again", async ({ page }) => {
      await openHarness(page);
      const { answers, codes, again, fromJson, stopped } = await page.evaluate(
        async ({ text, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const report = await analyzer.analyze({ text });
          const other = await analyzer.analyze({ text: "別の記事です。" });
          const start = text.indexOf("静か");
          const places = /** @type {const} */ ({ kind: "concordance", phrase: "読む", width: 2 });
          const answers = {
            first: (await analyzer.ask(report, { kind: "frequencies" })).find(({ lemma }) => lemma === "図書"),
            runs: await analyzer.ask(report, { kind: "ngrams", n: 2, least: 1, most: 1 }),
            places: await analyzer.ask(report, places),
            beside: (await analyzer.ask(report, { kind: "collocates", phrase: "座席", window: 2 })).map(({ lemma }) => lemma),
            selected: await analyzer.ask(report, { kind: "selection", start, end: start + 5 }),
            roles: Object.keys(await analyzer.ask(report, { kind: "byRole" })),
            spread: (await analyzer.ask(report, { kind: "distributions" })).sentenceCharacters,
          };
          const others = await analyzer.ask(other, { kind: "frequencies" });
          const running = new AbortController();
          const analysis = codeOf(analyzer.analyze({ text: text.repeat(2000) }, { signal: running.signal }));
          setTimeout(() => running.abort(), 50);
          return {
            answers,
            codes: [
              await codeOf(analyzer.ask(report, /** @type {any} */ ({ kind: "weather" }))),
              await codeOf(analyzer.ask(/** @type {any} */ ({}), { kind: "frequencies" })),
              await codeOf(analyzer.ask(report, places, { signal: AbortSignal.abort() })),
              await analysis,
            ],
            again: others.length > 0 && (await analyzer.ask(report, places)),
            fromJson: await analyzer.ask(JSON.parse(JSON.stringify(report)), places),
            stopped: await analyzer.ask(report, { kind: "concordance", phrase: " " }),
          };
        },
        { text: `💛 ${ARTICLE}`, implementation },
      );
      const at = `💛 ${ARTICLE}`.indexOf("読む");
      expect(answers.first).toMatchObject({ upos: "NOUN", count: 1, dispersion: expect.any(Number), forms: { 図書: 1 } });
      expect(answers.runs).toHaveLength(1);
      expect(answers.places).toEqual([
        { left: "本を", keyword: "読む", right: "場所", span: { start: at, end: at + 2 }, sentence: expect.any(Number), block: 2 },
      ]);
      expect(answers.beside).toContain("120");
      expect(answers.selected).toMatchObject({ characters: { all: 5 }, sentences: 1, words: 3 });
      expect(answers.roles).toContain("paragraph");
      expect(Object.keys(answers.spread).length).toBeGreaterThan(2);
      expect(codes).toEqual(["invalid-option", "invalid-option", "aborted", "aborted"]);
      expect(again).toEqual(answers.places);
      expect(fromJson).toEqual(answers.places);
      expect(stopped).toEqual([]);
    });

    test("explains a name, and reads and writes a dictionary", async ({ page }) => {
      await openHarness(page);
      const { reasons, table, written, code } = await page.evaluate(
        async ({ text, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const start = text.indexOf("鈴木一郎");
          const span = { start, end: start + 4 };
          return {
            reasons: await analyzer.explain({ text }, { span, label: "person" }, { messageLanguage: "ja" }),
            table: await analyzer.readDictionary("いろは号\tproduct\n\tproduct\n"),
            written: await analyzer.writeDictionary([{ name: "AI", label: "never" }]),
            code: await codeOf(analyzer.explain({ text }, { span, label: /** @type {any} */ ("ship") })),
          };
        },
        { text: "会見には鈴木一郎氏が出席した。", implementation },
      );
      expect(reasons.some(({ what }) => what.includes("「氏」"))).toBe(true);
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThan(0);
      expect(table.entries).toEqual([{ name: "いろは号", label: "product", aliases: [] }]);
      expect(table.errors).toMatchObject([{ line: 2, problem: "noName", found: "" }]);
      expect(written).toBe("AI\tnever\t\n");
      expect(code).toBe("invalid-option");
    });

    test("tells how far it is", async ({ page }) => {
      await openHarness(page);
      const told = await page.evaluate(
        async ({ text, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          /** @type {number[]} */
          const told = [];
          await analyzer.analyze({ text }, { onProgress: (done) => told.push(done) });
          return told;
        },
        { text: MEGABYTE, implementation },
      );
      expect(told.length).toBeGreaterThan(1);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.every((done) => 0 <= done && done <= 1)).toBe(true);
    });

    test("stops what runs and what waits, and goes on with the rest", async ({ page }) => {
      await openHarness(page);
      const codes = await page.evaluate(
        async ({ long, short, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const [running, waiting] = [new AbortController(), new AbortController()];
          const onProgress = () => running.abort();
          const first = codeOf(analyzer.analyze({ text: long }, { signal: running.signal, onProgress }));
          const second = codeOf(analyzer.analyze({ text: long }, { signal: waiting.signal }));
          const third = codeOf(analyzer.analyze({ text: short }));
          waiting.abort();
          const never = codeOf(analyzer.analyze({ text: short }, { signal: AbortSignal.abort() }));
          return Promise.all([first, second, third, never]);
        },
        { long: MEGABYTE, short: ARTICLE, implementation },
      );
      expect(codes).toEqual(["aborted", "aborted", "a report", "aborted"]);
    });

    test("says what is wrong with an option or a text", async ({ page }) => {
      await openHarness(page);
      const codes = await page.evaluate(async (implementation) => {
        const analyzer = await Analyzer.load({ implementation });
        const wrong = /** @type {any} */ ({ countedRoles: ["poem"] });
        return [
          await codeOf(analyzer.analyze({ text: "本文。" }, wrong)),
          await codeOf(analyzer.analyze({ text: "a".repeat(65 * 2 ** 20) })),
          await codeOf(analyzer.analyze({ text: "本文。" })),
        ];
      }, implementation);
      expect(codes).toEqual(["invalid-option", "input-too-large", "a report"]);
    });

    test("is there again after a crash, and loses only what ran", async ({ page }) => {
      await openHarness(page, "trapping");
      const codes = await page.evaluate(
        async ({ trap, short, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const texts = [short, trap, short];
          const codes = await Promise.all(texts.map((text) => codeOf(analyzer.analyze({ text }))));
          return [...codes, await codeOf(analyzer.analyze({ text: short }))];
        },
        { trap: TRAP, short: ARTICLE, implementation },
      );
      expect(codes).toEqual(["a report", "crashed", "a report", "a report"]);
    });

    test("ends when it is closed", async ({ page }) => {
      await openHarness(page);
      const codes = await page.evaluate(
        async ({ long, implementation }) => {
          const analyzer = await Analyzer.load({ implementation });
          const running = codeOf(analyzer.analyze({ text: long }));
          analyzer.close();
          return [await running, await codeOf(analyzer.analyze({ text: "本文。" }))];
        },
        { long: MEGABYTE, implementation },
      );
      expect(codes).toEqual(["aborted", "aborted"]);
    });
  });
}

test("worker and local give the same reports", async ({ page }) => {
  await openHarness(page);
  const texts = [SAMPLES.ja, SAMPLES.en, ...Object.values(ODD)];
  const reports = await page.evaluate(async (texts) => {
    const reports = [];
    for (const implementation of /** @type {const} */ (["worker", "local"])) {
      const analyzer = await Analyzer.load({ implementation });
      const each = await Promise.all(texts.map((text) => analyzer.analyze({ text }, { referenceDate: "2025-03-20" })));
      reports.push(JSON.stringify(each));
    }
    return reports;
  }, texts);
  expect(reports[0]).toBe(reports[1]);
  expect(JSON.parse(reports[0])[0].sentences.length).toBeGreaterThan(20);
});

test("without workers it runs on the page", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await openHarness(page);
  const implementation = await page.evaluate(async () => (await Analyzer.load()).implementation);
  expect(implementation).toBe("local");
});

/** The names of the models that a page fetches from now on. @param {Page} page */
function watchModels(page) {
  /** @type {string[]} */
  const fetched = [];
  page.on("request", (request) => {
    const name = /([\w-]+)\.model/.exec(request.url())?.[1];
    if (name) fetched.push(name);
  });
  return fetched;
}

test("takes light models where it is asked to and there are any", async ({ page }) => {
  await openHarness(page);
  const fetched = watchModels(page);
  const counts = await page.evaluate(async () => {
    const light = await Analyzer.load({ light: true });
    const japanese = await light.words({ text: "港に図書館が開いた。" });
    const english = await light.words({ text: "The library by the harbour has opened." });
    const full = await (await Analyzer.load()).words({ text: "港に図書館が開いた。" });
    return [japanese, english, full].map(({ starts }) => starts.length);
  });
  expect(counts).toEqual([8, 8, 8]);
  expect(fetched.toSorted()).toEqual(["en-names", "en-words", "ja-names", "ja-words", "ja-words-light"]);
});

test("fetches the models of a language that is announced, once", async ({ page }) => {
  await openHarness(page);
  const fetched = watchModels(page);
  await page.evaluate(async () => void (await Analyzer.load()));
  expect(fetched).toEqual([]);
  const words = await page.evaluate(async () => {
    const analyzer = await Analyzer.load({ language: "ja" });
    const { starts } = await analyzer.words({ text: "港に図書館が開いた。" });
    await Analyzer.load({ language: "tlh" });
    return starts.length;
  });
  expect(words).toBe(8);
  expect(fetched.toSorted()).toEqual(["ja-names", "ja-words"]);
});

test("says that it could not be loaded, and can be loaded later", async ({ page }) => {
  await openHarness(page);
  await page.route("**/*.wasm", (route) => route.abort());
  const load = () => page.evaluate(() => codeOf(Analyzer.load()));
  expect(await load()).toBe("load-failed");
  await page.unroute("**/*.wasm");
  expect(await load()).toBe("a report");
  const stopped = await page.evaluate(() => codeOf(Analyzer.load({ signal: AbortSignal.abort() })));
  expect(stopped).toBe("aborted");
});
