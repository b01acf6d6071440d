/** The contact page with its form, and the messages sent with it: in every language, bounded, nothing of them logged. */
import { createHash } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import {
  type ContactNotice,
  type ContactView,
  hrefOf,
  NOTHING_TYPED,
  type Operator,
  renderContact,
  renderContactAgain,
  renderContactThanks,
  type SiteContent,
  type SiteView,
} from '@readingscan/web';
import { type Context, Hono } from 'hono';
import { drain, readBody } from '../body.ts';
import { budget } from '../budget.ts';
import { clientOf } from './address.ts';
import type { Contact, Kept } from './contact.ts';
import { type ContactForm, contactForm, judged } from './form.ts';
import { isFromHere } from './same-origin.ts';

interface Deps {
  readonly contact: Contact;
  readonly content: SiteContent;
  readonly operator: Operator;
  readonly siteIn: (language: Language) => SiteView;
  /** the address of the site, where it is known */
  readonly origin: string | null;
  /** between a visitor and the server */
  readonly proxies: number;
  /** told the kind of a failure and where, nothing more */
  readonly onFailure: (name: string, path: string) => void;
}

type Asked = Context<{ Bindings: Partial<HttpBindings> }>;

const MOST_BYTES = 32 * 1024;
/** Bodies held in memory at one time. */
const BODY_BYTES = 256 * MOST_BYTES;
/** Seconds until a server that is busy may be asked again. */
const SOON = 30;
/** Stands in the page that is made once for the token that each visitor gets. */
const TOKEN_PLACE = 'TOKEN-OF-THIS-FORM';

const STATUS = {
  again: 422,
  tooMany: 429,
  busy: 429,
  tooLarge: 413,
  elsewhere: 403,
  failed: 500,
} as const satisfies Record<ContactNotice, number>;

export function contactRoutes({ contact, content, operator, siteIn, origin, proxies, onFailure }: Deps) {
  const { tokens, limits, presses } = contact;
  const routes = new Hono<{ Bindings: Partial<HttpBindings> }>();
  const bodies = budget(BODY_BYTES);
  const mail = operator.mail ?? null;
  const blank = (): ContactView => ({ token: tokens.make(), typed: NOTHING_TYPED, faults: {}, notice: null, mail });

  /** A page that is not kept by anyone: it holds a token, or what a person typed. */
  const page = (c: Asked, html: string, status: 200 | (typeof STATUS)[ContactNotice], wait: number | null = null) =>
    c.html(html, status, { 'Cache-Control': 'no-store', ...(wait === null ? {} : { 'Retry-After': String(wait) }) });

  async function taken(c: Asked, language: Language, said: Said, form: ContactForm): Promise<Kept> {
    const client = clientOf(c.env, proxies);
    return presses.run(
      keyOf(form),
      async () => {
        const wait = limits.take(client);
        if (wait !== null) return wait;
        try {
          await contact.keep({ time: new Date(contact.now()).toISOString(), language, ...said });
        } catch (error) {
          limits.giveBack(client);
          throw error;
        }
        return null;
      },
      (wait) => wait === null,
    );
  }

  async function answer(c: Asked, language: Language): Promise<Response> {
    const site = siteIn(language);
    const refuse = (notice: ContactNotice, view: Partial<ContactView> = {}, wait: number | null = null) =>
      page(c, renderContactAgain(site, { ...blank(), ...view, notice }), STATUS[notice], wait);
    if (!isFromHere(c.req.raw.headers, [origin ?? '', new URL(c.req.url).origin])) {
      await drain(c.req.raw);
      return refuse('elsewhere');
    }
    const leave = bodies.spend(MOST_BYTES);
    if (!leave) {
      await drain(c.req.raw);
      return refuse('busy', {}, SOON);
    }
    try {
      const body = await readBody(c.req.raw, MOST_BYTES);
      if (body.kind === 'too-large') return refuse('tooLarge');
      const form = await contactForm(c.req.header('content-type') ?? '', body.bytes);
      const thanks = () => page(c, renderContactThanks(site), 200);
      if (form.trap !== '') return thanks();
      const { typed } = form;
      const age = tokens.judge(form.token);
      // a token that may still become good goes on with the form
      const token = age === 'good' || age === 'quick' ? form.token : tokens.make();
      const found = judged(typed);
      if (!found.ok) return page(c, renderContactAgain(site, { ...blank(), token, typed, faults: found.faults }), 422);
      if (age !== 'good') return refuse('again', { token, typed });
      try {
        const wait = await taken(c, language, found.said, form);
        return wait === null ? thanks() : refuse('tooMany', { token, typed }, wait);
      } catch (error) {
        onFailure(codeOf(error), c.req.routePath);
        return refuse('failed', { token, typed });
      }
    } finally {
      leave();
    }
  }

  for (const language of LANGUAGES) {
    const written = content[language].pages.contact;
    if (!written) continue;
    const path = hrefOf(language, '/contact');
    let made: string | null = null;
    routes.get(path, (c) => {
      made ??= renderContact(siteIn(language), written, operator, { ...blank(), token: TOKEN_PLACE });
      return page(c, made.replace(TOKEN_PLACE, tokens.make()), 200);
    });
    routes.post(path, (c) => answer(c, language));
  }
  return routes;
}

type Said = Extract<ReturnType<typeof judged>, { ok: true }>['said'];

/** The same form with the same words in it. */
const keyOf = ({ token, typed }: ContactForm): string =>
  createHash('sha256')
    .update(JSON.stringify([token, typed]))
    .digest('base64');

/** "ENOSPC" of a failed write: a path or a text never. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z_]{2,30}$/.test(code) ? code : 'Error';
}
