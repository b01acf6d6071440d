/** What has to be known about the report as a whole before it is relied on. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly onCorrect: (() => void) | null;
}

export function Notices({ view, onCorrect }: Props) {
  const words = useWords();
  const { notices, reading } = view.explanation;
  const doubtful = (reading.source.doubts?.length ?? 0) > 0;
  const told = notices.some(({ code }) => code === 'doubtful-text');
  if (notices.length === 0 && !doubtful) return null;
  return (
    <ul class="notices">
      {notices.map((notice) => (
        <li key={notice.text} class="notice">
          <Icon name="look" />
          <p>{notice.text}</p>
        </li>
      ))}
      {doubtful && !told && (
        <li class="notice">
          <Icon name="look" />
          <p>{words.result.doubts}</p>
        </li>
      )}
      {doubtful && onCorrect && (
        <li>
          <button type="button" class="button" onClick={onCorrect}>
            {words.result.correct}
          </button>
        </li>
      )}
    </ul>
  );
}
