export { compile } from './compile.ts';
export { loadKnowledge } from './load.ts';
