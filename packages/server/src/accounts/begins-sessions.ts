/** Teaches the library to begin a session for somebody whom we have found to be who they say: by a password and a code, or by who vouches for them. */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const body = z.object({ userId: z.string(), stay: z.boolean() });

export const beginsSessions = {
  id: 'readingscan-begins-sessions',
  endpoints: {
    // without an address: it can be called, and not asked for
    beginSession: createAuthEndpoint.serverOnly({ method: 'POST', body, requireHeaders: true }, async (ctx) => {
      const { userId, stay } = ctx.body;
      const user = await ctx.context.internalAdapter.findUserById(userId);
      if (!user) throw new Error('no such user');
      const session = await ctx.context.internalAdapter.createSession(userId, !stay);
      await setSessionCookie(ctx, { session, user }, !stay);
      return ctx.json(null);
    }),
  },
} satisfies BetterAuthPlugin;
