/** @import { Page } from "@playwright/test" */

/**
 * What is found in an article, each thing by its words: the place is the first one not taken by the same list.
 *
 * @typedef {object} Found
 * @property {string} text
 * @property {[name: string, label: string, forms: string[]][]} [entities]
 * @property {[words: string, kind: string, bounds: [number | null, number | null], unit: string, of?: string, approximate?: boolean][]} [quantities]
 * @property {[words: string, type: string, value: string | null, anchor?: string][]} [times]
 * @property {[source: string | null, cue: string, content: string, form: string][]} [attributions]
 * @property {[words: string, kind: string][]} [hedges]
 * @property {[text: string, score: number][]} [keywords]
 * @property {[label: string, because: string[]][]} [topics]
 * @property {number[]} [summary] Indices of sentences.
 * @property {[id: string, because: string[]]} [genre]
 * @property {string} [headline] Words of the body that serve as one.
 * @property {[quantity: number, sentence: number][]} [keyFigures] Indices, of quantities in reading order.
 * @property {[measure: string, value: number, level: string][]} [readability]
 * @property {[words: string, rule: string, message: string, severity: string][]} [style]
 * @property {[form: string, upos: string, lemma: string, origin: string | null][]} [words]
 */

/** An article with everything that can be found in one. @type {Found} */
export const LIGHTHOUSE = {
  text: `汐見灯台の改修、費用は約4,300万円

2025年3月4日 18:40
みなと新報

汐見町は3日、古くなった汐見灯台の改修費用が約4,300万円になると発表した。佐伯真由町長は「来年の夏までに終えたい」と述べた。工事は港南建設が担う。

灯台は1931年に建てられ、昨年10月の台風で窓が壊れた。港南建設によると、レンズの交換に6か月かかる可能性がある。灯台には年におよそ2万人が訪れる。

汐見町と港南建設は4月に契約する予定だ。町の調べでは、町民の72%が改修に賛成している。佐伯町長は「灯台は町の顔だ」とも話した。
`,
  entities: [
    ["汐見灯台", "facility", ["汐見灯台"]],
    ["汐見町", "location", ["汐見町"]],
    ["佐伯真由", "person", ["佐伯真由", "佐伯町長"]],
    ["港南建設", "organization", ["港南建設"]],
    ["みなと新報", "organization", ["みなと新報"]],
  ],
  quantities: [
    ["72%", "percent", [72, 72], "%", "町民"],
    ["約4,300万円", "money", [43_000_000, 43_000_000], "JPY", "改修費用", true],
    ["6か月", "duration", [6, 6], "か月", "レンズの交換"],
    ["およそ2万人", "count", [20_000, null], "人", undefined, true],
  ],
  times: [
    ["2025年3月4日 18:40", "time", "2025-03-04T18:40"],
    ["3日", "date", "2025-03-03", "2025-03-04"],
    ["来年の夏", "date", "2026-SU", "2025-03-04"],
    ["1931年", "date", "1931"],
    ["昨年10月", "date", "2024-10", "2025-03-04"],
    ["6か月", "duration", "P6M"],
    ["4月", "date", "2025-04", "2025-03-04"],
  ],
  attributions: [
    ["佐伯真由", "述べた", "「来年の夏までに終えたい」", "direct"],
    ["港南建設", "によると", "レンズの交換に6か月かかる可能性がある", "indirect"],
    ["佐伯真由", "話した", "「灯台は町の顔だ」", "direct"],
    [null, "調べでは", "町民の72%が改修に賛成している", "indirect"],
  ],
  hedges: [["可能性がある", "probability"]],
  keywords: [["汐見灯台", 9], ["改修費用", 7], ["港南建設", 5]],
  topics: [["経済", ["費用", "契約"]], ["社会", ["町民"]]],
  genre: ["news", ["報道でよく使う言い回し：「によると」（中くらいの手がかり、0.8）"]],
  headline: "古くなった汐見灯台の改修費用が約4,300万円になる",
  keyFigures: [[0, 0], [3, 6]],
  summary: [1, 4],
  readability: [["jReadability", 3.1, "中級後半"]],
  style: [
    ["汐見町は3日、古くなった汐見灯台の改修費用が約4,300万円になると発表した。", "long-sentence", "一文が 40 文字あります。", "warning"],
    ["かかる可能性がある", "weak-phrase", "言い切れるなら言い切ると伝わります。", "info"],
    ["になると", "weak-phrase", "言い切れるなら言い切ると伝わります。", "info"],
  ],
  words: [
    ["灯台", "NOUN", "灯台", "sinitic"],
    ["改修", "NOUN", "改修", "sinitic"],
    ["費用", "NOUN", "費用", "sinitic"],
    ["汐見", "PROPN", "汐見", "proper"],
    ["港南", "PROPN", "港南", "proper"],
    ["佐伯", "PROPN", "佐伯", "proper"],
    ["建設", "NOUN", "建設", "sinitic"],
    ["建て", "VERB", "建てる", "native"],
    ["壊れ", "VERB", "壊れる", "native"],
    ["述べ", "VERB", "述べる", "native"],
    ["話し", "VERB", "話す", "native"],
    ["終え", "VERB", "終える", "native"],
    ["古く", "ADJ", "古い", "native"],
    ["レンズ", "NOUN", "レンズ", "foreign"],
  ],
};

