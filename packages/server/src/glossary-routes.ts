/** The glossary: its first page, by part and by exam, a search for browsers without script, and a page for each word. */
import type { GlossaryKnowledge, GlossaryPage } from '@readingscan/knowledge';
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import {
  findable,
  finder,
  GLOSSARY_INDEX,
  type GlossaryChoice,
  hrefOf,
  renderGlossary,
  renderGlossaryEntry,
  type SiteView,
} from '@readingscan/web';
import { type Context, Hono } from 'hono';
import { type Encodings, encoded, encodedOnce, encodings } from './encoding.ts';
import type { Glossaries } from './glossaries.ts';
import { once } from './made-once.ts';

const HTML = { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-cache' };
const LONGEST_QUERY = 80;

export function glossaryRoutes(site: (language: Language) => SiteView, glossaries: Glossaries): Hono {
  const routes = new Hono();
  const languages = LANGUAGES.filter((language) => glossaries[language]);
  for (const language of LANGUAGES) {
    const own = glossaries[language];
    if (own) routes.route('/', routesOf(site(language), own, languages));
    else routes.get(`${hrefOf(language, '/glossary')}/*`, (c) => c.redirect(inEnglish(c, language)));
  }
  return routes;
}

/** The same place in the language that there always is. */
function inEnglish(c: Context, language: Language): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname.slice(hrefOf(language, '').length) + search;
}

function routesOf(site: SiteView, { entries }: GlossaryKnowledge, languages: readonly Language[]): Hono {
  const routes = new Hono();
  const at = (path: string): string => hrefOf(site.language, path);
  const pages = new Map(entries.map((entry) => [entry.id, entry]));
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const parts = new Set(entries.map(({ part }) => part));
  const exams = new Set(entries.flatMap(({ seen }) => Object.keys(seen)));
  const words = held(() => JSON.stringify(entries.map(findable)));
  const find = once(() => finder(entries.map(findable)));
  // as many as there are words, parts and exams: each is made when it is first asked for
  const made = new Map<string, Encodings>();
  const page = (key: string, render: () => string): Encodings => {
    const known = made.get(key) ?? encodings(render());
    made.set(key, known);
    return known;
  };

  routes.get(at('/glossary'), (c) => {
    const query = c.req.query('q')?.trim().slice(0, LONGEST_QUERY);
    const first = (choice: GlossaryChoice): string => renderGlossary({ site, entries, choice, languages });
    if (query) return encodedOnce(first({ query, found: find()(query) }), c, HTML);
    const choice = choiceOf(c.req.query('part'), c.req.query('exam'), parts, exams);
    return encoded(
      page(`? ${choice.part ?? ''} ${choice.exam ?? ''}`, () => first(choice)),
      c,
      HTML,
    );
  });
  routes.get(at(GLOSSARY_INDEX), (c) =>
    encoded(words(), c, {
      'Content-Type': 'application/json',
      'Cache-Control': 'max-age=3600',
    }),
  );
  routes.get(at('/glossary/:id'), (c, next) => {
    const entry = pages.get(c.req.param('id') ?? '');
    if (!entry) return next();
    const known = page(entry.id, () => renderGlossaryEntry({ site, entry, names, languages }));
    return Promise.resolve(encoded(known, c, HTML));
  });
  return routes;
}

/** Only what there is: what is not known chooses nothing. One of the two at a time. */
function choiceOf(
  part: string | undefined,
  exam: string | undefined,
  parts: ReadonlySet<GlossaryPage['part']>,
  exams: ReadonlySet<string>,
): GlossaryChoice {
  const known = [...parts].find((one) => one === part);
  if (known) return { part: known };
  const isExam = (name: string): name is keyof GlossaryPage['seen'] => exams.has(name);
  return exam !== undefined && isExam(exam) ? { exam } : {};
}

const held = (text: () => string): (() => Encodings) => once(() => encodings(text()));
