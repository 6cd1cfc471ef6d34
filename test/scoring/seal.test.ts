import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { seal, unseal } from "../../server/seal.ts";

const SECRET = "a secret of this installation, long enough";

test("what is sealed opens again with the same secret in the same place, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (plain, secret, place) => {
      expect(unseal(secret, place, seal(secret, place, plain))).toBe(plain);
    }),
  );
});

test("it opens neither with another secret nor in another place nor changed in any letter", () => {
  const sealed = seal(SECRET, "site/one", "sk-123456");
  expect(sealed).not.toContain("123456");
  expect(unseal(`${SECRET}!`, "site/one", sealed)).toBeNull();
  expect(unseal(SECRET, "site/two", sealed)).toBeNull();
  for (const at of [4, 25, 50, sealed.length - 1]) {
    const letter = sealed[at] === "A" ? "B" : "A";
    expect(unseal(SECRET, "site/one", sealed.slice(0, at) + letter + sealed.slice(at + 1))).toBeNull();
  }
  for (const odd of ["", "v1", "v2.a.b.c", "v1...", "v1.a.b.c.d"])
    expect(unseal(SECRET, "x", odd)).toBeNull();
});

test("the same key is never sealed the same way twice", () => {
  expect(seal(SECRET, "x", "key")).not.toBe(seal(SECRET, "x", "key"));
});
