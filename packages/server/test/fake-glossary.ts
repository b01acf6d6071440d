/** Two words, in English and Spanish alone, so that tests of the server need no knowledge. */
import type { GlossaryKnowledge } from '@readingscan/knowledge';
import type { Glossaries } from '../src/glossaries.ts';

const SOURCE = { title: 'A page', publisher: 'A hospital', url: 'https://example.org/', read: '2026-11-28' };

const ENGLISH: GlossaryKnowledge = {
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
      radlex: 'RID34539',
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
      radlex: null,
      reviewed: null,
    },
  ],
};

const NAMES: Readonly<Record<string, string>> = { nodule: 'Nódulo', scar: 'Cicatriz' };

const SPANISH: GlossaryKnowledge = {
  ...ENGLISH,
  language: 'es',
  entries: ENGLISH.entries.map((entry) => ({
    ...entry,
    name: NAMES[entry.id] ?? entry.name,
    written: entry.name,
    falseFriends: entry.falseFriends.map((friend) => ({ term: 'Masa', differs: 'Es un bulto.', written: friend.term })),
    also: [entry.name, ...entry.also],
  })),
};

export const GLOSSARIES: Glossaries = { en: ENGLISH, es: SPANISH };
