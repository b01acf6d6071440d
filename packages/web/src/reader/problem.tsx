/** What went wrong, in one sentence, and what to do; what was typed or recognised stays. */
import type { ReaderError } from '@readingscan/reader/browser';
import { useState } from 'preact/hooks';
import { refusalIn } from '../words/errors.ts';
import { useWords } from '../words/use-words.ts';
import { FileButton } from './file-button.tsx';
import { TextBox } from './paste.tsx';

type Listed = NonNullable<ReaderError['reports']>;

interface Props {
  readonly error: ReaderError;
  /** of a first file that was not chosen here: above several reports, in place of what happened, and behind them, in place of other ways */
  readonly list?: { readonly heading: string; readonly note: string };
  readonly draft: string;
  readonly canRetry: boolean;
  readonly onRetry: () => void;
  readonly onPassword: (password: string) => void;
  readonly onReport: (report: number) => void;
  readonly onText: (text: string) => void;
  readonly onExplain: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onBack: () => void;
}

export function Problem(props: Props) {
  const { error, list, draft, canRetry, onRetry, onPassword, onReport, onText, onExplain, onFiles, onBack } = props;
  const words = useWords();
  const { reader, problem } = words;
  const { message, hint } = refusalIn(words, error);
  const reports = error.reports ?? [];
  return (
    <div class="wrap view problem">
      <h1 tabIndex={-1}>{reports.length > 0 ? (list?.heading ?? message) : message}</h1>
      <p class="lead">{reports.length > 0 ? problem.which : hint}</p>
      {error.code === 'encrypted' && <PasswordForm onPassword={onPassword} />}
      {reports.length > 0 && <Reports reports={reports} onReport={onReport} />}
      {list && reports.length > 0 ? (
        <p>{list.note}</p>
      ) : (
        <div class="row">
          <FileButton
            className={draft === '' && reports.length === 0 ? 'button big primary' : 'button big'}
            icon="file"
            onFiles={onFiles}
          >
            {reader.choose}
          </FileButton>
          {canRetry && reports.length === 0 && (
            <button type="button" class="button big" onClick={onRetry}>
              {reader.again}
            </button>
          )}
          <button type="button" class="button big" onClick={onBack}>
            {reader.startOver}
          </button>
        </div>
      )}
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

/** Several reports in one file: the person says which one. */
function Reports({ reports, onReport }: { readonly reports: Listed; readonly onReport: (report: number) => void }) {
  const words = useWords();
  return (
    <ol class="report-list" aria-label={words.problem.reports}>
      {reports.map(({ number, title, date }) => (
        <li key={number}>
          <button type="button" class="button big" onClick={() => onReport(number)}>
            <span class="report-title">{title ?? `${words.problem.unnamed} ${number}`}</span>
            {date && <span class="report-date">{date}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}

function PasswordForm({ onPassword }: { readonly onPassword: (password: string) => void }) {
  const words = useWords();
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
