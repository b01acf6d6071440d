/** What went wrong, in one sentence, and what to do; what was typed or recognised stays. */
import type { ReaderError } from '@readingscan/reader/browser';
import { useState } from 'preact/hooks';
import { words } from '../words/en.ts';
import { FileButton } from './file-button.tsx';
import { TextBox } from './paste.tsx';

interface Props {
  readonly error: ReaderError;
  readonly draft: string;
  readonly canRetry: boolean;
  readonly onRetry: () => void;
  readonly onPassword: (password: string) => void;
  readonly onText: (text: string) => void;
  readonly onExplain: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onBack: () => void;
}

export function Problem({ error, draft, canRetry, onRetry, onPassword, onText, onExplain, onFiles, onBack }: Props) {
  const { reader, problem } = words;
  return (
    <div class="wrap view problem">
      <h1 tabIndex={-1}>{error.message}</h1>
      <p class="lead">{error.hint}</p>
      {error.code === 'encrypted' && <PasswordForm onPassword={onPassword} />}
      <div class="row">
        <FileButton className={draft === '' ? 'button big primary' : 'button big'} icon="file" onFiles={onFiles}>
          {reader.choose}
        </FileButton>
        {canRetry && (
          <button type="button" class="button big" onClick={onRetry}>
            {reader.again}
          </button>
        )}
        <button type="button" class="button big" onClick={onBack}>
          {reader.startOver}
        </button>
      </div>
      {draft !== '' && (
        <form
          class="text-form"
          onSubmit={(event) => {
            event.preventDefault();
            onExplain(draft);
          }}
        >
          <TextBox id="kept-text" label={reader.pasteLabel} hint={problem.kept} text={draft} onText={onText} />
          <div class="row">
            <button type="submit" class="button big primary" disabled={draft.trim() === ''}>
              {reader.explain}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}

function PasswordForm({ onPassword }: { readonly onPassword: (password: string) => void }) {
  const [password, setPassword] = useState('');
  return (
    <form
      class="password-form"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
      }}
    >
      <label for="pdf-password">{words.problem.password}</label>
      <div class="row">
        <input
          id="pdf-password"
          type="password"
          autocomplete="off"
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={password === ''}>
          {words.problem.open}
        </button>
      </div>
    </form>
  );
}
