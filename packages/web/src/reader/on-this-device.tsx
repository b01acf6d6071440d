/** Below the reader: a newer program, where one waits, and what is kept on this device, which can be removed. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import { keptBytes, removeKept } from './kept-files.ts';
import { whenNewer } from './newer.ts';

export function Newer() {
  const { reader } = useWords();
  const [use, setUse] = useState<(() => void) | null>(null);
  useEffect(() => whenNewer((own) => setUse(() => own)), []);
  if (!use) return null;
  return (
    <p class="newer" role="status">
      {reader.newer[0]}{' '}
      <button type="button" class="link-button" onClick={use}>
        {reader.newer[1]}
      </button>
    </p>
  );
}

const MEGABYTE = 1_000_000;

/** Shown when opened; asks the browser only then. */
export function OnThisDevice() {
  const { reader } = useWords();
  const [bytes, setBytes] = useState<number | null>(null);
  const [removed, setRemoved] = useState(false);
  const look = (): void => void keptBytes().then(setBytes);
  const remove = (): void =>
    void removeKept().then(() => {
      setRemoved(true);
      look();
    });
  return (
    <details class="more on-this-device needs-script" onToggle={look}>
      <summary>{reader.kept.heading}</summary>
      <p>{reader.kept.text}</p>
      {bytes !== null && <p>{reader.kept.size(Math.max(1, Math.round(bytes / MEGABYTE)))}</p>}
      <p role="status">{removed ? reader.kept.removed : ''}</p>
      {!removed && (
        <button type="button" class="button" onClick={remove}>
          {reader.kept.remove}
        </button>
      )}
    </details>
  );
}
