/** For browsers without script: what the server read, with the same components, or why it could not. */
import type { Explanation } from '@readingscan/engine';
import type { ReaderError } from '@readingscan/reader/browser';
import type { WebAssets } from '../assets.ts';
import { Page } from '../layout/page.tsx';
import { Result } from '../result/result.tsx';
import { words } from '../words/en.ts';

export function ServerResultPage({
  assets,
  explanation,
}: {
  readonly assets: WebAssets;
  readonly explanation: Explanation;
}) {
  return (
    <Page assets={assets} title={`${words.result.title}: ${words.brand}`}>
      <Result explanation={explanation} note={words.noScript.done} />
    </Page>
  );
}

interface ProblemProps {
  readonly assets: WebAssets;
  readonly error: Pick<ReaderError, 'message' | 'hint'>;
  readonly text: string;
}

export function ServerProblemPage({ assets, error, text }: ProblemProps) {
  const { noScript } = words;
  return (
    <Page assets={assets} title={`${error.message} ${words.brand}`}>
      <div class="wrap view problem">
        <h1>{error.message}</h1>
        <p class="lead">{error.hint}</p>
        <form class="server-form" action="/explain" method="post" encType="multipart/form-data">
          <label>
            {noScript.file}
            <input type="file" name="file" multiple />
          </label>
          <label>
            {noScript.ownText}
            <textarea name="text" rows={10}>
              {text}
            </textarea>
          </label>
          <button type="submit" class="button big primary">
            {noScript.send}
          </button>
        </form>
        <p>
          <a href="/">{words.pages.toReader}</a>
        </p>
      </div>
    </Page>
  );
}
