/** Each line of assertion-cases/*.txt is a sentence of ours with its targets and what is said of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '@readingscan/knowledge/compile';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../src/pipeline.ts';

const here = new URL('./assertion-cases/', import.meta.url);
const { reading } = compile(new URL('../../knowledge/data', import.meta.url).pathname, 'en', 'test', {
  keepGoing: true,
});
const engine = createEngine(reading, null);

const SHORT: Readonly<Record<string, string>> = {
  present: 'present definite',
  absent: 'absent excluded',
  doubted: 'absent unlikely',
  likely: 'present likely',
  suspected: 'possible likely',
  possible: 'possible possible',
  unlikely: 'possible unlikely',
  conditional: 'conditional possible',
  hypothetical: 'hypothetical possible',
  future: 'hypothetical possible',
};

function targetsOf(line: string): { text: string; targets: [number, number][] } {
  const targets: [number, number][] = [];
  let text = '';
  for (const part of line.split(/(\[\[|\]\])/)) {
    if (part === '[[') targets.push([text.length, text.length]);
    else if (part === ']]') {
      const last = targets.at(-1);
      if (last) last[1] = text.length;
    } else text += part;
  }
  return { text: text.replaceAll('\\n', ' \n'), targets };
}

function said(expected: string): string {
  const words = expected.split(' ');
  const [first = ''] = words;
  const time = first === 'future' ? 'future' : words.includes('past') ? 'past' : 'current';
  const change = words.find((word) => word.startsWith('+')) ?? '';
  return `${SHORT[first]} ${time} ${words.includes('other') ? 'other' : 'patient'} ${change}`.trim();
}

for (const file of readdirSync(here).sort()) {
  const sections = readFileSync(new URL(file, here), 'utf8').split(/^# /m).slice(1);
  for (const section of sections) {
    const [title = '', ...lines] = section.split('\n');
    describe(`${file.replace('.txt', '')}: ${title}`, () => {
      for (const line of lines.filter((one) => one.includes('==>'))) {
        const [input = '', answer = ''] = line.split(' ==> ');
        it(line, () => {
          const { text, targets } = targetsOf(input);
          const got = targets.map((target) => {
            const { assertion, change } = engine.assert(text, target);
            const time = assertion.temporality === 'historical' ? 'past' : assertion.temporality;
            const shown = `+${change?.direction ?? 'none'}`;
            return `${assertion.presence} ${assertion.certainty} ${time} ${assertion.experiencer} ${shown}`;
          });
          const expected = answer.split(' | ').map(said);
          // a change is only held against us where the line states one, or "+none"
          const compared = got.map((one, i) => (expected[i]?.includes('+') ? one : one.replace(/ \+\w+$/, '')));
          expect(compared).toEqual(expected);
        });
      }
    });
  }
}
