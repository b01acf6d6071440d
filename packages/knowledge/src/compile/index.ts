export { shipWords } from '../shipped-words.ts';
export { compile } from './compile.ts';
export { loadKnowledge } from './load.ts';
