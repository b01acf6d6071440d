/** The checklist of docs/ASVS.md: each requirement of levels 1 and 2 is there once with a state, each path in it leads to something, and its sums are right. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const own = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const text = readFileSync(own('docs/ASVS.md'), 'utf8');
const STATES = ['met', 'n/a', 'missing'];

interface Line {
  readonly number: string;
  readonly level: string;
  readonly asks: string;
  readonly state: string;
  readonly evidence: string;
}
const lines: readonly Line[] = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, number = '', level = '', asks = '', state = '', ...rest] = line.split('|').map((cell) => cell.trim());
    return { number, level, asks, state, evidence: rest.slice(0, -1).join('|') };
  });

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has: they are its first ones. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  '1': [2, 9, 11, 3, 2],
  '2': [3, 3, 4, 1],
  '3': [0, 2, 4, 6, 5, 0, 2],
  '4': [3, 1, 2, 4],
  '5': [1, 3, 2, 3],
  '6': [3, 12, 4, 4, 5, 3, 0, 4],
  '7': [3, 4, 2, 5, 2, 2],
  '8': [2, 3, 1, 1],
  '9': [3, 4],
  '10': [2, 2, 4, 11, 5, 2, 3],
  '11': [2, 3, 3, 4, 1, 1],
  '12': [3, 2, 4],
  '13': [1, 5, 2, 5],
  '14': [2, 4, 3],
  '15': [3, 3, 7],
  '16': [1, 5, 4, 3, 3],
  '17': [1, 4, 2],
};
const NUMBERS = Object.entries(SECTIONS).flatMap(([chapter, counts]) =>
  counts.flatMap((count, at) => Array.from({ length: count }, (_, index) => `${chapter}.${at + 1}.${index + 1}`)),
);
/** Of level 3: uploads and privacy, and what lies near. */
const THIRD = ['3.4.7', '3.4.8', '5.2.4', '5.2.5', '5.2.6', '5.3.3', '8.3.2', '8.3.3'];
const PRIVACY = ['14.2.5', '14.2.6', '14.2.7', '14.2.8', '16.5.4'];

test('each requirement of levels 1 and 2 stands there once, and those of level 3 that were chosen', () => {
  expect(NUMBERS).toHaveLength(253);
  const [basic, third] = [lines.filter(({ level }) => level !== '3'), lines.filter(({ level }) => level === '3')];
  expect(basic.map(({ number }) => number)).toEqual(NUMBERS);
  expect(third.map(({ number }) => number)).toEqual([...THIRD, ...PRIVACY]);
});

test('each has a state and says why', () => {
  for (const { number, level, asks, state, evidence } of lines) {
    expect(STATES, number).toContain(state);
    expect(level, number).toMatch(/^[123]$/);
    expect([asks.length > 2, evidence.length > 5], number).toEqual([true, true]);
    // a claim names something that can be looked at, here or in the settings
    if (state === 'met') expect(evidence, number).toMatch(/`|the table below|\bno \b|^as many/);
  }
});

test('each path leads to something', () => {
  const paths = new Set(
    [...text.matchAll(/`([^`\s]+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) =>
        /^(packages|tests|docs|deploy|scripts)\/|^[A-Z]+\.md$|^[\w.-]+\.(yml|json)$|^\.?[Dd]ocker/.test(path),
      ),
  );
  expect(paths.size).toBeGreaterThan(80);
  for (const path of paths) expect(existsSync(own(path)), path).toBe(true);
});

test('the sums at its head are those of its lines', () => {
  const of = (state: string): number => lines.filter((line) => line.state === state).length;
  expect(text).toContain(
    `**${of('met')} met, ${of('n/a')} not applicable, ${of('missing')} missing** of ${lines.length}.`,
  );
});
