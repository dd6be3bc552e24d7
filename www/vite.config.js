import { defineConfig } from "vite";

export default defineConfig({
  // The site works from any folder of any host.
  base: "./",
  build: {
    outDir: "../dist/site",
    emptyOutDir: true,
    target: "es2023",
    // The first to know `light-dark()`.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Inlined assets would need `data:` in the page's policy.
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1" },
});
