import { lookup } from "node:dns";
import { connect, createServer, type LookupFunction } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isPublic, publicLookup } from "../../server/outgoing/public-address.ts";
import { send } from "../../server/webhooks/send.ts";
import { type Receiver, startReceiver } from "./receiver.ts";

let endpoint: Receiver;
beforeEach(async () => {
  endpoint = await startReceiver();
});
afterEach(() => endpoint.close());

const post = (url: string, allowPrivate = false, timeout?: number) =>
  send(url, "{}", {}, { allowPrivate, timeout });

describe("private addresses", () => {
  test.each([
    ["loopback", "127.0.0.1"],
    ["all of loopback", "127.8.9.1"],
    ["private, ten", "10.1.2.3"],
    ["private, 172", "172.16.0.1"],
    ["private, 192.168", "192.168.1.1"],
    ["link-local, where clouds keep metadata", "169.254.169.254"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["Alibaba's metadata", "100.100.100.200"],
    ["Azure's metadata", "168.63.129.16"],
    ["this network", "0.0.0.0"],
    ["broadcast", "255.255.255.255"],
    ["multicast", "224.0.0.1"],
    ["reserved", "240.0.0.1"],
    ["benchmarks", "198.18.0.1"],
    ["IPv6 loopback", "::1"],
    ["IPv6 unspecified", "::"],
    ["IPv6 unique-local", "fd00:ec2::254"],
    ["IPv6 link-local", "fe80::1"],
    ["IPv6 multicast", "ff02::1"],
    ["IPv4 mapped into IPv6", "::ffff:10.0.0.1"],
    ["IPv4 mapped, in hexadecimal", "::ffff:7f00:1"],
    ["IPv4 behind NAT64", "64:ff9b::7f00:1"],
    ["IPv4 behind 6to4", "2002:7f00:1::"],
    ["IPv4 at the end of zeros", "::7f00:1"],
    ["IPv6 that nobody has been given", "4000::1"],
    ["no address at all", "example"],
  ])("%s is not public: %s", (_what, address) => expect(isPublic(address)).toBe(false));

  test.each(["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])(
    "%s is public",
    (address) => expect(isPublic(address)).toBe(true),
  );

  test.each([
    ["an address", (port: number) => `http://127.0.0.1:${port}/`],
    ["an address written as one number", (port: number) => `http://2130706433:${port}/`],
    ["an address in hexadecimal", (port: number) => `http://0x7f.1:${port}/`],
    ["an IPv6 address", (port: number) => `http://[::1]:${port}/`],
    ["an IPv4 address inside an IPv6 one", (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
    ["a name that resolves to one", (port: number) => `http://localhost:${port}/`],
  ])("nothing is sent to %s", async (_what, url) => {
    expect(await post(url(endpoint.port))).toEqual({
      status: null,
      error: expect.stringContaining("private"),
    });
    expect(endpoint.received).toHaveLength(0);
  });

  test("a name is judged when the connection is made, so that no connection is even opened", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const dial = (lookupWith: LookupFunction) =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: "localhost", port, family: 4, lookup: lookupWith });
        socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""));
        socket.on("close", () => resolve("connected"));
      });
    expect(await dial(publicLookup)).toBe("ERR_PRIVATE_ADDRESS");
    expect(connections).toBe(0);
    expect(await dial(lookup as LookupFunction)).toBe("connected");
    await new Promise((resolve) => server.close(resolve));
  });

  test("the operator may allow them", async () => {
    expect(await post(endpoint.url, true)).toEqual({ status: 200, error: null });
    expect(await post(`http://localhost:${endpoint.port}/`, true)).toEqual({ status: 200, error: null });
  });
});

describe("sending", () => {
  test("a redirect is not followed, wherever it leads", async () => {
    const inside = await startReceiver();
    endpoint.answer(307, { location: inside.url });
    expect(await post(endpoint.url, true)).toEqual({
      status: 307,
      error: expect.stringContaining("redirect"),
    });
    expect(inside.received).toHaveLength(0);
    await inside.close();
  });

  test("a user name or password in the address is refused", async () => {
    expect((await post(`http://user:secret@127.0.0.1:${endpoint.port}/`, true)).error).toContain("password");
    expect(endpoint.received).toHaveLength(0);
  });

  test("one that never answers is left after the time allowed", async () => {
    endpoint.answer("nothing");
    expect(await post(endpoint.url, true, 100)).toEqual({
      status: null,
      error: expect.stringContaining("No answer came"),
    });
  });

  test("an endless answer is cut off and its status counts", async () => {
    let sent = 0;
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const more = () => {
          sent += 65_536;
          if (!socket.destroyed) socket.write(Buffer.alloc(65_536), () => setImmediate(more));
        };
        more();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ status: 200, error: null });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
    await new Promise((resolve) => server.close(resolve));
  });

  test("something that is no web server is said to be none", async () => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.resume().end("220 mail.example ESMTP\r\n");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({
      status: null,
      error: "What answered does not speak HTTP.",
    });
    await new Promise((resolve) => server.close(resolve));
    expect((await post(`http://127.0.0.1:${port}/?token=geheim`, true)).error).toBe(
      "Nobody listens at this address: the connection was refused.",
    );
  });

  test("proxies that the environment names are not used", async () => {
    const proxy = await startReceiver();
    process.env.HTTP_PROXY = process.env.http_proxy = proxy.url;
    try {
      expect((await post(endpoint.url, true)).status).toBe(200);
    } finally {
      delete process.env.HTTP_PROXY;
      delete process.env.http_proxy;
      await proxy.close();
    }
    expect(proxy.received).toHaveLength(0);
  });
});
