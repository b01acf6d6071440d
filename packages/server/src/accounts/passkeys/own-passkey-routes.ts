/** The page of passkeys of who is signed in: made and removed behind the password, and behind the code where there is one. */
import { EMPTY_FORM, renderMakePasskey, renderPasskeys, renderRemovePasskey } from '@readingscan/web';
import { Hono } from 'hono';
import { STATUS, sentOn, shown } from '../exchange.ts';
import { namedIn } from '../keys/wanted-key.ts';
import { type Env, type OwnDeps, ownExchange, type Render } from '../own-exchange.ts';
import { ownProof } from '../own-proof.ts';
import type { OwnPasskeys } from './own-passkeys.ts';

const LONGEST_ID = 64;

export function ownPasskeyRoutes(deps: OwnDeps, passkeys: OwnPasskeys): Hono<Env> {
  const { accounts, site } = deps;
  const { language } = site;
  const routes = new Hono<Env>();
  const exchange = ownExchange(routes, deps);
  const { at, getAs, post, again } = exchange;
  const proof = ownProof(deps, exchange);
  const toList = (done = ''): Response => sentOn(`${at('/account/passkeys')}${done}`);
  const pageFor =
    (device: string): Render =>
    (form, account) =>
      renderPasskeys({ site, account, form: { ...form, passkeyName: form.passkeyName ?? device } });
  const removing =
    (id: string): Render =>
    (form, account) =>
      renderRemovePasskey({ site, form, account, id });

  getAs('/account/passkeys', async (c, who) => {
    const done = c.req.query('done');
    const known = done === 'passkey-made' || done === 'passkey-removed' ? done : null;
    return shown(c, pageFor(who.device)({ ...EMPTY_FORM, done: known }, await accounts.own(who)));
  });
  post('/account/passkeys/begin', async (sent, who) => {
    const { name, isLong } = namedIn(sent.fields);
    const page: Render = (form, account) => pageFor(who.device)({ ...form, passkeyName: name }, account);
    if (isLong) return again(sent.c, who, page, { faults: { name: 'keyNameLong' } });
    const withheld = await ((await accounts.secondStep.state(who)) ? proof.both : proof.password)(sent, who, page);
    if (withheld) return withheld;
    const order = await passkeys.begin(who);
    if (!order) return toList();
    return shown(sent.c, renderMakePasskey({ site, name: name || who.device, order: JSON.stringify(order) }));
  });
  post('/account/passkeys', async ({ c, fields }, who) => {
    const { name, isLong } = namedIn(fields);
    const came = isLong ? 'wrong' : await passkeys.finish(who, name, fields('credential'), language);
    if (came === 'made') return toList('?done=passkey-made');
    const notice = came === 'gone' ? 'passkeyLate' : 'passkeyNot';
    return shown(c, pageFor(who.device)({ ...EMPTY_FORM, notice }, await accounts.own(who)), STATUS[notice]);
  });
  getAs('/account/passkeys/remove', async (c, who) => {
    const id = (c.req.query('passkey') ?? '').slice(0, LONGEST_ID);
    const account = await accounts.own(who);
    return account.passkeys.some((one) => one.id === id) ? shown(c, removing(id)(EMPTY_FORM, account)) : toList();
  });
  post('/account/passkeys/remove', async (sent, who) => {
    const id = sent.fields('passkey').slice(0, LONGEST_ID);
    // another's is none: nothing is asked for it
    if (!(await accounts.own(who)).passkeys.some((one) => one.id === id)) return toList();
    const withheld = await proof.password(sent, who, removing(id));
    if (withheld) return withheld;
    return toList((await passkeys.remove(who, id, language)) ? '?done=passkey-removed' : '');
  });
  return routes;
}
