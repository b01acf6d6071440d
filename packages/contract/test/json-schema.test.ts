import { describe, expect, it } from 'vitest';
import { DOCUMENTS, type DocumentName, jsonSchema } from '../src/index.ts';

describe('every document has a JSON Schema of draft 2020-12', () => {
  for (const name of Object.keys(DOCUMENTS)) {
    it(name, () => {
      const schema = jsonSchema(name as DocumentName);
      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    });
  }
});
