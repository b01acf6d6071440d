/** Beside a result: keep it on this device, or in the account of who is signed in; said in one line what that means, and done only on a press. */
import type { Explanation } from '@readingscan/engine';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { WebAssets } from '../assets.ts';
import { isSignedIn } from '../kept/account-shelf.ts';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import { isLocked, type KeptNow, keepReport } from '../kept/keep.ts';
import { keepDashboard } from '../kept/offline-dashboard.ts';
import type { Place } from '../kept/shelf.ts';
import { hrefOf } from '../layout/href.ts';
import { Icon } from '../layout/icon.tsx';
import { useLanguage, useWords } from '../words/use-words.ts';
import { deviceReader } from './device.ts';

type State =
  | { readonly kind: 'offered' }
  | {
      readonly kind: 'asking';
      readonly place: Place;
      readonly isLocked: boolean;
      readonly fault: KeptFault | null;
      readonly isBusy: boolean;
    }
  | { readonly kind: 'kept'; readonly place: Place; readonly now: KeptNow }
  | { readonly kind: 'undone'; readonly place: Place }
  | { readonly kind: 'refused'; readonly fault: KeptFault };

interface Props {
  readonly explanation: Explanation;
  readonly files: readonly File[];
  readonly assets: WebAssets;
}

export function KeepPanel({ explanation, files, assets }: Props) {
  const { keep } = useWords().result;
  const language = useLanguage();
  const [state, setState] = useState<State>({ kind: 'offered' });
  const [[person, withFiles, passphrase], setTyped] = useState<Typed>(['', false, '']);
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setState({ kind: 'offered' }), [explanation]);
  useEffect(() => {
    if (state.kind === 'asking' && !state.fault) first.current?.focus();
  }, [state.kind]);

  const ask = async (place: Place): Promise<void> => {
    try {
      const locked = place === 'device' && (await isLocked());
      setState({ kind: 'asking', place, isLocked: locked, fault: null, isBusy: false });
    } catch (error) {
      setState({ kind: 'refused', fault: faultOf(error) });
    }
  };
  const yes = async (asking: Extract<State, { kind: 'asking' }>): Promise<void> => {
    setState({ ...asking, fault: null, isBusy: true });
    try {
      const { place } = asking;
      const given = {
        place,
        explanation,
        person,
        files: withFiles ? files : [],
        passphrase: asking.isLocked ? passphrase : null,
      };
      const now = await keepReport(given, deviceReader(assets));
      setTyped(['', false, '']);
      setState({ kind: 'kept', place, now });
      void keepDashboard(assets, language);
    } catch (error) {
      setState({
        ...asking,
        isLocked: asking.isLocked || faultOf(error) === 'locked',
        fault: faultOf(error),
        isBusy: false,
      });
    }
  };
  const undo = ({ place, now }: Extract<State, { kind: 'kept' }>): Promise<void> =>
    now.undo().then(
      () => setState({ kind: 'undone', place }),
      (error: unknown) => setState({ kind: 'refused', fault: faultOf(error) }),
    );

  const said = 'place' in state && state.place === 'account' ? keep.account : keep;
  return (
    <div class="keep">
      {(state.kind === 'offered' || state.kind === 'refused' || state.kind === 'undone') && (
        <Places onChoose={(place) => void ask(place)} />
      )}
      {state.kind === 'asking' && (
        <p class="caption keep-means">{state.place === 'account' ? keep.account.means : keep.means}</p>
      )}
      {state.kind === 'asking' && (
        <form
          class="keep-form"
          onSubmit={(event) => {
            event.preventDefault();
            void yes(state);
          }}
        >
          <div class="field">
            <label for={`${id}person`}>{keep.person}</label>
            <p class="caption" id={`${id}hint`}>
              {keep.personHint}
            </p>
            <input
              id={`${id}person`}
              ref={first}
              type="text"
              autocomplete="off"
              maxLength={80}
              aria-describedby={`${id}hint`}
              value={person}
              onInput={({ currentTarget }) => setTyped([currentTarget.value, withFiles, passphrase])}
            />
          </div>
          {files.length > 0 && (
            <label class="tick">
              <input
                type="checkbox"
                checked={withFiles}
                onChange={({ currentTarget }) => setTyped([person, currentTarget.checked, passphrase])}
              />
              {said.files}
            </label>
          )}
          {state.isLocked && (
            <div class="field">
              <label for={`${id}passphrase`}>{keep.passphrase}</label>
              <input
                id={`${id}passphrase`}
                type="password"
                autocomplete="current-password"
                value={passphrase}
                onInput={({ currentTarget }) => setTyped([person, withFiles, currentTarget.value])}
              />
            </div>
          )}
          <p class="fault" role="alert">
            {state.fault ? keep.faults[state.fault] : ''}
          </p>
          <div class="row">
            <button type="submit" class="button primary" disabled={state.isBusy}>
              {said.yes}
            </button>
            <button type="button" class="button" onClick={() => setState({ kind: 'offered' })}>
              {said.no}
            </button>
          </div>
        </form>
      )}
      <div role="status">
        {state.kind === 'refused' && <p class="fault">{keep.faults[state.fault]}</p>}
        {state.kind === 'undone' && <p class="caption">{said.undone}</p>}
        {state.kind === 'kept' && (
          <p class="keep-done">
            <Icon name="tick" />
            <b>{state.now.isKnown ? keep.already : said.done}</b>
          </p>
        )}
      </div>
      {state.kind === 'kept' && (
        <>
          {!state.now.isLasting && <p class="caption">{keep.notLasting}</p>}
          <div class="row">
            <a class="button" href={hrefOf(language, '/dashboard')}>
              {keep.dashboard}
            </a>
            {!state.now.isKnown && (
              <button type="button" class="button" onClick={() => void undo(state)}>
                {said.undo}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** The account is offered to who is signed in; nobody else learns of it here. */
function Places({ onChoose }: { readonly onChoose: (place: Place) => void }) {
  const { keep } = useWords().result;
  const places = [
    { place: 'device', ...keep },
    { place: 'account', ...keep.account },
  ] as const;
  return (
    <div class="keep-places">
      {places.slice(0, isSignedIn() ? 2 : 1).map(({ place, button, means }) => (
        <div key={place}>
          <button type="button" class="button" onClick={() => onChoose(place)}>
            <Icon name={place} />
            {button}
          </button>
          <p class="caption keep-means">{means}</p>
        </div>
      ))}
    </div>
  );
}

type Typed = readonly [person: string, withFiles: boolean, passphrase: string];
