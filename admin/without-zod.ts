/**
 * Takes zod's place in the desk's bundle. The desk needs the contracts' addresses and types; shapes are checked by the
 * server. Leaving zod out saves a sixth of what a moderator downloads. Whoever tries to check a shape here is told.
 */
const CHECKS = new Set(["parse", "safeParse", "parseAsync", "safeParseAsync"]);

const shape: unknown = new Proxy(() => shape, {
  get(_, name) {
    if (typeof name === "string" && CHECKS.has(name)) {
      throw new Error("The desk is built without zod: let the server check shapes.");
    }
    return shape;
  },
});

export const z = shape;
