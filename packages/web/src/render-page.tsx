/** Pages as HTML. */
import type { Explanation } from '@readingscan/engine';
import type { GlossaryPage } from '@readingscan/knowledge';
import type { ReaderError } from '@readingscan/reader/browser';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { WebAssets } from './assets.ts';
import { GlossaryEntryPage } from './glossary/entry-page.tsx';
import { type GlossaryChoice, GlossaryIndexPage } from './glossary/index-page.tsx';
import { HomePage } from './pages/home.tsx';
import { ServerProblemPage, ServerResultPage } from './pages/server-result.tsx';
import { TextPage, type TextPageName } from './pages/text-page.tsx';

export const renderHome = (assets: WebAssets): string => html(<HomePage assets={assets} />);

export const renderText = (assets: WebAssets, name: TextPageName): string =>
  html(<TextPage assets={assets} name={name} />);

export const renderGlossary = (
  assets: WebAssets,
  entries: readonly GlossaryPage[],
  choice: GlossaryChoice = {},
): string => html(<GlossaryIndexPage assets={assets} entries={entries} choice={choice} />);

export const renderGlossaryEntry = (
  assets: WebAssets,
  entry: GlossaryPage,
  names: ReadonlyMap<string, string>,
): string => html(<GlossaryEntryPage assets={assets} entry={entry} names={names} />);

export const renderResult = (assets: WebAssets, explanation: Explanation): string =>
  html(<ServerResultPage assets={assets} explanation={explanation} />);

export const renderProblem = (assets: WebAssets, error: Pick<ReaderError, 'message' | 'hint'>, text: string): string =>
  html(<ServerProblemPage assets={assets} error={error} text={text} />);

function html(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
