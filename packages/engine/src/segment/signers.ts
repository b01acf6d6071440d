/** Wing 1, segment: lines and ends of lines that hold the name of who signs. */
import { startsUpper } from './letters.ts';
import type { Line } from './lines.ts';
import { holdsPhrase, type Page } from './page.ts';
import * as role from './roles.ts';
import type { Unheaded } from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

/** "Dr A. Name, FRCR", "A. Name, MD", "A. Name". `last`: the end of the text is near, so a bare name will do. */
export function isSigner(page: Page, body: Unheaded, words: Vocabulary, last: boolean): boolean {
  const { text, tokens, roles } = page;
  const { from, to } = body;
  const first = tokens[from];
  if (first?.kind !== 'word' || body.line.mark || to - from > 30) return false;
  if (holdsPhrase(page, words.passedOn, role.PASSED_ON, from, to)) return false;
  if (TITLES.has(first.norm) && startsUpper(text, first)) return !role.holds(roles, role.STATING, from, to);
  if (last && TITLES.has(first.norm) && isSmallName(page, body, words)) return true;
  if (isNameWithPost(page, from, to)) return true;
  let names = 0;
  let others = 0;
  let credential = false;
  let known = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const own = roles[at] ?? 0;
    const dotted = dottedCredential(page, at, to, words);
    if (dotted !== null) {
      credential = true;
      at = dotted - 1;
      continue;
    }
    if (!startsUpper(text, token)) others += 1;
    else if (own & role.CREDENTIAL) credential = true;
    else names += 1;
    if (own & role.STATING) {
      if (credential) break;
      return false;
    }
    if (last && words.medical(token.norm)) known += 1;
  }
  if (credential) return names >= 1 && names + others <= 14 && others <= 3;
  const end = tokens[to - 1];
  return (
    last &&
    !page.capitals() &&
    others === 0 &&
    known === 0 &&
    !role.holds(roles, role.NUMBER, from, to) &&
    names >= 2 &&
    names <= 5 &&
    end?.norm !== '.' &&
    body.line.opens &&
    !holdsOrgan(page, body, words)
  );
}

/** "dr p name" in a report that is typed in small letters: nothing that medicine knows. */
function isSmallName({ tokens, roles }: Page, { from, to, line }: Unheaded, words: Vocabulary): boolean {
  if (!line.opens || to - from < 2 || to - from > LONGEST_POST) return false;
  if (role.holds(roles, role.STATING | role.NUMBER | role.EXAM, from + 1, to)) return false;
  return tokens
    .slice(from + 1, to)
    .every(({ kind, norm }) => kind !== 'word' || norm.length === 1 || !words.medical(norm));
}

/** "A. Name, cardiac physiologist": nothing but a name, and behind a comma the post in a few words. */
function isNameWithPost({ text, tokens, roles }: Page, from: number, to: number): boolean {
  let at = from;
  let names = 0;
  for (; at < to && tokens[at]?.norm !== ','; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' ? !startsUpper(text, token) : !IN_NAMES.has(token?.norm ?? '')) return false;
    if (token?.kind === 'word') names += 1;
  }
  if (names < 2 || names > LONGEST_NAME || at === to || to - at > LONGEST_POST) return false;
  return !role.holds(roles, role.STATING | role.NUMBER, at, to) && role.holds(roles, role.CREDENTIAL, at, to);
}
const IN_NAMES = new Set(['.', '-', "'", '’']);
const LONGEST_NAME = 5;
/** tokens, with the comma and a full stop */
const LONGEST_POST = 6;

/** The token behind "M.D." or "F.R.C.R.", of single capitals each with its stop; null where none stands. */
function dottedCredential({ text, tokens }: Page, from: number, to: number, words: Vocabulary): number | null {
  let letters = '';
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.end - token.start !== 1 || !startsUpper(text, token)) break;
    if (at > from && !token.glued) break;
    letters += token.norm;
    at += 1;
    const stop = tokens[at];
    if (at >= to || stop?.norm !== '.' || !stop.glued) break;
    at += 1;
  }
  return letters.length > 1 && (words.roles.get(letters) ?? 0) & role.CREDENTIAL ? at : null;
}

const TITLES = new Set(['dr', 'prof', 'professor', 'doctor']);

/** The rest of a line that is nothing but a name with title or degree, and a date. */
export function isSignature(page: Page, body: Unheaded, words: Vocabulary): boolean {
  const { text, tokens } = page;
  const { line, from, to } = body;
  const titled = TITLES.has(tokens[from]?.norm ?? '');
  if (to - from > 16 || (!titled && ((line.holds & role.CREDENTIAL) === 0 || page.capitals()))) return false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && !startsUpper(text, token)) return false;
  }
  return (
    (titled || tokens[to - 1]?.norm !== '.') && isSigner(page, { ...body, line: { ...line, mark: null } }, words, false)
  );
}

/** "2. No fracture" and, at the margin below it, "A. Name, MD": a list has no full stops, and nothing is still to be said. */
export function signsList(page: Page, body: Unheaded, before: Line | undefined, words: Vocabulary): boolean {
  if (!before?.mark || body.line.mark || body.line.indent > before.indent) return false;
  const last = page.tokens[before.to - 1];
  return !GOES_ON.has(last?.norm ?? '') && isSignature(page, body, words);
}
/** "Discussed with" and, below it, whom. */
const GOES_ON = new Set(['with', 'w', 'by', 'to', 'from', 'and', 'of', 'dr', ',', '&', '/', '-', ':']);

const holdsOrgan = (page: Page, { from, to }: Unheaded, words: Vocabulary): boolean =>
  role.holds(page.roles, role.EXAM, from, to) || holdsPhrase(page, words.organLabels, role.ORGAN_LABEL, from, to);
