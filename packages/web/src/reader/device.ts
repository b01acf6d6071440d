/** The device's reader: one worker for the page, started early so that the job needs no network. */
import { type BrowserReader, createBrowserReader, type ReaderInput } from '@readingscan/reader/browser';
import type { WebAssets } from '../assets.ts';
import type { Given } from './state.ts';

let reader: BrowserReader | null = null;

export function deviceReader(assets: WebAssets): BrowserReader {
  reader ??= createBrowserReader(assets);
  return reader;
}

export async function inputOf(given: Given): Promise<ReaderInput> {
  if (given.kind === 'text') return given;
  const files = await Promise.all(
    given.files.map(async (file) => ({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })),
  );
  return { kind: 'files', files, ...(given.password === undefined ? {} : { password: given.password }) };
}
