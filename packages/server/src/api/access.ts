/** Whether a caller of the interface is let in: by a key, as a page of this site, or as anybody where all is open; and not more often than is allowed. */
import type { HttpBindings } from '@hono/node-server';
import type { KeyScope } from '@readingscan/web';
import type { Context } from 'hono';
import { isSurelyFromHere } from '../accounts/from-here.ts';
import type { ApiKeys, Judged, KeyHolder } from '../accounts/keys/api-keys.ts';
import { clientOf } from '../contact/address.ts';
import type { Fault } from '../problem.ts';
import { costOf } from './cost.ts';
import { costLimit } from './cost-limit.ts';
import { ACCESS_FAULTS, scopeFault } from './faults.ts';
import { type ApiSettings, USUAL_POINTS } from './settings.ts';

export type Caller = Context<{ Bindings: Partial<HttpBindings> }>;
type HeaderLines = Readonly<Record<string, string>>;

/** `headers` belong to whatever is answered. */
export type Admitted =
  | { readonly ok: true; readonly holder: KeyHolder | null; readonly headers: HeaderLines }
  | { readonly ok: false; readonly fault: Fault; readonly headers: HeaderLines };

export interface Access {
  /** Reads no body. `scope`: null where any key will do; `cost` in points, by default what the request says of itself. */
  admit(
    c: Caller,
    scope: KeyScope | null,
    how?: { readonly mustHaveKey: boolean; readonly cost?: number },
  ): Promise<Admitted>;
  /** The form for browsers without script: never by a key. */
  admitForm(c: Caller): Admitted;
}

export interface AccessDeps {
  readonly settings: ApiSettings;
  /** null where there are no accounts: nobody can have a key */
  readonly keys: Pick<ApiKeys, 'judge'> | null;
  /** the address of the site, where it is known */
  readonly origin: string | null;
  /** of the operator, between a visitor and the server */
  readonly proxies: number;
  /** milliseconds since 1970; default: the clock */
  readonly now?: () => number;
}

const BEARER = 'Bearer realm="ReadingScan"';

export function accessOf({ settings, keys, origin, proxies, now = Date.now }: AccessDeps): Access {
  const { access, perMinute } = settings;
  const ofKeys = costLimit(perMinute ?? USUAL_POINTS, now);
  // while all is open, a server of one's own counts nothing unless it is asked to
  const ofAddresses = access === 'open' && perMinute === null ? null : costLimit(perMinute ?? USUAL_POINTS, now);
  const here = origin === null ? [] : [origin];

  function spent(c: Caller, holder: KeyHolder | null, cost = costOf(c.req.raw.headers)): Admitted {
    const limit = holder ? ofKeys : ofAddresses;
    if (!limit) return { ok: true, holder, headers: {} };
    const who = holder ? holder.keyId : clientOf(c.env, proxies);
    const { isAllowed, headers } = limit.spend(who, cost);
    return isAllowed ? { ok: true, holder, headers } : { ok: false, fault: ACCESS_FAULTS.often, headers };
  }

  return {
    async admit(c, scope, { mustHaveKey, cost } = { mustHaveKey: false }) {
      const { headers } = c.req.raw;
      const written = keys ? bearerOf(headers) : null;
      if (!keys || written === null)
        return !mustHaveKey && (access === 'open' || isSurelyFromHere(headers, here))
          ? spent(c, null, cost)
          : refused(ACCESS_FAULTS.noKey, BEARER);
      const judged = await keys.judge(written);
      if (judged.kind !== 'good') return refused(FAULT_OF[judged.kind], `${BEARER}, error="invalid_token"`);
      const { holder } = judged;
      return scope === null || holder.scopes.includes(scope)
        ? spent(c, holder, cost)
        : refused(scopeFault(scope), `${BEARER}, error="insufficient_scope", scope="${scope}"`);
    },
    admitForm(c) {
      const { headers } = c.req.raw;
      const origin = headers.get('origin');
      // our pages name no referrer: older browsers then send "null", programs send nothing
      const isPage = isSurelyFromHere(headers, here) || (headers.get('sec-fetch-site') === null && origin === 'null');
      const isFrom = access === 'open' ? headers.get('sec-fetch-site') !== 'cross-site' : isPage;
      return isFrom ? spent(c, null) : { ok: false, fault: ACCESS_FAULTS.elsewhere, headers: {} };
    },
  };
}

const FAULT_OF: Readonly<Record<Exclude<Judged['kind'], 'good'>, Fault>> = {
  slip: ACCESS_FAULTS.slip,
  unknown: ACCESS_FAULTS.unknown,
  over: ACCESS_FAULTS.over,
};

const refused = (fault: Fault, challenge: string): Admitted => ({
  ok: false,
  fault,
  headers: { 'WWW-Authenticate': challenge },
});

/** Null where none is sent: what a proxy asks for in front (Basic) is not ours. */
const bearerOf = (headers: Headers): string | null =>
  /^bearer(?:\s+(.*))?$/i
    .exec(headers.get('authorization') ?? '')
    ?.slice(1, 2)
    .map((one = '') => one.trim())[0] ?? null;
