/** The second step of who is signed in: set up behind the password, renewed and switched off behind both. */
import {
  type AccountFaults,
  EMPTY_FORM,
  renderBackupCodes,
  renderConnectApp,
  renderKeyGone,
  renderRenewCodes,
  renderSecondStep,
  renderStepOff,
} from '@readingscan/web';
import { Hono } from 'hono';
import type { SignedIn } from '../accounts.ts';
import { type Asked, type Sent, STATUS, sentOn, shown } from '../exchange.ts';
import { type Env, type OwnDeps, ownExchange, type Render } from '../own-exchange.ts';

const LONGEST_CODE = 64;

export function secondStepRoutes(deps: OwnDeps): Hono<Env> {
  const { accounts, site } = deps;
  const { secondStep, limits } = accounts;
  const { language } = site;
  const routes = new Hono<Env>();
  const { at, get, getAs, post, again, refused } = ownExchange(routes, deps);
  const step: Render = (form, account) => renderSecondStep({ site, form, account });
  const renew: Render = (form, account) => renderRenewCodes({ site, form, account });
  const off: Render = (form, account) => renderStepOff({ site, form, account });
  const toStep = (): Response => sentOn(at('/account/second-step'));

  /** The key that waits for its first code, and the field for that. */
  async function connect(c: Asked, who: SignedIn, faults: AccountFaults): Promise<Response> {
    const stepKey = await secondStep.key(who);
    if (!stepKey) return (await secondStep.state(who)) ? toStep() : shown(c, renderKeyGone({ site }), 404);
    const isWrong = Object.keys(faults).length > 0;
    return shown(c, renderConnectApp({ site, stepKey, form: { ...EMPTY_FORM, faults } }), isWrong ? STATUS.wrong : 200);
  }

  /** Null where the password is right; it is asked for before anything that makes the account less or otherwise safe. */
  async function withoutPassword({ c, fields }: Sent, who: SignedIn, render: Render): Promise<Response | null> {
    const current = fields('current');
    if (current === '') return again(c, who, render, { faults: { current: 'currentNone' } });
    const wait = limits.confirm(who.userId);
    if (wait !== null) return refused(c, who, render, 'tooMany', wait);
    if (await accounts.isPassword(who, current)) return null;
    return again(c, who, render, { faults: { current: 'currentWrong' } });
  }

  /** Null where password and code are right. The code is looked at last: a slip in the password does not use it up. */
  async function withoutBoth(sent: Sent, who: SignedIn, render: Render): Promise<Response | null> {
    const { c, fields, address } = sent;
    const typed = fields('code').slice(0, LONGEST_CODE);
    if (typed === '') {
      const current = fields('current') === '' ? { current: 'currentNone' as const } : {};
      return again(c, who, render, { faults: { ...current, code: 'codeNone' } });
    }
    const withheld = await withoutPassword(sent, who, render);
    if (withheld) return withheld;
    const wait = limits.step(who.userId, address);
    if (wait !== null) return refused(c, who, render, 'tooMany', wait);
    const tried = await secondStep.attempt(who, typed, language);
    if (tried.kind === 'codesWait') return refused(c, who, render, 'codesWait', tried.seconds);
    return tried.kind === 'wrong' ? again(c, who, render, { faults: { code: 'codeWrong' } }) : null;
  }

  /** A page about a step that is on; where it is off, there is nothing to do. */
  function getOn(path: string, render: Render): void {
    getAs(path, async (c, who) => {
      const account = await accounts.own(who);
      return account.secondStep ? shown(c, render(EMPTY_FORM, account)) : toStep();
    });
  }

  get('/account/second-step', step);
  getAs('/account/second-step/confirm', (c, who) => connect(c, who, {}));
  getOn('/account/second-step/codes', renew);
  getOn('/account/second-step/off', off);

  post('/account/second-step/begin', async (sent, who) => {
    const withheld = await withoutPassword(sent, who, step);
    if (withheld) return withheld;
    return (await secondStep.begin(who)) ? sentOn(at('/account/second-step/confirm')) : toStep();
  });
  post('/account/second-step/confirm', async ({ c, fields, address }, who) => {
    const typed = fields('code').slice(0, LONGEST_CODE);
    if (typed === '') return connect(c, who, { code: 'codeNone' });
    const wait = limits.step(who.userId, address);
    if (wait !== null) return refused(c, who, step, 'tooMany', wait);
    const codes = await secondStep.confirm(who, typed, language);
    if (!codes) return connect(c, who, { code: 'codeWrong' });
    return shown(c, renderBackupCodes({ site, codes, isRenewed: false }));
  });
  post('/account/second-step/codes', async (sent, who) => {
    if (!(await secondStep.state(who))) return toStep();
    const withheld = await withoutBoth(sent, who, renew);
    if (withheld) return withheld;
    return shown(sent.c, renderBackupCodes({ site, codes: await secondStep.newCodes(who), isRenewed: true }));
  });
  post('/account/second-step/off', async (sent, who) => {
    if (!(await secondStep.state(who))) return toStep();
    const withheld = await withoutBoth(sent, who, off);
    if (withheld) return withheld;
    await secondStep.off(who, language);
    return sentOn(`${at('/account')}?done=step-off`);
  });
  return routes;
}
