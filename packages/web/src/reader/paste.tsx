/** The text of a report, typed or pasted. */
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onExplain: (text: string) => void;
  readonly onBack: () => void;
}

export function Paste({ text, onText, onExplain, onBack }: Props) {
  const { reader } = useWords();
  return (
    <div class="wrap view">
      <h1 tabIndex={-1}>{reader.pasteHeading}</h1>
      <form
        class="text-form"
        onSubmit={(event) => {
          event.preventDefault();
          onExplain(text);
        }}
      >
        <TextBox id="report-text" label={reader.pasteLabel} hint={reader.pasteHint} text={text} onText={onText} />
        <div class="row">
          <button type="submit" class="button big primary" disabled={text.trim() === ''}>
            {reader.explain}
          </button>
          <button type="button" class="button big" onClick={onBack}>
            {reader.back}
          </button>
        </div>
      </form>
    </div>
  );
}

interface TextBoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Report words on paper, to be changed by hand. */
export function TextBox({ id, label, hint, text, onText }: TextBoxProps) {
  return (
    <div class="text-box">
      <label for={id}>{label}</label>
      <p class="caption" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        class="report"
        lang="en"
        rows={14}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}
