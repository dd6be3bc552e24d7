import { defineConfig } from "vite";
import { offline } from "./build/offline.js";
import { smallWorker } from "./build/small-worker.js";

export default defineConfig({
  // The site works from any folder of any host.
  base: "./",
  plugins: [smallWorker(), offline()],
  build: {
    outDir: "../dist/site",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    // The first to know `light-dark()`.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Inlined assets would need `data:` in the page's policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: "index.html", embed: "embed.html", embedding: "embedding.html", element: "src/element/define.js" },
      // Pages of others name the element's script.
      output: { entryFileNames: ({ name }) => (name === "element" ? "element.js" : "assets/[name]-[hash].js") },
    },
  },
  server: { host: "127.0.0.1" },
});
