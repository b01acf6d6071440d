export { eachShipped, shippedForms } from './form-lines.ts';
export { fleschKincaidGrade, sentencesOf, syllables, wordsOf } from './readability.ts';
export type * from './types.ts';
