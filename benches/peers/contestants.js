/**
 * What takes part in the benchmark. Each is started in a place, Node or a browser, and then called with a text; what it
 * gives back is counted, so that nothing can be left undone.
 *
 * @typedef {object} Place
 * @property {(path: string) => Promise<Uint8Array>} read The bytes of a file of the project.
 * @property {(path: string) => Promise<any>} load A module of the project.
 * @property {(name: string) => Promise<any>} peer A package of the benchmark.
 * @property {string} kuromojiDictionary The folder of kuromoji's dictionary.
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {"ja" | "en"} language
 * @property {"words" | "report"} task
 * @property {string[]} files What a page has to fetch for it, from the root of the project or the name of a peer.
 * @property {(place: Place) => Promise<(text: string) => number>} start
 */

const PKG = "www/pkg";
const MODULES = "benches/peers/node_modules";
const CORE = [`${PKG}/article_analyzer.js`, `${PKG}/article_analyzer_bg.wasm`];

/**
 * @param {"words" | "report"} task
 * @param {string[]} models
 */
function ours(task, models) {
  return async (/** @type {Place} */ { read, load }) => {
    const core = await load(`${PKG}/article_analyzer.js`);
    await core.default({ module_or_path: await read(`${PKG}/article_analyzer_bg.wasm`) });
    for (const model of models) core.addModel(await read(model));
    if (task === "words") return (/** @type {string} */ text) => core.words(text).starts.length;
    return (/** @type {string} */ text) => {
      const { json, tokenColumns } = core.analyze(text, false);
      return JSON.parse(json).sentences.length + tokenColumns.starts.length;
    };
  };
}

const model = (/** @type {string} */ name) => `${PKG}/models/${name}.model`;
const JA_WORDS = [model("ja-words")];
const JA_ALL = [model("ja-words"), model("ja-names")];
const EN_WORDS = [model("en-words")];
const EN_ALL = [model("en-words"), model("en-names")];

/** @type {Contestant[]} */
export const CONTESTANTS = [
  { name: "article-analyzer: words", language: "ja", task: "words", files: [...CORE, ...JA_WORDS], start: ours("words", JA_WORDS) },
  { name: "article-analyzer: whole report", language: "ja", task: "report", files: [...CORE, ...JA_ALL], start: ours("report", JA_ALL) },
  {
    name: "kuromoji.js",
    language: "ja",
    task: "words",
    files: ["kuromoji.min.js", `${MODULES}/kuromoji/dict/`],
    async start({ peer, kuromojiDictionary }) {
      const { default: kuromoji } = await peer("kuromoji");
      const tokenizer = await new Promise((resolve, reject) => {
        const done = (/** @type {unknown} */ error, /** @type {unknown} */ built) => (error ? reject(error) : resolve(built));
        kuromoji.builder({ dicPath: kuromojiDictionary }).build(done);
      });
      return (text) => tokenizer.tokenize(text).length;
    },
  },
  {
    name: "lindera-wasm (ipadic)",
    language: "ja",
    task: "words",
    files: [`${MODULES}/lindera-wasm-ipadic/lindera_wasm.js`, `${MODULES}/lindera-wasm-ipadic/lindera_wasm_bg.wasm`],
    async start({ load, read }) {
      const { default: start, TokenizerBuilder } = await load(`${MODULES}/lindera-wasm-ipadic/lindera_wasm.js`);
      await start({ module_or_path: await read(`${MODULES}/lindera-wasm-ipadic/lindera_wasm_bg.wasm`) });
      const builder = new TokenizerBuilder();
      builder.setDictionary("embedded://ipadic");
      builder.setMode("normal");
      const tokenizer = builder.build();
      return (text) => tokenizer.tokenize(text).length;
    },
  },
  {
    name: "TinySegmenter",
    language: "ja",
    task: "words",
    files: ["tiny-segmenter.min.js"],
    async start({ peer }) {
      const { default: TinySegmenter } = await peer("tiny-segmenter");
      const segmenter = new TinySegmenter();
      return (text) => segmenter.segment(text).length;
    },
  },
  { name: "Intl.Segmenter, array", language: "ja", task: "words", files: [], start: async () => intl("ja") },
  { name: "article-analyzer: words", language: "en", task: "words", files: [...CORE, ...EN_WORDS], start: ours("words", EN_WORDS) },
  { name: "article-analyzer: whole report", language: "en", task: "report", files: [...CORE, ...EN_ALL], start: ours("report", EN_ALL) },
  {
    name: "wink-nlp",
    language: "en",
    task: "report",
    files: ["wink.min.js"],
    async start({ peer }) {
      const { nlp, its } = await peer("wink");
      return (text) => {
        const document = nlp.readDoc(text);
        const found = [document.tokens().out(its.pos), document.tokens().out(its.lemma), document.sentences().out(), document.entities().out(its.detail)];
        return found.reduce((sum, list) => sum + list.length, document.out(its.readabilityStats).fres);
      };
    },
  },
  {
    name: "compromise",
    language: "en",
    task: "report",
    files: ["compromise.min.js"],
    async start({ peer }) {
      const { default: nlp } = await peer("compromise");
      return (text) => {
        const document = nlp(text);
        return document.json().length + document.topics().json().length + document.numbers().json().length;
      };
    },
  },
  { name: "Intl.Segmenter, array", language: "en", task: "words", files: [], start: async () => intl("en") },
];

/** @param {string} language */
function intl(language) {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return (/** @type {string} */ text) => Array.from(segmenter.segment(text), ({ segment }) => segment).length;
}
