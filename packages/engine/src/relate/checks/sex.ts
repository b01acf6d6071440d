/** Wing 3, relate, checks: an organ that does not fit the sex given for the patient. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Span } from '../../document.ts';
import type { Told } from '../outline.ts';
import { LETTER, SEX } from '../word-kinds.ts';
import { type Clash, type Scene, spanOf, wordsIn } from './scene.ts';

const HEAD: ReadonlySet<string> = new Set(['patient', 'exam', 'history', 'technique']);
const FIELD: ReadonlySet<string> = new Set(['sex', 'gender']);

export function sexClashes(scene: Scene): readonly Clash[] {
  const sex = sexOf(scene);
  if (!sex) return EMPTY_LIST;
  const { data } = scene.words;
  const carries = ({ findings }: Told): boolean => findings.some(({ concept }) => data.sex.carried.includes(concept));
  if (sex.sex === 'female' && scene.findings.some(carries)) return EMPTY_LIST;
  const organs = new Set(sex.sex === 'male' ? data.sex.femaleOrgans : data.sex.maleOrgans);
  for (const statement of [...scene.findings, ...scene.impression]) {
    const organ = organIn(scene, statement, organs);
    if (organ) return [{ kind: 'sex-mismatch', basis: [sex.span, organ] }];
  }
  return EMPTY_LIST;
}

interface Sex {
  readonly sex: 'male' | 'female';
  readonly span: Span;
}

/** The sex that head, title or history of the report give, if they give one. */
function sexOf(scene: Scene): Sex | null {
  const { sections } = scene.recognized;
  const first = sections[0]?.id;
  let titled: boolean | null = null;
  let given: Sex | null = null;
  for (const told of scene.outline.statements) {
    if ((told.words & (SEX | LETTER)) === 0) continue;
    if (!HEAD.has(told.code)) {
      if (told.code !== 'findings' || told.statement.section !== first) continue;
      titled ??= sections.filter(({ code }) => code === 'findings').length > 1;
      if (!titled) continue;
    }
    for (const said of sexWords(scene, told)) {
      given ??= said;
      if (said.sex !== given.sex) return null;
    }
  }
  return given;
}

function sexWords(scene: Scene, told: Told): readonly Sex[] {
  const { tokens, source } = scene.recognized;
  const said = wordsIn(scene, scene.words.sex, told, SEX);
  if (said.some(({ value }) => value.has('others'))) return EMPTY_LIST;
  const words = said.map(
    ({ value, from, to }): Sex => ({ sex: value.has('male') ? 'male' : 'female', span: spanOf(scene, from, to) }),
  );
  if ((told.words & LETTER) === 0) return words;
  return [...words, ...lettersIn(tokens.slice(told.statement.from, told.statement.to), source.text)];
}

/** "Sex: M", "58 F", "F/66", "66M" */
function lettersIn(tokens: Scene['recognized']['tokens'], text: string): readonly Sex[] {
  return tokens.flatMap((token, i): readonly Sex[] => {
    const letter = text.slice(token.start, token.end);
    if (letter !== 'M' && letter !== 'F') return EMPTY_LIST;
    const [before, two, after] = [tokens[i - 1], tokens[i - 2], tokens[i + 1]];
    const field = FIELD.has(before?.norm ?? '') || (before?.norm === ':' && FIELD.has(two?.norm ?? ''));
    const age = isAge(before) || (before?.norm === '/' && (isAge(two) || /^y(rs?|ears?)?$/i.test(two?.norm ?? '')));
    const aged = isAged(tokens, i);
    const next = isAge(after) || (after?.norm === '/' && isAge(tokens[i + 2]));
    const named = after?.norm === ':' || /^[A-Z]$/.test(text.slice(after?.start ?? 0, after?.end ?? 0));
    if (!(field || age || aged || next) || named) return EMPTY_LIST;
    return [{ sex: letter === 'M' ? 'male' : 'female', span: [token.start, token.end] }];
  });
}

/** "60 yo M", "60-year-old F", "60 y/o M" */
function isAged(tokens: Scene['recognized']['tokens'], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 6); before -= 1) {
    const token = tokens[before];
    if (isAge(token)) return before < at - 1;
    if (!token || !AGED.has(token.norm)) return false;
  }
  return false;
}

const AGED: ReadonlySet<string> = new Set(['y', 'yo', 'yr', 'yrs', 'year', 'years', 'old', 'o', '-', '/', '.', ',']);

const isAge = (token: Scene['recognized']['tokens'][number] | undefined): boolean =>
  token?.kind === 'number' && /^\d{1,3}$/.test(token.norm) && Number(token.norm) < 120;

/** The organ of a statement that is not about somebody else, and does not say that the organ is missing. */
function organIn(scene: Scene, told: Told, organs: ReadonlySet<string>): Span | null {
  const { named, places } = scene.subjects.thingsOf(told);
  const names = (id: string): boolean => organs.has(id);
  if (!places.some(names) && !named.some(names)) return null;
  if (wordsIn(scene, scene.words.sex, told, SEX).some(({ value }) => value.has('others'))) return null;
  const { statement } = told;
  const { concepts } = scene.outline.knowledge.reading;
  const match = scene.recognized.matches.concept.find(
    ({ from, to, entry }) => from >= statement.from && to <= statement.to && organs.has(concepts[entry]?.id ?? ''),
  );
  if (match) return denied(scene, told, match.from) ? null : [match.start, match.end];
  for (const finding of told.findings) {
    const place = finding.anatomy.find(({ concept }) => organs.has(concept));
    if (place && finding.assertion.presence === 'present' && finding.assertion.experiencer === 'patient')
      return place.span;
  }
  return null;
}

const DENIES: ReadonlySet<string> = new Set(['no', 'not', 'without', 'absent', 'surgically']);
const denied = ({ recognized: { tokens } }: Scene, { statement: { from } }: Told, at: number): boolean =>
  tokens.slice(Math.max(from, at - 3), at).some(({ norm }) => DENIES.has(norm));
