import { VitePWA } from "vite-plugin-pwa";

/** The kinds of files that the page opens, by media type. */
const FILES = { "text/plain": [".txt", ".text"], "text/markdown": [".md", ".markdown"], "text/html": [".html", ".htm"] };

/** The page as a program that is installed and works without a network. */
export const offline = () =>
  VitePWA({
    strategies: "injectManifest",
    srcDir: "src/offline",
    filename: "service-worker.js",
    // The page registers it itself.
    injectRegister: false,
    injectManifest: {
      globPatterns: ["**/*.{html,js,css,wasm,model,svg,png}", "third-party.txt"],
      // The light model is for programs that ask for it.
      globIgnores: ["**/*-light-*", "service-worker.js", "embed*.html"],
      maximumFileSizeToCacheInBytes: 2 ** 24,
      dontCacheBustURLsMatching: /^assets\//,
      target: "es2023",
    },
    manifest: {
      id: "./",
      name: "記事アナライザー – Article Analyzer",
      short_name: "記事分析",
      description: "貼り付けた記事を、この端末の中だけで分析します。Analyses a pasted article on this device alone.",
      lang: "ja",
      start_url: "./",
      scope: "./",
      display: "standalone",
      background_color: "#fbfaf7",
      theme_color: "#fbfaf7",
      categories: ["productivity", "education", "utilities"],
      icons: [
        { src: "./icon.svg", sizes: "any", type: "image/svg+xml" },
        { src: "./icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "./icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "./icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
      share_target: {
        action: "./share",
        method: "POST",
        enctype: "multipart/form-data",
        params: {
          title: "title",
          text: "text",
          url: "url",
          files: [{ name: "files", accept: Object.entries(FILES).flat(2) }],
        },
      },
      file_handlers: [{ action: "./", accept: FILES }],
    },
  });
