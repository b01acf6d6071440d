export { expand } from './expand.ts';
export { fleschKincaidGrade, sentencesOf, syllables, wordsOf } from './readability.ts';
export type * from './types.ts';
export { EXACT, PLURAL } from './types.ts';
