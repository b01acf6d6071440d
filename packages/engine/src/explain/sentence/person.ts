/** Wing 4, explain: names of people, which need no explanation and keep their capitals: "dr. smith", "DR. SMITH" → "Dr. Smith". */
import { everydayWords } from '../../everyday.ts';
import type { Knowledge, Related } from '../../stages.ts';
import { type Token, tokenAt } from '../../token.ts';
import { listed } from '../../word-lists.ts';
import { type Language, languageOf } from './language.ts';

/** Token → how it is written as part of a name. */
export type People = ReadonlyMap<number, string>;

const MOST = 4; // words of a name

/** Names behind "Dr" anywhere, and the names in who was told of a result. */
export function peopleIn(related: Related, knowledge: Knowledge): People {
  const people = new Map<number, string>();
  const { words, reading } = knowledge;
  if (!words) return people;
  const { tokens, source } = related;
  const { titles, people: callings, particles } = words.documents.calls;
  const scene = {
    tokens,
    text: source.text,
    particles: new Set(particles),
    everyday: everydayWords(reading),
    language: languageOf(words),
    verbs: new Set(words.documents.calls.verbs.flatMap(({ match }) => match)),
  };
  const credentials = listed(reading, 'credentials');
  for (const { from, to } of related.statements) signerAt(from, to, credentials, scene, people);
  const always = new Set(titles);
  tokens.forEach(({ norm }, at) => {
    if (always.has(norm)) nameFrom(at, tokens.length, scene, people);
  });
  const told = new Set([...titles, ...callings]);
  for (const { to, span } of related.communications) {
    // in capitals throughout, only who was told is surely a name
    const shouted = source.text.slice(...span) === source.text.slice(...span).toUpperCase();
    const start = shouted && to !== null ? source.text.indexOf(to, span[0]) : span[0];
    const stop = shouted && to !== null ? start + to.length : span[1];
    const from = tokenAt(tokens, start, 0, tokens.length);
    const end = tokenAt(tokens, stop, from, tokens.length);
    for (let at = from; at < end; at += 1) {
      if (told.has(tokens[at]?.norm ?? '')) nameFrom(at, end, scene, people);
      else if ((at > from || shouted) && (shouted || !isShort(at, scene)) && isOwn(at, scene) && !people.has(at))
        people.set(at, asName(at, scene));
    }
  }
  return people;
}

interface Scene {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly particles: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  readonly language: Language;
  /** of passing on, which end a name in capitals */
  readonly verbs: ReadonlySet<string>;
}

/** "JANE DOE, M.D.": a statement that is a name in capitals and what its owner is. */
function signerAt(
  from: number,
  to: number,
  credentials: ReadonlySet<string>,
  scene: Scene,
  people: Map<number, string>,
): void {
  if (to - from > LONGEST_SIGNER) return;
  const { tokens, text } = scene;
  const start = tokens[from]?.start ?? 0;
  const signed = text.slice(start, tokens[to - 1]?.end ?? start);
  const [, name = '', degree = ''] = SIGNER.exec(signed) ?? [];
  const bare = degree.toLowerCase().replace(/\.$/, '');
  if (!credentials.has(bare) && !credentials.has(bare.replaceAll('.', ''))) return;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const isName = token.end <= start + name.length;
    people.set(at, isName ? asName(at, scene) : text.slice(token.start, token.end));
  }
}
const LONGEST_SIGNER = 14; // tokens
const SIGNER = /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}),? (\p{Lu}[\p{L}.]{1,5})$/u;

/** The title at a token and the name behind it, before `end`. */
function nameFrom(title: number, end: number, scene: Scene, people: Map<number, string>): void {
  const { tokens, language, particles } = scene;
  let at = tokens[title + 1]?.norm === '.' ? title + 2 : title + 1;
  const first = at;
  for (let words = 0; at < end && words < MOST; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const inside = at > first && (token.norm === '.' || token.norm === '-') && token.glued;
    if (inside) continue;
    const small = at > first && particles.has(token.norm);
    if (token.kind !== 'word' || (!small && !isNameWord(at, at === first, scene))) break;
    if (language.prepositions.has(token.norm) && !startsUpper(at, scene)) break;
    people.set(at, asName(at, scene));
    words += 1;
  }
  if (people.has(first)) people.set(title, asName(title, scene));
}

function isNameWord(at: number, first: boolean, scene: Scene): boolean {
  const { tokens, language, everyday, text, verbs } = scene;
  const token = tokens[at];
  if (!token) return false;
  const { norm } = token;
  if (language.prepositions.has(norm) || language.connectives.has(norm) || language.verbs.has(norm)) return false;
  if (first) return true;
  const written = text.slice(token.start, token.end);
  const shouted = written.length > 1 && written === written.toUpperCase();
  return (
    startsUpper(at, scene) && !(shouted && (everyday.has(norm) || verbs.has(norm))) && !language.passives.has(norm)
  );
}

/** A capitalized word that nothing else knows. */
function isOwn(at: number, scene: Scene): boolean {
  const token = scene.tokens[at];
  if (token?.kind !== 'word' || token.word.first >= 0 || scene.everyday.has(token.norm)) return false;
  return !scene.language.all.has(token.norm) && startsUpper(at, scene);
}

/** ED, SpR: a short form rather than a name. */
function isShort(at: number, { tokens, text }: Scene): boolean {
  const written = text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0);
  return written.length <= 3 && (written.match(/\p{Lu}/gu)?.length ?? 0) > 1;
}

function startsUpper(at: number, { tokens, text }: Scene): boolean {
  const letter = text[tokens[at]?.start ?? 0] ?? '';
  return letter !== letter.toLowerCase();
}

/** As written, unless it is all in capitals or all in small letters; a code of two letters stays. */
function asName(at: number, { tokens, text }: Scene): string {
  const token = tokens[at];
  const written = token ? text.slice(token.start, token.end) : '';
  const one =
    written === written.toLowerCase() ||
    (written === written.toUpperCase() && written.length > 2) ||
    /^dr$/i.test(written);
  if (!one || /^x{3,}$/i.test(written)) return written;
  return written
    .toLowerCase()
    .replace(/(^|['’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
