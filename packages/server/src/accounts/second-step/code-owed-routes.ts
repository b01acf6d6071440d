/** The page after the password: nobody sees it who has not given that, and nothing else opens to who has. */
import { type AccountForm, EMPTY_FORM, hrefOf, renderCodeOwed, renderSignIn } from '@readingscan/web';
import { Hono } from 'hono';
import { STATUS, sentOn, shown } from '../exchange.ts';
import type { Env, OwnDeps } from '../own-exchange.ts';

const LONGEST_CODE = 64;

export function codeOwedRoutes({ accounts, site, take }: OwnDeps): Hono<Env> {
  const { language } = site;
  const routes = new Hono<Env>();
  const at = (path: string): `/${string}` => `/${hrefOf(language, path).slice(1)}`;
  const page = (form: Partial<AccountForm>): string => renderCodeOwed({ site, form: { ...EMPTY_FORM, ...form } });

  routes.get(at('/account/sign-in/code'), async (c) =>
    (await accounts.isHalfWay(c.req.raw.headers)) ? shown(c, page({})) : sentOn(at('/account/sign-in')),
  );
  routes.post(at('/account/sign-in/code'), (c) =>
    take(
      c,
      async ({ fields, address }) => {
        const { headers } = c.req.raw;
        const field = fields('backup') === '' ? 'code' : 'backup';
        const typed = fields(field).slice(0, LONGEST_CODE);
        // told to who owes it alone
        if (typed === '' && (await accounts.isHalfWay(headers)))
          return shown(c, page({ faults: { code: 'codeNone' } }), STATUS.wrong);
        const finished = await accounts.finish(typed, address, headers, language);
        switch (finished.kind) {
          case 'in':
            return sentOn(at('/account'), finished.cookies);
          case 'gone':
            return shown(c, renderSignIn({ site, form: { ...EMPTY_FORM, notice: 'late' } }), STATUS.late);
          case 'wrong':
            return shown(
              c,
              page({ faults: { [field]: field === 'code' ? 'codeWrong' : 'backupWrong' } }),
              STATUS.wrong,
            );
          case 'tooMany':
          case 'codesWait':
            return shown(c, page({ notice: finished.kind }), STATUS[finished.kind], finished.seconds);
        }
      },
      // said without anything that only one half-way may know
      (notice, _, wait) => shown(c, renderSignIn({ site, form: { ...EMPTY_FORM, notice } }), STATUS[notice], wait),
    ),
  );
  return routes;
}
