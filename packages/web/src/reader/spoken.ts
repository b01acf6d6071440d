/** What is read aloud of an explanation, sentence by sentence, each in its language; and the voice that reads it. */
import type { Explanation } from '@readingscan/engine';
import { type Language, READ } from '@readingscan/reader/languages';

export interface Spoken {
  readonly text: string;
  /** words of the report stay in the language they are written in */
  readonly language: Language;
}

/** In the order of the page: what it says overall, the items, what to do, the questions. */
export function spokenOf(explanation: Explanation, language: Language): readonly Spoken[] {
  const { headline, urgency, items, communications, nextSteps, questions } = explanation;
  const told = (text: string): Spoken => ({ text, language });
  const asWritten = (text: string): Spoken => ({ text, language: READ });
  const lines: readonly Spoken[] = [
    told(headline.text),
    told(urgency.text),
    ...items.flatMap(({ plain, original, certainty, change }): Spoken[] => [
      ...(plain.length === 0
        ? [asWritten(original)]
        : plain.map(({ text, how }) => (how === 'verbatim' ? asWritten(text) : told(text)))),
      ...(change ? [told(change.text)] : []),
      ...(certainty ? [told(certainty.text)] : []),
    ]),
    ...communications.flatMap(({ plain }) => plain.map(({ text }) => told(text))),
    ...nextSteps.map(({ text }) => told(text)),
    ...questions.map(({ text }) => told(text)),
  ];
  return lines.filter(({ text }, at) => text.trim() !== '' && text !== lines[at - 1]?.text);
}

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** A voice of the device itself: one that sends the words elsewhere is never taken. Null where there is none. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: Language): V | null {
  const own = voices.filter(({ localService, lang }) => localService && languageOf(lang) === language);
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}

/** "es" of "es-MX" and "es_ES"; Mandarin has a name of its own, Cantonese is another language. */
function languageOf(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().replaceAll('_', '-').split('-');
  if (language === 'cmn') return 'zh';
  return language === 'zh' && rest.includes('hk') ? 'yue' : language;
}
