export { comparison, deidentification } from './comparison.ts';
export { explanation } from './explanation.ts';
export { failure, listing } from './failure.ts';
export { DOCUMENTS, type DocumentName, jsonSchema } from './json-schema.ts';
export { reading } from './reading.ts';
export { extraction, source } from './source.ts';
