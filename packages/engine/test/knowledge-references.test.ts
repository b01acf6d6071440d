/** The documents of places, urgency, requests, senses and scales name only what the knowledge holds, and tell patients no rates. */
import { fileURLToPath } from 'node:url';
import { compile } from '@readingscan/knowledge/compile';
import { describe, expect, it } from 'vitest';

const { reading, words } = compile(fileURLToPath(new URL('../../knowledge/data', import.meta.url)), 'en', 'test', {
  keepGoing: process.env.KNOWLEDGE_KEEP_GOING !== undefined,
});
const concepts = new Set(reading.concepts.map(({ id }) => id));
const modifiers = new Set(reading.modifiers.map(({ id }) => id));
const { specializations, scales, senses, signs } = reading.documents;

describe('specializations', () => {
  it('name concepts that exist', () => {
    const named = [
      ...specializations.findings.flatMap(({ concepts: from, at, becomes }) => [...from, ...at, becomes]),
      ...specializations.organs.flatMap(({ anatomy, becomes }) => [...anatomy, becomes]),
      ...specializations.adjectives.map(({ anatomy }) => anatomy),
      ...specializations.states.map(({ becomes }) => becomes),
      ...specializations.visible,
      ...specializations.properties,
      ...specializations.complaints,
    ];
    expect([...new Set(named)].filter((id) => !concepts.has(id))).toEqual([]);
  });
  it('name modifiers that exist', () => {
    const named = [
      ...specializations.organs.flatMap(({ modifiers: list }) => list ?? []),
      ...specializations.states.flatMap(({ modifiers: list }) => list),
      ...specializations.adjectives.flatMap(({ modifiers: list }) => list),
    ];
    expect([...new Set(named)].filter((id) => !modifiers.has(id))).toEqual([]);
  });
});

describe('urgency and requests', () => {
  it('name concepts that exist', () => {
    const { symptoms, conditions } = words.documents.requests;
    const named = [
      ...reading.documents.urgency.rules.flatMap(({ concepts: of, at }) => [...of, ...(at ?? [])]),
      ...symptoms,
      ...conditions,
    ];
    expect([...new Set(named)].filter((id) => !concepts.has(id))).toEqual([]);
  });
});

describe('signs', () => {
  it('name concepts that exist, each pair once, none of them its own sign', () => {
    const pairs = signs.entries.flatMap(({ of, signs: seen }) =>
      of.flatMap((one) => (seen ?? []).map((sign) => [one, sign])),
    );
    expect(pairs.flat().filter((id) => !concepts.has(id))).toEqual([]);
    expect(pairs.filter(([of, sign]) => of === sign)).toEqual([]);
    expect(new Set(pairs.map((pair) => pair.join(' '))).size).toBe(pairs.length);
  });
});

describe('senses', () => {
  const rules = [...senses.short, ...senses.concepts];
  it('name concepts that exist', () => {
    const named = [...rules.map(({ is }) => is), ...senses.concepts.flatMap(({ concepts: from }) => from)];
    expect([...new Set(named)].filter((id) => !concepts.has(id))).toEqual([]);
  });
  it('name contexts that exist, no more than two numbers have bits', () => {
    const named = rules.flatMap(({ report, statement, unless, beside, over, next }) =>
      [report, statement, unless, beside, over, next].flatMap((names) => names ?? []),
    );
    expect([...new Set(named)].filter((name) => !(name in senses.contexts))).toEqual([]);
    expect(Object.keys(senses.contexts).length).toBeLessThanOrEqual(62);
  });
});

describe('scales', () => {
  const categories = scales.flatMap(({ system, categories: list }) =>
    list.map((category) => ({ system, ...category })),
  );
  it('tell no percentages', () => {
    expect(
      categories.filter(({ means, next }) => /[%\d]/.test(`${means} ${next ?? ''}`)).map(({ means }) => means),
    ).toEqual([]);
  });
  it('have one entry for each category', () => {
    const codes = categories.map(({ system, code }) => `${system} ${code}`);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });
});
