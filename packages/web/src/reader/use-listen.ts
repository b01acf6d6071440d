/** Reads the explanation aloud with a voice of the device, off until asked for; it ends with the page that it reads. */
import type { Explanation } from '@readingscan/engine';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Listening } from '../result/listen.tsx';
import { useLanguage } from '../words/use-words.ts';
import { spokenOf, voiceFor } from './spoken.ts';

/** Voices may come late: so long they are waited for. */
const MOST_WAIT = 1500;

/** Null where the browser cannot speak. */
export function useListen(explanation: Explanation): Listening | null {
  const language = useLanguage();
  const [state, setState] = useState<Listening['state']>('off');
  const lines = useMemo(() => spokenOf(explanation, language), [explanation, language]);
  const at = useRef(0);
  /** each start and each end makes what was said before it stale */
  const turn = useRef(0);
  const speech = typeof speechSynthesis === 'undefined' ? null : speechSynthesis;

  const silence = (next: Listening['state']): void => {
    turn.current += 1;
    speech?.cancel();
    setState(next);
  };

  useEffect(() => {
    const leave = (): void => {
      turn.current += 1;
      at.current = 0;
      speech?.cancel();
      setState('off');
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [explanation]);

  if (!speech) return null;

  const start = async (): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    setState('reading');
    const voices = await voicesOf(speech);
    if (turn.current !== own) return;
    const voice = voiceFor(voices, language);
    if (!voice) return setState('no-voice');
    const say = (): void => {
      if (turn.current !== own) return;
      const line = lines[at.current];
      if (!line) {
        at.current = 0;
        silence('off');
        return;
      }
      const said = new SpeechSynthesisUtterance(line.text);
      said.voice = voiceFor(voices, line.language) ?? voice;
      said.lang = said.voice.lang;
      said.onend = () => {
        if (turn.current !== own) return;
        at.current += 1;
        say();
      };
      said.onerror = () => {
        if (turn.current === own) silence('held');
      };
      speech.speak(said);
    };
    speech.cancel();
    say();
  };

  return {
    state,
    start: () => void start(),
    hold: () => silence('held'),
    stop: () => {
      at.current = 0;
      silence('off');
    },
  };
}

async function voicesOf(speech: SpeechSynthesis): Promise<readonly SpeechSynthesisVoice[]> {
  if (speech.getVoices().length === 0)
    await new Promise<void>((resolve) => {
      const done = (): void => resolve();
      speech.addEventListener('voiceschanged', done, { once: true });
      setTimeout(done, MOST_WAIT);
    });
  return speech.getVoices();
}
