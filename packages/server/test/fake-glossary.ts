/** Two words, so that tests of the server need no knowledge. */
import type { GlossaryKnowledge } from '@readingscan/knowledge';

const SOURCE = { title: 'A page', publisher: 'A hospital', url: 'https://example.org/', read: '2026-11-28' };

export const GLOSSARY: GlossaryKnowledge = {
  language: 'en',
  version: 'test',
  entries: [
    {
      id: 'nodule',
      name: 'Nodule',
      answer: 'A small round spot. Most do no harm.',
      what: 'A spot that is round.',
      seen: { ct: 'A white dot on the dark lung.' },
      next: 'Another scan, as a rule.',
      falseFriends: [],
      related: ['scar'],
      part: 'chest',
      also: ['round spot', 'nodular lesion'],
      sources: [SOURCE],
      reviewed: null,
    },
    {
      id: 'scar',
      name: 'Scar',
      answer: 'A mark of something that has healed.',
      what: 'Tissue that is left over.',
      seen: { mri: 'A dark line in the tissue.' },
      next: 'Nothing, as a rule.',
      falseFriends: [{ term: 'Mass', differs: 'A mass is a lump.' }],
      related: [],
      part: 'general',
      also: ['healed tissue'],
      sources: [SOURCE],
      reviewed: null,
    },
  ],
};
