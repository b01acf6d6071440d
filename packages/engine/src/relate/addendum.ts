/** Wing 3, relate: what an addendum, a correction or a formal reading changes of what stands before it. What it says counts. */

import { broaderOf } from '../broader.ts';
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding, SectionCode, Span } from '../document.ts';
import { firstPhrase, phraseAt } from '../search.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { tokenAt } from '../token.ts';
import { isUpset } from './addendum-upset.ts';
import {
  amendedWords,
  type Corrected,
  correctedIn,
  holds,
  isCorrected,
  type Kind,
  type Scene,
  type Words,
} from './addendum-values.ts';
import { checkWords } from './checks/words.ts';

export interface Amendments {
  /** a statement that a later one changes → that later one */
  readonly by: ReadonlyMap<string, Span>;
  /** findings that a later note takes back, or names as words that were wrong: they stand for nothing */
  readonly fallen: ReadonlySet<string>;
  /** statements of which nothing stands */
  readonly takenBack: ReadonlySet<string>;
  /** findings whose side a later note corrects without naming them: nobody can tell which it is */
  readonly unsided: ReadonlySet<string>;
}

const NOTHING: Amendments = { by: new Map(), fallen: new Set(), takenBack: new Set(), unsided: new Set() };

/** What may be changed later; a request or a history is none of it. */
const READ: ReadonlySet<SectionCode> = new Set(['findings', 'impression', 'findings_impression']);

/** A statement that counts more than what it is about. */
interface Note {
  readonly statement: SegmentedStatement;
  readonly findings: readonly Finding[];
  /** what it says an earlier version said wrongly */
  readonly misquoted: readonly Finding[];
  /** it stands in an addendum, wherever that is; else it changes only what stands before it */
  readonly apart: boolean;
  readonly corrects: boolean;
  /** it adds: "there is also …" */
  readonly isMore: boolean;
  /** all that stands before is to be left out: "please disregard the above" */
  readonly dropsAll: boolean;
  readonly values: Corrected;
}

export function amendmentsIn(recognized: Recognized, findings: readonly Finding[], knowledge: Knowledge): Amendments {
  const notes = notesIn(recognized, findings, knowledge);
  if (notes.length === 0) return NOTHING;
  const own = new Set(notes.map(({ statement }) => statement.id));
  const sections = sectionsById(recognized);
  const by = new Map<string, Span>();
  const fallen = new Set(notes.flatMap(({ misquoted }) => misquoted.map(({ id }) => id)));
  const unsided = new Set<string>();
  const before = recognized.statements.filter(
    ({ id, section }) => !own.has(id) && READ.has(sections.get(section)?.code ?? 'other'),
  );
  const scene: Scene = { recognized, knowledge, before, of: (id) => findings.filter((one) => one.statement === id) };
  for (const note of notes)
    for (const statement of before) {
      if (!note.apart && statement.from > note.statement.from) continue;
      const told = scene.of(statement.id).filter(isOfNow);
      const gone = told.filter(
        (one) => note.dropsAll || note.findings.some((later) => takesBack(note, later, one, statement, scene)),
      );
      const turned = told.filter((one) => note.findings.some((later) => isTurned(note, later, one, scene)));
      const doubted = told.some((one) => note.findings.some((later) => doubts(note, later, one, statement, scene)));
      const value = note.corrects ? isCorrected(note, statement, told, scene) : null;
      for (const { id } of gone) fallen.add(id);
      for (const { id } of value === 'side' ? told : turned) unsided.add(id);
      if (
        gone.length > 0 ||
        turned.length > 0 ||
        note.dropsAll ||
        doubted ||
        value ||
        (note.apart && isUpset(note.findings.filter(isThere), statement, told, scene))
      )
        by.set(statement.id, by.get(statement.id) ?? note.statement.span);
    }
  if (by.size === 0 && fallen.size === 0) return NOTHING;
  return { by, fallen, takenBack: takenBackIn(findings, fallen), unsided };
}

/** Statements with findings that fell, where no other says that something is there. */
function takenBackIn(findings: readonly Finding[], fallen: ReadonlySet<string>): ReadonlySet<string> {
  const stands = new Set(
    findings.flatMap(({ id, statement, assertion }) =>
      fallen.has(id) || assertion.presence === 'absent' ? [] : [statement],
    ),
  );
  return new Set(
    findings.flatMap(({ id, statement }) => (fallen.has(id) && !stands.has(statement) ? [statement] : [])),
  );
}

