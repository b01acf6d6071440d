/** Wing 4, explain: the verb follows its noun where plain words changed its number: "calcifications are" → "calcium is". */

interface Agreeing {
  readonly text: string;
  readonly kind: string;
  readonly number?: 'count' | 'mass' | 'plural' | undefined;
}

const SINGULAR: Readonly<Record<string, string>> = {
  are: 'is',
  were: 'was',
  have: 'has',
  show: 'shows',
  do: 'does',
  seem: 'seems',
  appear: 'appears',
  measure: 'measures',
  look: 'looks',
  remain: 'remains',
  maintain: 'maintains',
};
const PLURAL: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SINGULAR).map(([many, one]) => [one, many]),
);

/** Behind one of these the verb may have another noun: "an MRI if symptoms remain". */
const PARTS: ReadonlySet<string> = new Set([
  'and',
  'or',
  ',',
  'if',
  'unless',
  'when',
  'once',
  'until',
  'while',
  'because',
]);

/** by itself, or the end of plain words: "sign of" */
const OF = /(?:^| )of$/;

/** Only where one noun stands before the verb: lists keep the report's own number. "There are" looks at the noun after it. */
export function agreed<W extends Agreeing>(words: readonly W[]): readonly W[] {
  const joined = words.findIndex(({ text }) => text === 'and' || text === 'or' || OF.test(text));
  const nouns: { readonly at: number; readonly noun: W }[] = [];
  return words.map((word, at) => {
    if (word.kind === 'noun') nouns.push({ at, noun: word });
    if (word.kind !== 'verb' || words[at - 1]?.text === 'to') return word;
    const [first = '', ...rest] = word.text.split(' ');
    if (/^there$/i.test(words[at - 1]?.text ?? '')) {
      const to = words.findIndex(({ kind }, i) => i > at && (kind === 'noun' || kind === 'verb'));
      const next = words[to];
      // "there is no evidence of masses": the evidence is what there is
      const of = words.findIndex(({ text }, i) => i > at && i < to && OF.test(text));
      const owner = words[of]?.text.replace(OF, '') || words[of - 1]?.text;
      if (of > 0 && /[^s]s$/.test(owner ?? ''))
        return { ...word, text: [inNumber(first, 'plural'), ...rest].join(' ') };
      if (of > 0) return word;
      return next?.kind === 'noun' ? { ...word, text: [inNumber(first, next.number), ...rest].join(' ') } : word;
    }
    // "you shows", "you have … and is treated": the person is spoken to
    if (YOU.test(words[0]?.text ?? '') && (at === 1 || words[at - 1]?.text === 'and'))
      return { ...word, text: [inNumber(first, 'plural'), ...rest].join(' ') };
    const last = nouns.at(-1);
    const opened = last && opensClause(words, last.at) ? last : null;
    const only = opened ?? nouns[0];
    // "the parts seen of the head show …"
    const [, owner = ''] = /^(?:the )?(\w*[^su]s) .*\bof$/i.exec(words[(only?.at ?? 0) - 1]?.text ?? '') ?? [];
    const between = only ? words.slice(only.at + 1, at) : [];
    nouns.length = 0;
    if (!only || between.some(({ kind, text }) => kind === 'noun' || PARTS.has(text))) return word;
    if (joined >= 0 && joined < only.at && !opened && !owner) return word;
    // "no findings in line with an infection were seen": these are findings
    if (words.slice(0, only.at).some(({ kind, text }) => kind === 'other' && /[^su]s$/.test(text))) return word;
    const number = owner ? 'plural' : only.noun.number;
    return { ...word, text: [inNumber(first, number), ...rest].join(' ') };
  });
}

const YOU = /^you\b/i;

/** "the brain keeps its shape, and the fluid spaces remain …": a noun right behind a comma and "and", where a verb went before. */
function opensClause(words: readonly Agreeing[], noun: number): boolean {
  const and = words[noun - 1]?.text === 'the' ? noun - 2 : noun - 1;
  return (
    words[and]?.text === 'and' &&
    words[and - 1]?.text === ',' &&
    words.slice(0, and).some(({ kind }) => kind === 'verb')
  );
}

/** A verb, with what follows it, in the number of its noun. */
export function inNumber(verb: string, number: Agreeing['number']): string {
  if (number === undefined) return verb;
  const [first = '', ...rest] = verb.split(' ');
  const forms = number === 'plural' ? PLURAL : SINGULAR;
  return Object.hasOwn(forms, first) ? [forms[first] ?? first, ...rest].join(' ') : verb;
}
