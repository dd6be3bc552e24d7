export { default } from "./node_modules/kuromoji/build/kuromoji.js";
