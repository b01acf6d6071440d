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
import { type Asked, STATUS, sentOn, shown } from '../exchange.ts';
import { type Env, type OwnDeps, ownExchange, type Render } from '../own-exchange.ts';
import { LONGEST_CODE, ownProof } from '../own-proof.ts';

export function secondStepRoutes(deps: OwnDeps): Hono<Env> {
  const { accounts, site } = deps;
  const { secondStep, limits } = accounts;
  const { language } = site;
  const routes = new Hono<Env>();
  const exchange = ownExchange(routes, deps);
  const { at, get, getAs, post, refused } = exchange;
  const proof = ownProof(deps, exchange);
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
    const withheld = await proof.password(sent, who, step);
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
    const withheld = await proof.both(sent, who, renew);
    if (withheld) return withheld;
    return shown(sent.c, renderBackupCodes({ site, codes: await secondStep.newCodes(who), isRenewed: true }));
  });
  post('/account/second-step/off', async (sent, who) => {
    if (!(await secondStep.state(who))) return toStep();
    const withheld = await proof.both(sent, who, off);
    if (withheld) return withheld;
    await secondStep.off(who, language);
    return sentOn(`${at('/account')}?done=step-off`);
  });
  return routes;
}
