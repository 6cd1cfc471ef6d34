import swc from "@swc/jest";

/**
 * @swc/jest, and the globals of hot loops as names of each module. Tests run in a context of their own, where a look at the global object takes a hundred times
 * as long as elsewhere: by `Math.imul` alone the scorer and its trainer were ten times slower in tests than they are.
 */
export default {
  createTransformer(options) {
    const transformer = swc.createTransformer(options);
    const withGlobals = (source) => `const { Math, Number, String } = globalThis;${source}`;
    return {
      ...transformer,
      process: (source, ...rest) => transformer.process(withGlobals(source), ...rest),
      processAsync: (source, ...rest) => transformer.processAsync(withGlobals(source), ...rest),
      getCacheKey: (source, ...rest) => transformer.getCacheKey(withGlobals(source), ...rest),
    };
  },
};
