import { createServer } from "node:http";
import { afterEach, expect, test } from "@jest/globals";
import { checkPort, listenOn } from "../../server/start/port.ts";

const servers = [createServer(), createServer()];
afterEach(() => {
  for (const server of servers) server.close();
});

test("a port in use ends in one sentence that names PORT", async () => {
  const [first, second] = servers;
  const port = await listenOn(first!, 0, "127.0.0.1");
  expect(port).toBeGreaterThan(0);
  const sentence = `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another port, such as PORT=${port + 1}.`;
  await expect(listenOn(second!, port, "127.0.0.1")).rejects.toThrow(sentence);
  await expect(checkPort(port, "127.0.0.1")).rejects.toThrow(sentence);
});

test("a host that is not this machine ends in one sentence that names HOST", async () => {
  await expect(checkPort(3999, "192.0.2.1")).rejects.toThrow(/^HOST is 192\.0\.2\.1, which is no address/);
});

test("a check leaves the port free", async () => {
  const port = await listenOn(servers[0]!, 0, "127.0.0.1");
  await new Promise((resolve) => servers[0]!.close(resolve));
  await checkPort(port, "127.0.0.1");
  expect(await listenOn(servers[0]!, port, "127.0.0.1")).toBe(port);
});