/** Another article on the same matter, which gives another figure and shares a sentence. @type {Found} */
export const COST = {
  text: `灯台の工事、5,800万円に

2025年3月6日 北浜タイムズ

汐見灯台の改修費用は5,800万円に膨らむ見通しだ。港南建設が5日に明らかにした。灯台は1931年に建てられ、昨年10月の台風で窓が壊れた。

佐伯真由町長は「町の負担は増やさない」と話した。町の財政は厳しく、議会では反対の声も上がる。議会は来週、工事を請け負う会社を呼んで事情を聞く。
`,
  entities: [
    ["汐見灯台", "facility", ["汐見灯台"]],
    ["港南建設", "organization", ["港南建設"]],
    ["佐伯真由", "person", ["佐伯真由"]],
  ],
  quantities: [["5,800万円", "money", [58_000_000, 58_000_000], "JPY", "改修費用"]],
  times: [
    ["2025年3月6日", "date", "2025-03-06"],
    ["1931年", "date", "1931"],
    ["昨年10月", "date", "2024-10", "2025-03-06"],
  ],
  attributions: [["佐伯真由", "話した", "「町の負担は増やさない」", "direct"]],
};

/** An article in which nothing of all this is found. @type {Found} */
export const BARE = { text: "静かな朝だった。雨が降り、やがて止んだ。それだけのことが、なぜか心に残っている。" };

/**
 * Lets the worker find in articles what is written above. What the core finds in them itself is left out, so that these
 * tests are of the page alone.
 *
 * @param {Page} page
 * @param {readonly Found[]} [articles]
 */
export async function findInstead(page, articles = [LIGHTHOUSE, COST, BARE]) {
  /** @type {Promise<{response: import("@playwright/test").APIResponse, body: string}> | null} */
  let fetched = null;
  await page.route(/\/worker-(?!runner)[^/]*\.js$/, async (route) => {
    // A reload must not take away an answer that is under way.
    fetched ??= route.fetch().then(async (response) => ({ response, body: await response.text() }));
    const { response, body } = await fetched;
    const script = `{
      const articles = ${JSON.stringify(articles)};
      const put = ${put};
      const asked = new Map();
      self.addEventListener("message", ({ data }) => data.type === "analyze" && asked.set(data.id, data));
      const post = self.postMessage.bind(self);
      self.postMessage = (message, options) => {
        const { source, options: { disabledRules } = {} } = asked.get(message.id) ?? {};
        const found = message.type === "report" && articles.find(({ text }) => text.trim() === source.trim());
        if (found) {
          const report = { ...JSON.parse(message.report.json), text: source };
          put(report, found, disabledRules ?? []);
          const { text, tokenColumns, ...rest } = report;
          message.report = { json: JSON.stringify(rest), tokenColumns };
        }
        post(message, options);
      };
    }`;
    await route.fulfill({ response, body: `${script}${body}` });
  });
}

/**
 * Runs in the worker: puts what was found into a report.
 *
 * @param {any} report
 * @param {Found} found
 * @param {readonly string[]} disabledRules
 */
