/** Beside a saved report that is open: its explanation as a link that ends, made on a press, with the report itself only where that is ticked. */
import type { BrowserReader } from '@readingscan/reader/browser';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { KeptError, type KeptFault } from '../kept/failure.ts';
import type { KeptReport } from '../kept/report.ts';
import { Icon } from '../layout/icon.tsx';
import { copyText } from '../reader/copy.ts';
import { picturesOf } from '../reader/state.ts';
import { LINK_DAYS, type LinkDays } from '../shared/link.ts';
import { type Shared, share } from '../shared/share.ts';
import { LONGEST_TO } from '../shared/shared-file.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import type { DashboardWords } from '../words/dashboard/words.ts';
import { useLanguage } from '../words/use-words.ts';
import { LinkList, useLinks } from './shared-links.tsx';

/** id of the panel */
export const SHARE = 'share';

interface Props {
  readonly report: KeptReport;
  readonly files: readonly File[];
  /** what it is called in a list */
  readonly name: string;
  readonly reader: () => BrowserReader;
}

type State =
  | { readonly kind: 'offered' }
  | { readonly kind: 'asking'; readonly fault: KeptFault | null; readonly isBusy: boolean }
  | { readonly kind: 'made'; readonly shared: Shared };

const USUAL_DAYS: LinkDays = 7;

export function SharePanel({ report, files, name, reader }: Props) {
  const text = useDashboardWords();
  const own = text.share;
  const language = useLanguage();
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'offered' });
  const [to, setTo] = useState('');
  const [days, setDays] = useState<LinkDays>(USUAL_DAYS);
  const [hasReport, setHasReport] = useState(false);
  const [made, setMade] = useState<Shared | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const { links, said, end } = useLinks(made?.own ?? null, `${id}heading`);
  const ofThis = links.filter((link) => link.report === report.id);
  useEffect(() => {
    if (state.kind === 'asking' && !state.isBusy && !state.fault) first.current?.focus();
  }, [state.kind]);

  const make = async (): Promise<void> => {
    setState({ kind: 'asking', fault: null, isBusy: true });
    try {
      const pictures = picturesOf({ kind: 'files', files });
      const shared = await share({ report, pictures, hasReport, days, to, language }, reader());
      setMade(shared);
      setState({ kind: 'made', shared });
      setTo('');
      setHasReport(false);
    } catch (error) {
      const fault = error instanceof KeptError ? error.fault : 'broken';
      setState({ kind: 'asking', fault, isBusy: false });
    }
  };
  return (
    <section class="keep" id={SHARE} aria-labelledby={`${id}heading`}>
      <h3 id={`${id}heading`} tabIndex={-1}>
        {own.heading}
      </h3>
      <p class="caption keep-means">{own.means}</p>
      {state.kind === 'offered' && (
        <button type="button" class="button" onClick={() => setState({ kind: 'asking', fault: null, isBusy: false })}>
          <Icon name="link" />
          {own.begin}
        </button>
      )}
      {state.kind === 'asking' && (
        <form
          class="keep-form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <div class="field">
            <label for={`${id}to`}>{own.to}</label>
            <p class="caption" id={`${id}to-hint`}>
              {own.toHint}
            </p>
            <input
              id={`${id}to`}
              ref={first}
              type="text"
              autocomplete="off"
              maxLength={LONGEST_TO}
              aria-describedby={`${id}to-hint`}
              value={to}
              onInput={({ currentTarget }) => setTo(currentTarget.value)}
            />
          </div>
          <fieldset class="share-days">
            <legend>{own.how}</legend>
            <div>
              {LINK_DAYS.map((one) => (
                <label class="tick" key={one}>
                  <input type="radio" name={`${id}days`} checked={days === one} onChange={() => setDays(one)} />
                  {own.days(one)}
                </label>
              ))}
            </div>
          </fieldset>
          <div class="share-whole">
            <label class="tick">
              <input
                type="checkbox"
                checked={hasReport}
                aria-describedby={`${id}whole-hint`}
                onChange={({ currentTarget }) => setHasReport(currentTarget.checked)}
              />
              {own.whole}
            </label>
            <p class="caption" id={`${id}whole-hint`}>
              {own.wholeHint}
            </p>
          </div>
          <p class="fault" role="alert">
            {state.fault ? faultText(state.fault, text) : ''}
          </p>
          <div class="row">
            <button type="submit" class="button primary" disabled={state.isBusy}>
              {state.isBusy ? own.making : own.make}
            </button>
            <button type="button" class="button" onClick={() => setState({ kind: 'offered' })}>
              {own.no}
            </button>
          </div>
        </form>
      )}
      <div role="status">
        {state.kind === 'made' && (
          <p class="keep-done">
            <Icon name="tick" />
            <b>{own.made}</b>
          </p>
        )}
      </div>
      {state.kind === 'made' && <MadeLink link={state.shared.link} onAnother={() => setState({ kind: 'offered' })} />}
      {ofThis.length > 0 && <LinkList links={ofThis} titleOf={() => name} onEnd={end} />}
      <p class={said === 'ended' ? 'caption' : 'fault'} role="status">
        {said === '' ? '' : said === 'ended' ? own.links.ended : text.faults[said]}
      </p>
    </section>
  );
}

interface MadeProps {
  readonly link: string;
  readonly onAnother: () => void;
}

/** Shown once: its key is nowhere else. */
function MadeLink({ link, onAnother }: MadeProps) {
  const { share: own } = useDashboardWords();
  const id = useId();
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { share: sheet } = navigator as Partial<Navigator>;
  return (
    <div class="share-made">
      <div class="field">
        <label for={id}>{own.label}</label>
        <input
          id={id}
          ref={field}
          type="text"
          readOnly
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      <p class="caption">{own.once}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={() => void copyText(link).then(setCopied)}>
          <Icon name="paste" />
          {own.copy}
        </button>
        {sheet && (
          <button
            type="button"
            class="button"
            // who closes the sheet has not failed
            onClick={() => void sheet.call(navigator, { title: own.sendTitle, url: link }).catch(() => undefined)}
          >
            <Icon name="link" />
            {own.send}
          </button>
        )}
        <button type="button" class="button" onClick={onAnother}>
          {own.done}
        </button>
      </div>
      <p class="caption" role="status">
        {copied === null ? '' : copied ? own.copied : own.notCopied}
      </p>
    </div>
  );
}

/** Of links some are said in words of their own. */
function faultText(fault: KeptFault, { faults, share: { faults: own } }: DashboardWords): string {
  const said: Partial<Readonly<Record<KeptFault, string>>> = own;
  return said[fault] ?? faults[fault];
}
