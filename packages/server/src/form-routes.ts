/** The form for browsers without script: a report in, a page out; in every language, bounded, nothing kept, nothing logged. */
import type { Explanation } from '@readingscan/engine';
import type { ProgramReader } from '@readingscan/reader';
import { isLanguage, LANGUAGES, type Language } from '@readingscan/reader/languages';
import { hrefOf, renderProblem, renderResult, type SiteView } from '@readingscan/web';
import { Hono } from 'hono';
import type { Access, Caller } from './api/access.ts';
import { drain } from './body.ts';
import { encodedOnce } from './encoding.ts';
import { FAULTS, problemOf } from './problem.ts';
import type { Readings } from './readings.ts';
import { askedBy } from './request.ts';

interface Deps {
  readonly reader: ProgramReader;
  readonly readings: Readings;
  readonly access: Access;
  readonly site: (language: Language) => SiteView;
}

const HTML = { 'Content-Type': 'text/html; charset=UTF-8' };

export function formRoutes({ reader, readings, access, site }: Deps): Hono<{ Bindings: Caller['env'] }> {
  const routes = new Hono<{ Bindings: Caller['env'] }>();
  for (const language of LANGUAGES)
    routes.post(hrefOf(language, '/explain'), async (c) => {
      const page = site(language);
      const admitted = access.admitForm(c);
      if (!admitted.ok) {
        const { fault, headers } = admitted;
        await drain(c.req.raw);
        return new Response(renderProblem(page, fault, ''), {
          status: problemOf(fault).status,
          headers: { ...HTML, ...headers },
        });
      }
      const answered = await readings.take<Explanation>(c, askedBy, ({ inputs: [input], options }) =>
        reader.explain(input, { language, ...options, signal: c.req.raw.signal }),
      );
      if (answered.kind === 'fault') {
        const { status } = problemOf(answered.fault);
        return new Response(renderProblem(page, answered.fault, ''), { status, headers: HTML });
      }
      const { result, text } = answered;
      const explanation = result.document;
      if (explanation) {
        const told = explanation.language;
        return encodedOnce(renderResult(site(isLanguage(told) ? told : language), explanation), c, HTML);
      }
      if (result.ok) return c.html(renderProblem(page, FAULTS.internal, text), 500);
      const { status } = problemOf(result.error);
      return new Response(renderProblem(page, result.error, result.text ?? text), { status, headers: HTML });
    });
  return routes;
}
