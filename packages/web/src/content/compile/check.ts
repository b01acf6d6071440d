/** What schemas cannot see: length and reading ease, words that we never use, sources, links, translations that say the same. */
import { fleschKincaidGrade, wordsOf } from '@readingscan/knowledge';
import { PAGE_NAMES } from '../types.ts';
import type { Document } from './document.ts';
import type { Rendered } from './markdown.ts';
import { NEVER } from './never.ts';
import type { Problem } from './problem.ts';
import type { ArticleMatter, PageMatter } from './schema.ts';

export interface Compiled<Matter> {
  readonly slug: string;
  readonly document: Document<Matter>;
  readonly rendered: Rendered;
}

const WORDS = { least: 900, most: 1600 };
const GRADE = 8;
/** legal pages say exact things */
const GRADE_OF_PAGE = 10;
const HEADINGS = { least: 5, most: 9 };

export function checkArticle(own: Compiled<ArticleMatter>): Problem[] {
  const { document, rendered } = own;
  const { file, matter } = document;
  const words = wordsOf(rendered.texts.join(' ')).length;
  return [
    ...common(own, GRADE, [matter.title, matter.description, ...matter.takeaways, ...answersOf(matter)]),
    ...(words < WORDS.least || words > WORDS.most
      ? [problem(file, `${words} words`, `write ${WORDS.least} to ${WORDS.most}`)]
      : []),
    ...(rendered.headings.length < HEADINGS.least || rendered.headings.length > HEADINGS.most
      ? [problem(file, `${rendered.headings.length} headings (##)`, `use ${HEADINGS.least} to ${HEADINGS.most}`)]
      : []),
    ...sourced(own, Object.keys(matter.sources)),
  ];
}

export function checkPage(own: Compiled<PageMatter>): Problem[] {
  const { document, slug } = own;
  const { file, matter } = document;
  return [
    ...common(own, GRADE_OF_PAGE, [matter.title, matter.description]),
    ...sourced(own, Object.keys(matter.sources)),
    ...(PAGE_NAMES.some((name) => name === slug)
      ? []
      : [problem(file, `there is no page of that name`, `name it ${PAGE_NAMES.join(', ')}`)]),
  ];
}

interface Known {
  readonly articles: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

/** Every link of this site leads somewhere, every related article and category is there. */
export function checkReferences(all: readonly Compiled<ArticleMatter | PageMatter>[], known: Known): Problem[] {
  return all.flatMap(({ slug, document: { file, matter }, rendered }) => {
    const related = 'related' in matter ? matter.related : [];
    const missing = related.filter((name) => name === slug || !known.articles.has(name));
    return [
      ...missing.map((name) => problem(file, `related: there is no other article ${name}`, 'name one that is there')),
      ...('category' in matter && !known.categories.has(matter.category)
        ? [problem(file, `there is no category ${matter.category}`, 'name one of categories.yml')]
        : []),
      ...rendered.links
        .filter((path) => !leads(path, known))
        .map((path) =>
          problem(file, `the link ${path} leads nowhere`, 'link to a page, an article or an entry that is there'),
        ),
    ];
  });
}

const OWN = new Set(['/', '/api', '/blog', '/dashboard', '/glossary', ...PAGE_NAMES.map((name) => `/${name}`)]);

function leads(path: string, { articles, categories, terms }: Known): boolean {
  const [, first, second, third] = path.split('/');
  if (first === 'blog' && second === 'category') return categories.has(third ?? '');
  if (first === 'blog' && second) return articles.has(second);
  if (first === 'glossary' && second) return terms.has(second);
  return OWN.has(path);
}

interface Told {
  readonly title: string;
  readonly questions?: readonly unknown[];
  readonly takeaways?: readonly unknown[];
}

/** A translation has the parts, sources and links of the English text. */
export function compareTranslation(
  english: readonly Compiled<ArticleMatter | PageMatter>[],
  told: readonly Compiled<Told>[],
  language: string,
): Problem[] {
  const sources = new Map(english.map((own) => [own.slug, own]));
  const missing = english.filter(({ slug }) => !told.some((own) => own.slug === slug));
  return [
    ...missing.map(({ document: { file } }) =>
      problem(file.replace(/^en/, language), 'this translation is missing', 'write it'),
    ),
    ...told.flatMap((own) => {
      const { file, matter } = own.document;
      const source = sources.get(own.slug);
      if (!source) return [problem(file, 'there is no English text of that name', 'name it as the English one')];
      const { rendered } = source;
      return [
        ...refusals(own),
        ...differs(file, 'headings', rendered.headings.length, own.rendered.headings.length),
        ...differs(file, 'questions', rendered.questions.length, own.rendered.questions.length),
        ...differs(file, 'citations', [...rendered.cited].sort().join(' '), [...own.rendered.cited].sort().join(' ')),
        ...differs(file, 'links', linksOf(rendered), linksOf(own.rendered)),
        ...('takeaways' in source.document.matter
          ? [
              ...differs(file, 'takeaways', source.document.matter.takeaways.length, matter.takeaways?.length),
              ...differs(
                file,
                'questions of the front matter',
                source.document.matter.questions.length,
                matter.questions?.length,
              ),
            ]
          : []),
      ];
    }),
  ];
}

const linksOf = ({ links }: Rendered): string => [...new Set(links)].sort().join(' ');

const differs = (file: string, what: string, english: unknown, told: unknown): Problem[] =>
  english === told ? [] : [problem(file, `${what}: ${told}, in English ${english}`, 'say what the English text says')];

function common(own: Compiled<unknown>, most: number, also: readonly string[]): Problem[] {
  const { document, rendered } = own;
  const grade = fleschKincaidGrade(rendered.texts);
  const said = [...also, ...rendered.texts, ...rendered.headings.map(({ text }) => text)].join(' \n').toLowerCase();
  return [
    ...refusals(own),
    ...(grade !== null && grade > most
      ? [
          problem(
            document.file,
            `reads at grade ${grade.toFixed(1)}`,
            `use shorter sentences and words: at most ${most}`,
          ),
        ]
      : []),
    ...NEVER.filter((words) => ` ${said.replace(/[^a-z'!-]+/g, ' ')} `.includes(` ${words} `)).map((words) =>
      problem(document.file, `"${words}"`, 'we never say that (packages/web/src/content/compile/never.ts)'),
    ),
    ...(said.includes('!') ? [problem(document.file, 'an exclamation mark', 'end the sentence with a full stop')] : []),
  ];
}

const refusals = ({ document, rendered }: Compiled<unknown>): Problem[] =>
  rendered.refused.map((what) => problem(document.file, what, 'write it in plain Markdown'));

function sourced(
  { document: { file }, rendered: { cited } }: Compiled<unknown>,
  sources: readonly string[],
): Problem[] {
  return [
    ...cited
      .filter((key) => !sources.includes(key))
      .map((key) => problem(file, `there is no source ${key}`, 'add it to sources')),
    ...sources
      .filter((key) => !cited.includes(key))
      .map((key) => problem(file, `the source ${key} is not cited`, `cite it as [^${key}] or remove it`)),
  ];
}

const answersOf = ({ questions }: ArticleMatter): string[] =>
  questions.flatMap(({ question, answer }) => [question, answer]);

const problem = (file: string, message: string, repair: string): Problem => ({ file, message, repair });
