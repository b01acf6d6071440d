/** The whole text, to be changed by hand, with the doubtful places outlined behind the letters. */
import { cut } from '../result/cut.ts';
import { useWords } from '../words/use-words.ts';
import type { Draft } from './amend.ts';

interface Props {
  readonly draft: Draft;
  readonly onText: (text: string) => void;
}

export function MarkedTextBox({ draft, onText }: Props) {
  const words = useWords();
  const { text, doubts } = draft;
  const pieces = cut(
    text,
    [0, text.length],
    doubts.map(({ span }) => ({ span, id: 'doubt' })),
  );
  return (
    <div class="text-box">
      <label for="read-text">{words.reader.pasteLabel}</label>
      <p class="caption" id="read-text-hint">
        {words.correct.textHint}
      </p>
      <div class="marked-box report" lang="en">
        <div class="marked-behind" aria-hidden="true">
          {pieces.map((piece) => (
            <span key={piece.start} class={piece.ids.length > 0 ? 'is-doubt' : ''}>
              {piece.text}
            </span>
          ))}{' '}
        </div>
        <textarea
          id="read-text"
          class="report"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="read-text-hint"
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
