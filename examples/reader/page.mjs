// The same in a browser. Before: npx readingscan-files public/readingscan
import { openReader } from '@readingscan/reader/browser';

const reader = openReader('/readingscan');
const file = document.querySelector('input');
const told = document.querySelector('output');

file?.addEventListener('change', async () => {
  const files = await Promise.all(
    Array.from(file.files ?? [], async (one) => ({ bytes: new Uint8Array(await one.arrayBuffer()) })),
  );
  const result = await reader.explain({ kind: 'files', files });
  if (told) told.value = result.ok ? result.document.headline.text : `${result.error.message} ${result.error.hint}`;
});
