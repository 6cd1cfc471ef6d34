import { expect, test } from "@jest/globals";
import { readConfig } from "../../server/config.ts";

test("without any setting everything has its default and what is not configured is null", () => {
  expect(readConfig({ PORT: "", REDIS_URL: " " })).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: `${process.cwd()}/data`,
    databaseUrl: null,
    redisUrl: null,
    perspective: null,
    trustProxy: null,
    webhooksAllowPrivate: false,
    logLevel: "info",
  });
});

test("every wrong value is named with what is allowed, and secrets are not repeated", () => {
  let message = "";
  try {
    readConfig({
      PORT: "http",
      DATABASE_URL: "mysql://u:hunter2@h/d",
      LOG_LEVEL: "loud",
      OWNER_PASSWORD: "short",
    });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split("\n")).toEqual([
    'PORT is "http"; it must be a port number from 0 to 65535 (0 takes any free one).',
    expect.stringMatching(/^DATABASE_URL is set to something else; it must be a PostgreSQL address/),
    expect.stringMatching(/^OWNER_PASSWORD is set to something else; it must be 8 to 200 characters/),
    expect.stringMatching(/^LOG_LEVEL is "loud"; it must be one of fatal, error/),
  ]);
  expect(message).not.toContain("hunter2");
});

test("Perspective needs a key, and its address may be another", () => {
  expect(readConfig({ PERSPECTIVE_URL: "http://127.0.0.1:1" }).perspective).toBeNull();
  expect(readConfig({ PERSPECTIVE_API_KEY: "k" }).perspective?.url).toBe(
    "https://commentanalyzer.googleapis.com",
  );
  expect(
    readConfig({ PERSPECTIVE_API_KEY: "k", PERSPECTIVE_URL: "http://127.0.0.1:1/" }).perspective,
  ).toEqual({
    apiKey: "k",
    url: "http://127.0.0.1:1",
  });
});

test("proxies are a number or addresses", () => {
  expect(readConfig({ TRUST_PROXY: "1" }).trustProxy).toBe(1);
  expect(readConfig({ TRUST_PROXY: "loopback, 10.0.0.0/8" }).trustProxy).toEqual(["loopback", "10.0.0.0/8"]);
  expect(() => readConfig({ TRUST_PROXY: "true" })).toThrow(/^TRUST_PROXY is "true"/);
});
