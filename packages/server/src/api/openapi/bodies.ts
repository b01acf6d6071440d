/** What is sent: one report, or several to be compared. */
import { LANGUAGES, READ } from '@readingscan/reader/languages';
import { MOST_COMPARED, MOST_TEXT } from '../../request.ts';

const OPTIONS = {
  language: {
    type: 'string',
    enum: LANGUAGES,
    default: READ,
    description: 'of the explanation; the report itself has to be in English',
  },
  level: { type: 'string', enum: ['plain', 'standard'], default: 'plain', description: 'how plain the words are' },
  region: { type: 'string', maxLength: 8, description: 'a country such as US, for an emergency number' },
  report: { type: 'integer', minimum: 1, description: 'which of several reports in one file' },
} as const;

const text = { type: 'string', maxLength: MOST_TEXT } as const;
const file = { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' } as const;
const SAMPLE =
  'IMPRESSION: Stable 6 mm right upper lobe pulmonary nodule. Follow-up CT chest in 12 months is recommended.';

export const ONE_REPORT = {
  required: true,
  content: {
    'application/json': {
      schema: { type: 'object', required: ['text'], properties: { text, ...OPTIONS } },
      example: { text: SAMPLE, language: READ },
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: {
          file: { type: 'array', items: file, description: 'one file, or the pictures of one report in order' },
          text: { ...text, description: 'in place of files' },
          password: { type: 'string', maxLength: 256, description: 'of a locked PDF' },
          ...OPTIONS,
        },
      },
    },
  },
} as const;

export const SEVERAL_REPORTS = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['texts'],
        properties: {
          texts: { type: 'array', minItems: 2, maxItems: MOST_COMPARED, items: text, description: 'the oldest first' },
          ...OPTIONS,
        },
      },
      example: { texts: [SAMPLE, 'IMPRESSION: Right upper lobe pulmonary nodule, now 8 mm.'] },
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: {
            type: 'array',
            minItems: 2,
            maxItems: MOST_COMPARED,
            items: file,
            description: 'one report each, the oldest first',
          },
          password: { type: 'string', maxLength: 256, description: 'of locked PDFs' },
          ...OPTIONS,
        },
      },
    },
  },
} as const;
