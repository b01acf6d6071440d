/** The glossary: its first page, by part and by exam, a search for browsers without script, and a page for each word. */
import type { GlossaryKnowledge, GlossaryPage } from '@readingscan/knowledge';
import { type Language, READ } from '@readingscan/reader/languages';
import {
  findable,
  finder,
  GLOSSARY_INDEX,
  type GlossaryChoice,
  renderGlossary,
  renderGlossaryEntry,
  type SiteView,
} from '@readingscan/web';
import { type Context, Hono } from 'hono';
import { type Encodings, encoded, encodedOnce, encodings } from './encoding.ts';

const HTML = { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-cache' };
const LONGEST_QUERY = 80;

export function glossaryRoutes(site: (language: Language) => SiteView, { entries }: GlossaryKnowledge): Hono {
  const routes = new Hono();
  // it is written in English
  const english = site(READ);
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
  const answer = (c: Context, content: Encodings): Response => encoded(content, c, HTML);

  routes.get('/glossary', (c) => {
    const query = c.req.query('q')?.trim().slice(0, LONGEST_QUERY);
    if (query) return encodedOnce(renderGlossary(english, entries, { query, found: find()(query) }), c, HTML);
    const choice = choiceOf(c.req.query('part'), c.req.query('exam'), parts, exams);
    return answer(
      c,
      page(`? ${choice.part ?? ''} ${choice.exam ?? ''}`, () => renderGlossary(english, entries, choice)),
    );
  });
  routes.get(GLOSSARY_INDEX, (c) =>
    encoded(words(), c, {
      'Content-Type': 'application/json',
      'Cache-Control': 'max-age=3600',
    }),
  );
  routes.get('/glossary/:id', (c, next) => {
    const entry = pages.get(c.req.param('id'));
    return entry
      ? Promise.resolve(
          answer(
            c,
            page(entry.id, () => renderGlossaryEntry(english, entry, names)),
          ),
        )
      : next();
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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const held = (text: () => string): (() => Encodings) => once(() => encodings(text()));