function put(report, found, disabledRules) {
  const { text } = report;
  const body = Math.max(0, text.indexOf("\n\n"));
  const span = (/** @type {string} */ words, from = body) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const all = (/** @type {string} */ words) => {
    const spans = [];
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) spans.push({ start, end: start + words.length });
    return spans;
  };
  report.language = "ja";
  report.blocks.forEach((/** @type {any} */ block, /** @type {number} */ index) => {
    const line = text.slice(block.span.start, block.span.end);
    const role = /。$/.test(line) ? "paragraph" : index === 0 ? "title" : /^\d{4}年/.test(line) ? "date" : "metadata";
    Object.assign(block, { role, counted: role === "paragraph", duplicateOf: null, language: "ja" });
  });
  report.sentences = report.blocks.flatMap((/** @type {any} */ { role, span: { start, end } }, /** @type {number} */ block) =>
    Array.from(role === "paragraph" ? text.slice(start, end).matchAll(/[^。]+。/g) : [], ({ index, 0: sentence }) => ({
      span: { start: start + index, end: start + index + sentence.length },
      block,
    })),
  );
  Object.assign(report.metadata, {
    title: body > 0 ? text.slice(0, text.indexOf("\n")) : null,
    published: /^(\d{4})年(\d)月(\d)日/m.exec(text)?.slice(1).map((part) => part.padStart(2, "0")).join("-") ?? null,
    publisher: null,
  });
  const counted = report.blocks.filter((/** @type {any} */ { counted }) => counted);
  const characters = counted.reduce((/** @type {number} */ sum, /** @type {any} */ { span }) => sum + span.end - span.start, 0);
  for (const rule of ["all", "withoutLineBreaks", "withoutSpaces", "withoutBoth"]) report.statistics.characters[rule] = characters;
  Object.assign(report.statistics, { sentences: report.sentences.length, paragraphs: counted.length });
  const inOrder = (/** @type {any[]} */ things) => things.sort((a, b) => a.span.start - b.span.start);
  report.entities = (found.entities ?? []).map(([name, label, forms]) => ({
    name,
    label,
    mentions: forms.flatMap(all).sort((a, b) => a.start - b.start),
    aliases: forms.filter((form) => form !== name),
    because: [`「${name}」の後ろの語`],
  }));
  report.quantities = inOrder(
    (found.quantities ?? []).map(([words, kind, [lower, upper], unit, of, approximate = false]) => ({
      span: span(words),
      kind,
      value: { lower, upper, lowerInclusive: lower !== null, upperInclusive: upper !== null },
      unit,
      approximate,
      of: of ? span(of) : null,
      because: ["number and unit"],
    })),
  );
  report.times = inOrder(
    (found.times ?? []).map(([words, type, value, anchor = null]) => ({
      span: span(words), type, value, anchor, modifier: null, quantifier: null, frequency: null, range: null, because: [],
    })),
  );
  report.attributions = (found.attributions ?? []).map(([name, cue, content, form]) => {
    const entity = report.entities.findIndex((/** @type {{name: string}} */ entity) => entity.name === name);
    return { cue: span(cue), content: span(content), form, source: { span: name ? span(name) : null, name, entity: entity < 0 ? null : entity } };
  });
  report.hedges = (found.hedges ?? []).map(([words, kind]) => ({ span: span(words), kind, scope: null }));
  report.keywords = (found.keywords ?? []).map(([text, score]) => ({ text, score, spans: all(text) }));
  report.topics = (found.topics ?? []).map(([label, because], index) => ({ id: `medtop:${index}`, label, score: 0.5, because, top: null }));
  report.genre = found.genre ? { id: found.genre[0], score: 0.5, because: found.genre[1] } : null;
  report.headline = found.headline
    ? { text: found.headline, span: span(found.headline), from: "sentence", because: ["要約の中で得点が最も高い文"] }
    : null;
  report.keyFigures = (found.keyFigures ?? []).map(([quantity, sentence]) => ({ quantity, sentence, score: 1, because: [] }));
  report.summary = (found.summary ?? []).map((sentence) => ({ sentence, score: 1, because: [] }));
  report.readability = (found.readability ?? []).map(([measure, value, level]) => ({
    measure, value, level, language: "ja", note: null, audience: "learner", meaning: "日本語を学ぶ人にとっての読みやすさ。", source: "", bands: [],
  }));
  report.style = inOrder(
    (found.style ?? [])
      .filter(([, rule]) => !disabledRules.includes(rule))
      .map(([words, rule, message, severity]) => ({ span: span(words), rule, message, severity })),
  );
  const known = found.words ?? [];
  const pattern = new RegExp([...known.map(([form]) => form), "\\p{Ideo}+", "\\p{sc=Hira}+", "[\\p{sc=Kana}ー]+", "[0-9,]+", "\\S"].join("|"), "gu");
  const tokens = Array.from(text.matchAll(pattern), ({ index, 0: form }) => {
    const other = /^[\p{P}\p{S}]/u.test(form) ? "PUNCT" : /^[0-9]/.test(form) ? "NUM" : /^\p{sc=Hira}/u.test(form) ? "ADP" : "NOUN";
    const [, upos, lemma, origin] = known.find(([word]) => word === form) ?? [form, other, form, null];
    return { start: index, end: index + form.length, upos, lemma, origin };
  });
  const table = (/** @type {"upos" | "lemma" | "origin"} */ key) => [...new Set(tokens.map((token) => token[key]))];
  const [uposTable, lemmaTable, originTable] = [table("upos"), table("lemma"), table("origin")];
  report.tokenColumns = {
    starts: Uint32Array.from(tokens, ({ start }) => start),
    ends: Uint32Array.from(tokens, ({ end }) => end),
    upos: Uint8Array.from(tokens, ({ upos }) => uposTable.indexOf(upos)),
    uposTable,
    xpos: new Uint16Array(tokens.length),
    xposTable: [null],
    lemmas: Uint32Array.from(tokens, ({ lemma }) => lemmaTable.indexOf(lemma)),
    lemmaTable,
    origins: Uint8Array.from(tokens, ({ origin }) => originTable.indexOf(origin)),
    originTable,
  };
  const counts = Object.fromEntries(uposTable.map((upos) => [upos, tokens.filter((token) => token.upos === upos).length]));
  report.statistics.partsOfSpeech = counts;
  report.statistics.words = tokens.filter(({ upos }) => upos !== "PUNCT").length;
}
