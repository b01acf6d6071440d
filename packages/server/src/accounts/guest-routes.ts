/** Make an account, sign in, ask for a new password, and what stands behind the links of the mails. Nothing is changed by a link alone. */
import type { Language } from '@readingscan/reader/languages';
import {
  ACCOUNT_DONE,
  type AccountFaults,
  type AccountForm,
  type AccountNotice,
  EMPTY_FORM,
  hrefOf,
  renderForgot,
  renderLinkGone,
  renderMailSent,
  renderNewPassword,
  renderSignIn,
  renderSignUp,
  type SiteView,
} from '@readingscan/web';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { type Asked, type exchange, type Fields, SOON, STATUS, sentOn, shown } from './exchange.ts';

interface Deps {
  readonly accounts: Accounts;
  readonly site: SiteView;
  readonly take: ReturnType<typeof exchange>;
}

type Env = { Bindings: Asked['env'] };
type Render = (form: AccountForm) => string;

export function guestRoutes({ accounts, site, take }: Deps): Hono<Env> {
  const { language } = site;
  const { limits } = accounts;
  const routes = new Hono<Env>();
  const at = (path: string): `/${string}` => `/${hrefOf(language, path).slice(1)}`;
  const isIn = async (c: Asked): Promise<boolean> => (await accounts.signedIn(c.req.raw.headers)) !== null;
  const failing =
    (c: Asked, render: Render) =>
    (notice: AccountNotice, fields: Fields, wait?: number): Response =>
      shown(c, render({ ...typedIn(fields), notice }), STATUS[notice], wait);

  /** A form for an address, to which a mail goes: the answer is the same whoever has it. */
  function mailing(
    path: 'sign-up' | 'forgot',
    render: Render,
    send: (email: string, language: Language) => boolean,
  ): void {
    routes.get(at(`/account/${path}`), async (c) => {
      if (await isIn(c)) return sentOn(at('/account'));
      return shown(c, c.req.query('sent') === undefined ? render(EMPTY_FORM) : renderMailSent({ site, from: path }));
    });
    routes.post(at(`/account/${path}`), (c) => {
      const fail = failing(c, render);
      return take(
        c,
        async ({ fields, address }) => {
          const email = emailIn(fields('email'));
          if (email === null) return shown(c, render({ ...typedIn(fields), faults: { email: 'emailWrong' } }), 422);
          const wait = limits.mail(email, address);
          if (wait !== null) return fail('tooMany', fields, wait);
          return send(email, language) ? sentOn(`${at(`/account/${path}`)}?sent`) : fail('busy', fields, SOON);
        },
        fail,
      );
    });
  }
  mailing('sign-up', (form) => renderSignUp({ site, form }), accounts.invite);
  mailing('forgot', (form) => renderForgot({ site, form }), accounts.remind);

  const signIn: Render = (form) => renderSignIn({ site, form });
  routes.get(at('/account/sign-in'), async (c) => {
    if (await isIn(c)) return sentOn(at('/account'));
    const done = ACCOUNT_DONE.find((one) => one === c.req.query('done')) ?? null;
    return shown(c, signIn({ ...EMPTY_FORM, done }));
  });
  routes.post(at('/account/sign-in'), (c) => {
    const fail = failing(c, signIn);
    return take(
      c,
      async ({ fields, address }) => {
        const email = emailIn(fields('email'));
        const current = fields('current');
        if (email === null || current === '') {
          const faults: AccountFaults = {
            ...(email === null ? { email: 'emailWrong' } : {}),
            ...(current === '' ? { current: 'currentNone' } : {}),
          };
          return shown(c, signIn({ ...typedIn(fields), faults }), 422);
        }
        const wait = limits.signIn(email, address);
        if (wait !== null) return fail('tooMany', fields, wait);
        const entered = await accounts.signIn(email, current, fields('stay') !== '', c.req.raw.headers);
        if (!entered) return fail('wrong', fields);
        return sentOn(at(entered.kind === 'in' ? '/account' : '/account/sign-in/code'), entered.cookies);
      },
      fail,
    );
  });

  /** What stands behind the link of a mail: a page with a button, which takes the code and a new password. */
  function behindLink(
    path: 'verify' | 'reset',
    kind: 'join' | 'reset',
    whose: (code: string) => Promise<string | null>,
    act: (c: Asked, code: string, password: string) => Promise<Response | null>,
  ): void {
    const gone = (c: Asked): Response => shown(c, renderLinkGone({ site, kind }), 404);
    const page =
      (code: string, email: string | null): Render =>
      (form) =>
        renderNewPassword({ site, form, code, email, kind });
    routes.get(at(`/account/${path}`), async (c) => {
      const code = c.req.query('code') ?? '';
      const email = await whose(code);
      return email === null ? gone(c) : shown(c, page(code, email)(EMPTY_FORM));
    });
    routes.post(at(`/account/${path}`), (c) =>
      take(
        c,
        async ({ fields, address }) => {
          const [code, password] = [fields('code'), fields('password')];
          const wait = limits.code(address);
          if (wait !== null) return failing(c, page(code, null))('tooMany', fields, wait);
          const email = await whose(code);
          if (email === null) return gone(c);
          const fault = accounts.judge(password, email);
          if (fault) return shown(c, page(code, email)({ ...EMPTY_FORM, faults: { password: fault } }), 422);
          return (await act(c, code, password)) ?? gone(c);
        },
        (notice, fields, wait) => failing(c, page(fields('code'), null))(notice, fields, wait),
      ),
    );
  }
  behindLink('verify', 'join', accounts.invited, async (c, code, password) => {
    const cookies = await accounts.join(code, password, c.req.raw.headers);
    return cookies && sentOn(`${at('/account')}?done=joined`, cookies);
  });
  behindLink('reset', 'reset', accounts.reminded, async (_, code, password) =>
    (await accounts.reset(code, password, language)) ? sentOn(`${at('/account/sign-in')}?done=new-password`) : null,
  );
  return routes;
}

const typedIn = (fields: Fields): AccountForm => ({
  ...EMPTY_FORM,
  email: fields('email').slice(0, LONGEST_TYPED),
  stay: fields('stay') !== '',
});

const LONGEST_TYPED = 400;
const ADDRESS = z.email().max(254);

/** Null where it is no address. Letters that look alike are left as they are: they are other addresses. */
function emailIn(typed: string): string | null {
  const parsed = ADDRESS.safeParse(typed.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
