import { expect, test } from 'vitest';
import { alike } from '../src/alike.ts';

test('entries hold the same fields in the same order, and say the same as before', () => {
  const entries: readonly { readonly id: string; readonly site?: string; readonly paired?: boolean }[] = [
    { id: 'cyst', site: 'kidney' },
    { paired: true, id: 'kidney' },
    { id: 'edema' },
  ];
  const made = alike(entries);
  for (const entry of made) expect(Object.keys(entry)).toEqual(['id', 'site', 'paired']);
  expect(JSON.stringify(made)).toBe('[{"id":"cyst","site":"kidney"},{"id":"kidney","paired":true},{"id":"edema"}]');
});
