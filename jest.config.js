/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/data/"],
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "<rootDir>/test/setup/transform.mjs",
      {
        jsc: {
          target: "es2023",
          parser: { syntax: "typescript", tsx: false },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "es6" },
        sourceMaps: "inline",
      },
    ],
  },
  globalSetup: "<rootDir>/test/setup/start-database.ts",
  globalTeardown: "<rootDir>/test/setup/stop-database.ts",
  setupFiles: ["<rootDir>/test/support/quiet-log.ts"],
  maxWorkers: 2,
  testTimeout: 20_000,
};
