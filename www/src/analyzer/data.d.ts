/** The parts of the analyzer as data, put together by `build/data.js`. */
declare module "article-analyzer:data" {
  /** The core, packed by gzip, in base64. */
  export const CORE: string;
  /** The script of the worker. */
  export const WORKER: string;
  /** The models in base64, by name. */
  export const MODELS: Record<string, string>;
}
