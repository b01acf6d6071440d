/** Beside the cookie of a session stands one that says nothing but that there is one: the pages, which are the same for everyone, ask the account for nothing without it. */
import type { MiddlewareHandler } from 'hono';

/** Behind the name of the session's own. */
const BEHIND = '-here';
const SESSION = /^((?:__Host-)?readingscan)=/;

/** It lasts as long as the session's cookie, and may be read by scripts. */
export const marksSessions: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const cookie of headers.getSetCookie()) {
    if (!SESSION.test(cookie)) continue;
    const isGone = /;\s*max-age=0/i.test(cookie);
    headers.append('Set-Cookie', markOf(cookie, isGone ? '' : '1'));
    return;
  }
  // who was signed in before there was a mark, and who is no longer
  const sent = c.req.header('cookie') ?? '';
  const [, session] = /(?:^|;\s*)((?:__Host-)?readingscan)=/.exec(sent) ?? [];
  const isMarked = /(?:^|;\s*)(?:__Host-)?readingscan-here=1/.test(sent);
  const isOwn = session !== undefined && c.res.status === 200 && /\/account$/.test(c.req.path);
  if (isOwn && !isMarked) headers.append('Set-Cookie', `${session}${BEHIND}=1; ${attributesOf(session)}`);
  // of an account alone: a wrong key of a program says nothing of who is signed in
  if (c.res.status === 401 && isMarked && c.req.path.startsWith('/api/account')) {
    const name = /(?:^|;\s*)((?:__Host-)?readingscan-here)=1/.exec(sent)?.[1] ?? '';
    headers.append('Set-Cookie', `${name}=; Max-Age=0; ${attributesOf(name)}`);
  }
};

const markOf = (cookie: string, value: string): string =>
  cookie.replace(/^([^=]+)=[^;]*/, `$1${BEHIND}=${value}`).replace(/;\s*httponly/i, '');

const attributesOf = (name: string): string => `Path=/; SameSite=Lax${name.startsWith('__Host-') ? '; Secure' : ''}`;
