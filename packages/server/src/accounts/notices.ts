/** Mails that tell an owner what happened in the account: nobody waits for them, and none of them asks for anything. */
import type { Language } from '@readingscan/reader/languages';
import type { AccountMail } from '@readingscan/web';
import type { Background } from './background.ts';
import type { Letters } from './letters.ts';
import type { People } from './people.ts';
import type { Tried } from './second-step/second-steps.ts';

export interface Notices {
  write(to: string, kind: AccountMail, language: Language): void;
  /** What the owner should know of a code that was typed: a backup code was used, or many were wrong. */
  ofCode(userId: string, tried: Tried, language: Language): void;
}

export function notices(letters: Letters, people: People, later: Background, log: (line: string) => void): Notices {
  const begin = (work: () => Promise<void>): void => {
    if (!later.begin(work)) log('accounts: a mail was not sent: too many wait already');
  };
  return {
    write: (to, kind, language) => begin(() => letters.send({ to, kind, language })),
    ofCode(userId, tried, language) {
      const kind = mailOf(tried);
      if (kind === null) return;
      begin(async () => {
        const to = await people.emailOf(userId);
        if (to !== null) await letters.send({ to, kind, language });
      });
    },
  };
}

function mailOf(tried: Tried): AccountMail | null {
  if (tried.kind === 'backup') return 'backup-used';
  return tried.kind === 'wrong' && tried.isMany ? 'step-guessed' : null;
}
