/** Who a text is about is taken out of it, what it says is not. */
import { readFileSync } from 'node:fs';
import { compile } from '@readingscan/knowledge/compile';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../src/pipeline.ts';
import { effortOf } from './support/effort.ts';

const { reading } = compile(new URL('../../knowledge/data', import.meta.url).pathname, 'en', 'test', {
  keepGoing: true,
});
const engine = createEngine(reading, null);

const cases = readFileSync(new URL('./cases/deidentify.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line): [string, string] => {
    const [text = '', expected = ''] = line.split(' ==> ');
    return [text.replaceAll('↵', '\n'), expected.replaceAll('↵', '\n')];
  });

describe('deidentify', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(engine.deidentify(text).text).toBe(expected);
  });

  it.each(cases)('gives the spans of what it takes: %s', (text) => {
    const { text: out, spans } = engine.deidentify(text);
    let at = 0;
    let built = '';
    for (const { span, replacement } of spans) {
      expect(span[0]).toBeGreaterThanOrEqual(at);
      built += text.slice(at, span[0]) + replacement;
      at = span[1];
    }
    expect(built + text.slice(at)).toBe(out);
  });

  it.each(['a', '. ', 'Aa ', '1-', 'may ', 'Page 1 of 2 ', 'A.B@', 'Name: '])(
    'takes no longer than the text is long: %j',
    (bait) => {
      expect(effortOf(() => engine.deidentify(bait.repeat(40_000)))).toBeLessThan(4000);
    },
  );
});
