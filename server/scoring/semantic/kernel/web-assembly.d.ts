/** The part of WebAssembly's API that the kernel uses; TypeScript has it only among the browser's types. */
// biome-ignore lint/style/noNamespace: it is one, in every engine.
declare namespace WebAssembly {
  class Memory {
    constructor(options: { initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: { env: { memory: Memory } });
    readonly exports: Record<string, unknown>;
  }
}