function notesIn(recognized: Recognized, findings: readonly Finding[], knowledge: Knowledge): readonly Note[] {
  const sections = sectionsById(recognized);
  const words = amendedWords(knowledge);
  const notes: Note[] = [];
  for (const statement of recognized.statements) {
    const section = sections.get(statement.section);
    const apart = section?.code === 'addendum';
    const isLast = isFinal(recognized, section?.heading ?? null, statement, words);
    if (!apart && !(READ.has(section?.code ?? 'other') && (isLast || opens(recognized, statement, words)))) continue;
    const heading = apart ? section.heading : undefined;
    const from = heading ? tokenAt(recognized.tokens, heading[0], 0, statement.from) : statement.from;
    const headed = heading ? tokenAt(recognized.tokens, heading[1], from, statement.from) : from;
    const says = (kind: Kind): boolean => holds(words, recognized, statement, kind);
    const corrects = says('corrects') || holds(words, recognized, { from, to: headed }, 'corrects');
    const compares = says('compares');
    const named = findings.filter((one) => one.statement === statement.id);
    const misquoted = misquotedIn(words, recognized, statement, named);
    const own = named.filter((one) => isOfNow(one) && !(compares && isDenied(one)) && !misquoted.includes(one));
    const values = correctedIn(recognized, statement, words, knowledge);
    const isMore = says('besides');
    const dropsAll = apart && says('drops') && !says('only');
    notes.push({
      statement,
      findings: own,
      misquoted,
      apart,
      corrects: corrects || values.wrong !== null,
      isMore,
      dropsAll,
      values,
    });
  }
  // "The lesion is at L5-S1. Level stated in error."
  const wrong = new Set(
    notes.flatMap(({ statement, apart, corrects }) => (apart && corrects ? [statement.section] : [])),
  );
  return notes.map((note) => ({
    ...note,
    corrects: !note.isMore && (note.corrects || wrong.has(note.statement.section)),
  }));
}

/** Under "FINAL REPORT:". */
function isFinal({ tokens }: Recognized, heading: Span | null, { from }: SegmentedStatement, words: Words): boolean {
  if (!heading) return false;
  const at = tokenAt(tokens, heading[0], 0, from);
  return phraseAt(words, tokens, at, from)?.value.has('opens') ?? false;
}

const LABEL = 8; // tokens of "Consultant review, Dr A Name:"

/** "Formal report: …", "FINAL - …" */
function opens({ tokens }: Recognized, { from, to }: SegmentedStatement, words: Words): boolean {
  const hit = phraseAt(words, tokens, from, to);
  if (!hit?.value.has('opens')) return false;
  for (let at = hit.to; at < Math.min(to, from + LABEL); at += 1) {
    if (tokens[at]?.norm === ':') return true;
    if (tokens[at]?.norm === '-' && at === hit.to) return true;
  }
  return false;
}
/** Of the findings of a note those in the words that it says were wrong: "the prior version read …", up to what it "should read". */
function misquotedIn(
  words: Words,
  { tokens }: Recognized,
  { from, to }: SegmentedStatement,
  named: readonly Finding[],
): readonly Finding[] {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; ) {
    const hit = firstPhrase(words, tokens, at, to);
    if (!hit) break;
    const place = tokens[hit.from]?.start ?? 0;
    if (hit.value.has('misquotes')) start = Math.min(start, place);
    else if (hit.value.has('corrects') && named.some(({ span }) => span[0] > start && span[1] <= place))
      end = Math.min(end, place);
    at = hit.to;
  }
  return named.filter(({ span }) => span[0] > start && span[1] <= end);
}

const isOfNow = ({ assertion }: Finding): boolean =>
  assertion.temporality === 'current' && assertion.experiencer === 'patient';

const isThere = ({ assertion: { presence } }: Finding): boolean => presence === 'present' || presence === 'possible';

const isDenied = ({ assertion: { presence, certainty } }: Finding): boolean =>
  presence === 'absent' && certainty === 'excluded';

/** The later finding says the opposite of the same thing, or puts it right on the other side. */
function takesBack(note: Note, later: Finding, one: Finding, statement: SegmentedStatement, scene: Scene): boolean {
  if (isDenied(one) && isThere(later))
    return (
      isWithin(later, inGeneral(one), scene) &&
      mayBeAt(later, withNamedPlaces(one, statement, scene), scene) &&
      isPlain(one, statement, scene)
    );
  // "no pneumothorax on the left" after "pneumothorax" leaves the right one
  const isNarrow = sideOf(one) === null && later.anatomy.some(({ laterality }) => laterality !== null);
  const named = withNamedPlaces(later, note.statement, scene);
  return (
    isThere(one) &&
    isDenied(later) &&
    (later.concept === one.concept || isOnly(note, later, one, scene)) &&
    !isNarrow &&
    !(one.anatomy.length === 0 && named.anatomy.length > 0) &&
    mayBeAt(named, one, scene) &&
    isPlain(later, note.statement, scene)
  );
}

/** The places that a statement names; those that go without saying ("clot in the lung": in its arteries) limit no denial. */
function withNamedPlaces(finding: Finding, { span: [start, end] }: SegmentedStatement, scene: Scene): Finding {
  const { recognized, knowledge } = scene;
  const named = new Set(
    recognized.matches.concept.flatMap((match) =>
      match.start >= start && match.end <= end ? (knowledge.reading.concepts[match.entry]?.id ?? []) : [],
    ),
  );
  return { ...finding, anatomy: finding.anatomy.filter(({ concept, laterality }) => laterality || named.has(concept)) };
}

