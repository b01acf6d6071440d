export type * from './comparison.ts';
export type * from './deidentification.ts';
export type * from './document.ts';
export type * from './explanation.ts';
export { type Prepared, prepare } from './knowledge.ts';
export { createEngine, type Engine, type ExplainOptions } from './pipeline.ts';
