/** What computes the nets, the faster first: TensorFlow's own library, or its WebAssembly build, which runs everywhere. */
export const ENGINES = ['tfjs-node', 'wasm'] as const;

export type EngineName = (typeof ENGINES)[number];
