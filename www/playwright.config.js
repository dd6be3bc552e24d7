import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // For machines that do other work too.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: "list",
  use: {
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // It would answer in place of the routes that tests set; those of the installed page allow it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROME ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