/** "No fracture" in an addendum, where one single fracture was told before, of whatever kind: that one. */
function isOnly(note: Note, later: Finding, one: Finding, scene: Scene): boolean {
  if (!note.apart || note.isMore || !isWithin(one, later, scene) || namesOtherPlace(note, one, scene)) return false;
  const meant = scene.before.flatMap(({ id }) =>
    scene.of(id).filter((each) => isOfNow(each) && isThere(each) && isWithin(each, later, scene)),
  );
  return new Set(meant.map(({ concept }) => concept)).size === 1;
}

/** A correction puts the same thing on the other side: "the fracture involves the left radius, not the right". */
function isTurned(note: Note, later: Finding, one: Finding, scene: Scene): boolean {
  const { side: named, wrong } = note.values;
  const side = sideOf(later) ?? (wrong === 'left' || wrong === 'right' ? named : null);
  const other = sideOf(one);
  if (!note.corrects || side === null || other === null || side === other) return false;
  return isThere(later) && isThere(one) && (isWithin(later, one, scene) || isWithin(one, later, scene));
}

/** "No fracture" after "fracture of the radius": perhaps of another bone. */
const doubts = (note: Note, later: Finding, one: Finding, statement: SegmentedStatement, scene: Scene): boolean =>
  statement !== note.statement &&
  isThere(one) &&
  isDenied(later) &&
  later.concept !== one.concept &&
  !namesOtherPlace(note, one, scene) &&
  isWithin(one, later, scene) &&
  mayBeAt(withNamedPlaces(later, note.statement, scene), one, scene) &&
  isPlain(later, note.statement, scene);

/** "No acute fracture" is upset by a fracture. */
const inGeneral = (finding: Finding): Finding => ({ ...finding, concept: finding.concept.replace(/^acute-/, '') });

/** The section of the note names a part of the body in another region than that of the finding; where the finding has none, any part. */
function namesOtherPlace({ statement, apart }: Note, { anatomy }: Finding, { recognized, knowledge }: Scene): boolean {
  const [from, to] = (apart && sectionsById(recognized).get(statement.section)?.span) || statement.span;
  const own = new Set(anatomy.flatMap(({ concept }) => conceptsById(knowledge).get(concept)?.region ?? []));
  const { nowhere } = knowledge.reading.documents.checks;
  return recognized.matches.concept.some(({ start, end, entry }) => {
    const concept = knowledge.reading.concepts[entry];
    if (start < from || end > to || concept?.kind !== 'anatomy') return false;
    if (concept.region === undefined || nowhere.includes(concept.region)) return false;
    return !own.has(concept.region);
  });
}

/** The same, or a kind of it. */
function isWithin({ concept }: Finding, { concept: wider }: Finding, { knowledge }: Scene): boolean {
  if (concept === wider || broaderOf(knowledge)(concept).includes(wider)) return true;
  return checkWords(knowledge.reading).kindOf.get(concept) === wider;
}

/** Neither a different side nor a different organ is named. */
function mayBeAt(one: Finding, other: Finding, { knowledge }: Scene): boolean {
  const [side, second] = [sideOf(one), sideOf(other)];
  if (side !== null && second !== null && side !== second) return false;
  if (one.anatomy.length === 0 || other.anatomy.length === 0) return true;
  const broader = broaderOf(knowledge);
  const regionOf = (id: string) => conceptsById(knowledge).get(id)?.region;
  return one.anatomy.some((a) =>
    other.anatomy.some(
      (b) =>
        broader(a.concept).includes(b.concept) ||
        broader(b.concept).includes(a.concept) ||
        (one.concept !== other.concept && regionOf(a.concept) === regionOf(b.concept)),
    ),
  );
}

/** The one side of a finding; null where it has none or both. */
function sideOf({ anatomy }: Finding): 'left' | 'right' | null {
  const sides = new Set(anatomy.map(({ laterality }) => laterality));
  if (sides.has('bilateral') || (sides.has('left') && sides.has('right'))) return null;
  return sides.has('left') ? 'left' : sides.has('right') ? 'right' : null;
}

const NEAR = 5;

/** Denied whole: not "no new clot", "no other fracture", "no fracture elsewhere". */
function isPlain(
  { span, assertion }: Finding,
  { from, to }: SegmentedStatement,
  { recognized, knowledge }: Scene,
): boolean {
  const { tokens } = recognized;
  const { narrowing } = checkWords(knowledge.reading);
  const { plainly, others } = knowledge.reading.documents.checks.amended;
  const at = tokenAt(tokens, span[0], from, to);
  // "on further review there is no clot": what stands before the denial narrows nothing
  const denial = Math.max(...assertion.basis.map(([start]) => (start < span[0] ? start : 0)), 0);
  const before = tokens.slice(Math.max(from, at - NEAR), at).filter(({ start }) => start >= denial);
  if (before.some(({ norm }) => narrowing.has(norm) && !plainly.includes(norm))) return false;
  return !tokens.slice(at, to).some(({ norm }) => others.includes(norm));
}
