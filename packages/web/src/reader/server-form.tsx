/** Without script the report is read on the server: the form that sends it, on a press and with the language of the page. */
import type { ComponentChildren } from 'preact';
import { hrefOf } from '../layout/href.ts';
import { useLanguage, useWords } from '../words/use-words.ts';

interface Props {
  /** what was typed before */
  readonly text?: string;
  /** what comes before the fields */
  readonly children?: ComponentChildren;
}

export function ServerForm({ text = '', children }: Props) {
  const { noScript } = useWords();
  const language = useLanguage();
  return (
    <form class="server-form" action={hrefOf(language, '/explain')} method="post" encType="multipart/form-data">
      {children}
      <input type="hidden" name="language" value={language} />
      <label>
        {noScript.file}
        <input type="file" name="file" multiple />
      </label>
      <label>
        {noScript.ownText}
        <textarea name="text" rows={8}>
          {text}
        </textarea>
      </label>
      <button type="submit" class="button big primary">
        {noScript.send}
      </button>
    </form>
  );
}
