export { eachShipped, shippedForms } from './form-lines.ts';
export { fleschKincaidGrade, sentencesOf, syllables, wordsOf } from './readability.ts';
export { openWords, type ShippedWords } from './shipped-words.ts';
export type * from './types.ts';
