/**
 * WebAssembly written as expressions, byte by byte: just the instructions that the kernel uses. The opcodes are those of the
 * core specification 2.0 (webassembly.github.io/spec/core/appendix/index-instructions.html).
 */
export type Code = readonly number[];
export type ValueType = "i32" | "f32" | "v128";

const TYPE: Record<ValueType, number> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };

/** LEB128, unsigned. */
function unsigned(value: number): number[] {
  const out: number[] = [];
  do {
    out.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return out;
}

function signed(value: number): number[] {
  const out: number[] = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    const last = (value === 0 && (byte & 64) === 0) || (value === -1 && (byte & 64) !== 0);
    out.push(last ? byte : byte | 128);
    if (last) return out;
  }
}

/** A variable of a function: its place among them. */
export type Local = number;

export const get = (local: Local): Code => [0x20, ...unsigned(local)];
export const set = (local: Local, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const f32 = (value: number): Code => [0x43, ...new Uint8Array(new Float32Array([value]).buffer)];

const scalar =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), opcode];
const vector =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode)];
const reading = (opcode: number) => (address: Code, offset: number, align: number) => [
  ...address,
  ...(opcode < 256 ? [opcode] : [0xfd, ...unsigned(opcode - 256)]),
  align,
  ...unsigned(offset),
];
/** Marks the opcode of a vector instruction that touches memory. */
const VECTOR = 256;

export const add = scalar(0x6a);
export const times = scalar(0x6c);
export const f32Add = scalar(0x92);
export const f32Mul = scalar(0x94);
export const f32Div = scalar(0x95);
export const f32Max = scalar(0x97);
export const f32Sqrt = scalar(0x91);
export const f32FromI32 = scalar(0xb2);

const bind =
  (read: ReturnType<typeof reading>, align: number) =>
  (address: Code, offset = 0) =>
    read(address, offset, align);
export const f32Load = bind(reading(0x2a), 2);
export const load = bind(reading(VECTOR + 0), 2);
/** Eight signed bytes widened to eight 16-bit lanes. */
export const load8Wide = bind(reading(VECTOR + 1), 3);
/** One 32-bit value in all four lanes. */
export const loadSplat = bind(reading(VECTOR + 9), 2);

export const f32Store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x38,
  2,
  ...unsigned(offset),
];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0xfd,
  11,
  2,
  ...unsigned(offset),
];

export const splat = vector(0x13);
export const i32Splat = vector(0x11);
export const lane = (value: Code, index: number): Code => [...value, 0xfd, 0x1f, index];
export const nearest = vector(0x6a);
/** Two vectors of 32-bit lanes as one of 16-bit lanes, saturated. */
export const narrow = vector(0x85);
export const vShiftLeft = vector(0xab);
export const i32Sum = vector(0xae);
/** Products of 16-bit lanes, neighbours added. */
export const dot = vector(0xba);
export const vAbs = vector(0xe0);
export const vAdd = vector(0xe4);
export const vSub = vector(0xe5);
export const vMul = vector(0xe6);
export const vMax = vector(0xe9);
export const truncate = vector(0xf8);
export const convert = vector(0xfa);

const VOID = 0x40;

/** for (local = from; local < to; local += step) body; `to` is evaluated before each round. */
export const loop = (local: Local, from: Code, to: Code, step: number, body: Code): Code => [
  ...set(local, from),
  ...[0x02, VOID, 0x03, VOID],
  ...[...get(local), ...to, 0x4e, 0x0d, 1],
  ...body,
  ...set(local, add(get(local), i32(step))),
  ...[0x0c, 0, 0x0b, 0x0b],
];

export const when = (condition: Code, body: Code): Code => [...condition, 0x04, VOID, ...body, 0x0b];

export interface WasmFunction {
  name: string;
  parameters: ValueType[];
  /** Given a maker of further variables, the body; it leaves nothing on the stack. */
  body: (local: (type: ValueType) => Local) => Code;
}

const section = (id: number, entries: Code[]): number[] => {
  const content = [...unsigned(entries.length), ...entries.flat()];
  return [id, ...unsigned(content.length), ...content];
};
const name = (text: string): number[] => [...unsigned(text.length), ...Buffer.from(text)];

/** A module of these functions over one imported memory, `env.memory`. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const bodies = functions.map(({ parameters, body }) => {
    const locals: ValueType[] = [];
    const code = body((type) => parameters.length + locals.push(type) - 1);
    const all = [...unsigned(locals.length), ...locals.flatMap((type) => [1, TYPE[type]]), ...code, 0x0b];
    return [...unsigned(all.length), ...all];
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters }) => [
        0x60,
        parameters.length,
        ...parameters.map((type) => TYPE[type]),
        0,
      ]),
    ),
    ...section(2, [[...name("env"), ...name("memory"), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map((one, index) => [...name(one.name), 0, ...unsigned(index)]),
    ),
    ...section(10, bodies),
  ]);
}
