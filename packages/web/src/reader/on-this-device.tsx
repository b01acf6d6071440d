/** Below the reader: a newer program, where one waits, and what is kept on this device, which can be removed. */
import { useEffect, useState } from 'preact/hooks';
import { hrefOf } from '../layout/href.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { keptBytes, keptCount, removeKept, removeKeptReports } from './kept-files.ts';
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
  const [reports, setReports] = useState(0);
  const [said, setSaid] = useState<ReportsProps['said']>(null);
  const look = (): void => {
    void keptBytes().then(setBytes);
    void keptCount().then(setReports);
  };
  const removeReports = (): void =>
    void removeKeptReports().then((isDone) => {
      setSaid(isDone ? 'removedReports' : 'failed');
      look();
    });
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
      {reports > 0 && <p class="caption">{reader.kept.stays}</p>}
      {(reports > 0 || said !== null) && <KeptReports count={reports} said={said} onRemove={removeReports} />}
    </details>
  );
}

interface ReportsProps {
  readonly count: number;
  /** what became of them */
  readonly said: 'removedReports' | 'failed' | null;
  readonly onRemove: () => void;
}

/** Reports are asked about by themselves, and twice. */
function KeptReports({ count, said, onRemove }: ReportsProps) {
  const { kept } = useWords().reader;
  const language = useLanguage();
  const [isSure, setSure] = useState(false);
  return (
    <div class="kept-reports">
      <p role="status">{said ? kept[said] : kept.reports(count)}</p>
      {count > 0 && (
        <>
          {isSure && <p>{kept.sure}</p>}
          <div class="row">
            {isSure ? (
              <>
                <button type="button" class="button" onClick={onRemove}>
                  {kept.yes}
                </button>
                <button type="button" class="button" onClick={() => setSure(false)}>
                  {kept.no}
                </button>
              </>
            ) : (
              <>
                <a class="button" href={hrefOf(language, '/dashboard')}>
                  {kept.dashboard}
                </a>
                <button type="button" class="button" onClick={() => setSure(true)}>
                  {kept.removeReports}
                </button>
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
