/** The examples of the urgency document, which are not shipped: what a rule must hold for, and what it must not. */
import { fileURLToPath } from 'node:url';
import { compile } from '@readingscan/knowledge/compile';

export interface Examples {
  readonly id: string;
  readonly tier: string;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

const data = fileURLToPath(new URL('../../../knowledge/data', import.meta.url));
const document: unknown = compile(data, 'en', 'test', { keepGoing: true }).loaded.documents.urgency;

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const examplesOf = (entry: unknown): Examples => ({
  id: String(inside(entry, 'id')),
  tier: String(inside(entry, 'tier')),
  hit: listed(inside(inside(entry, 'examples'), 'hit')).map(String),
  miss: listed(inside(inside(entry, 'examples'), 'miss')).map(String),
});

export const missing: readonly Examples[] = listed(inside(document, 'missing')).map(examplesOf);
export const risks: Examples = examplesOf(inside(document, 'risks'));
export const complaints: Examples = examplesOf(inside(document, 'complaints'));
