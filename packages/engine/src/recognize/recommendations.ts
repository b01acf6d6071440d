/** Wing 2, recognize: what the report asks to be done next, when and on what condition. */
import type { Recommendation, SectionCode, Study } from '../document.ts';
import { tagsIn } from '../search.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import type { Trie } from '../trie.ts';
import { adviceIn } from './recommendations/compose.ts';
import { adviceVocabulary, type Mark } from './recommendations/items.ts';
import { mayAdvise, mayOpen } from './recommendations/may-advise.ts';
import { SIGN, type Signs } from './sign.ts';

/** Sections that tell of the past, the request or the examination, and never advise. */
const SILENT: ReadonlySet<SectionCode> = new Set([
  'history',
  'technique',
  'comparison',
  'exam',
  'patient',
  'procedure',
]);

/** Sections that a line without a heading may be taken for though it advises: "f/u ultrasound after 10 days". */
const GUESSED: ReadonlySet<SectionCode> = new Set(['history', 'comparison', 'exam']);

const UNKNOWN: Pick<Study, 'modality' | 'date'> = { modality: null, date: null };

export function recommendationsIn(
  segmented: Segmented,
  signs: Signs,
  knowledge: Knowledge,
  { modality, date }: Pick<Study, 'modality' | 'date'> = UNKNOWN,
  keys: ReadonlySet<string> = new Set(),
): readonly Recommendation[] {
  const vocabulary = adviceVocabulary(knowledge.reading);
  const sections = sectionsById(segmented);
  const { recommendations, study } = knowledge.reading.documents;
  const dates = { words: recommendations.dates, ...study.calendar };
  const found: Recommendation[] = [];
  const untitled = !segmented.sections.some(({ code }) => SILENT.has(code));
  let pregnancy: boolean | null = null;
  let baby: boolean | null = null;
  const ofPregnancy = (): boolean => (pregnancy ??= isOfPregnancy(segmented, vocabulary));
  const ofBaby = (): boolean => (baby ??= ofPregnancy() && !namesFilms(segmented, vocabulary));
  let opened: string | null = null;
  for (let at = 0; at < segmented.statements.length; at += 1) {
    const statement = segmented.statements[at];
    if (!statement) break;
    // the table of a guideline asks nothing of this patient
    if (keys.has(statement.id)) continue;
    const section = sections.get(statement.section);
    const code = section?.code ?? 'other';
    // the only line of a text is no title of anything
    const only = segmented.statements.length === 1 && GUESSED.has(code) && !section?.heading;
    const silent = SILENT.has(code) && !only;
    if (silent && (section?.heading || !GUESSED.has(code))) continue;
    // "CXR at 6 hours to exclude pneumothorax" over what was found: a title
    const wary = silent || (at === 0 && code === 'findings' && !section?.heading && segmented.statements.length > 1);
    const isOpened = code === 'recommendation' || opened === statement.section;
    const held = signs.inStatement[at] ?? 0;
    const bare = (untitled || only) && at === segmented.statements.length - 1;
    const concludes = code === 'impression' || (bare && (only || (code === 'findings' && !section?.heading)));
    // "nodule -> PET" in a conclusion names the test and nothing that asks
    const isRound = concludes && (held & SIGN.occasion) !== 0;
    if (!isRound && !mayAdvise(held, isOpened || concludes) && !mayOpen(held, segmented.tokens[statement.to - 1]))
      continue;
    const scene = {
      ofPregnancy,
      ofBaby,
      segmented,
      statement,
      wary,
      bare,
      concludes,
      vocabulary,
      reading: knowledge.reading,
      modality,
      date,
      dates,
      opened: isOpened,
    };
    const { advice, opens } = adviceIn(scene);
    if (opens) opened = statement.section;
    for (const one of advice) found.push({ id: `r${found.length + 1}`, ...one });
  }
  return found;
}

/** Words of pregnancy are those that make a bare scan an ultrasound scan. */
const isOfPregnancy = ({ source, tokens }: Segmented, vocabulary: Trie<Mark>): boolean =>
  tagsIn(vocabulary, source.text, tokens).some(
    ({ value: { context } }) => context?.modality === 'US' && context.unborn,
  );

/** An X-ray by its name, not "views" alone, which any exam may have. */
const namesFilms = ({ source, tokens }: Segmented, vocabulary: Trie<Mark>): boolean =>
  tagsIn(vocabulary, source.text, tokens).some(
    ({ value: { test, kinds } }) => test !== undefined && test.modality !== 'US' && !kinds.has('views'),
  );
