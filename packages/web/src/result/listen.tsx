/** Read aloud: one button starts it, then two hold it and end it. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';

export interface Listening {
  readonly state: 'off' | 'reading' | 'held' | 'no-voice';
  readonly start: () => void;
  readonly hold: () => void;
  readonly stop: () => void;
}

export function Listen({ listening: { state, start, hold, stop } }: { readonly listening: Listening }) {
  const { listen } = useWords().result;
  const isOn = state === 'reading' || state === 'held';
  return (
    <>
      {state === 'reading' ? (
        <button type="button" class="button" onClick={hold} key="voice">
          <Icon name="pause" />
          {listen.pause}
        </button>
      ) : (
        <button type="button" class="button" onClick={start} key="voice">
          <Icon name="listen" />
          {state === 'held' ? listen.resume : listen.start}
        </button>
      )}
      {isOn && (
        <button type="button" class="button" onClick={stop}>
          <Icon name="stop" />
          {listen.stop}
        </button>
      )}
      <p class="caption listen-said" role="status">
        {state === 'no-voice' ? listen.noVoice : ''}
      </p>
    </>
  );
}
