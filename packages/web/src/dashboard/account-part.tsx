/** The account beside what is on this device: how full it is and where it is looked after; or why it is not in the list. */
import { useState } from 'preact/hooks';
import type { AccountShelf } from '../kept/account-shelf.ts';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import { megabytes, wholeMegabytes } from '../kept/megabytes.ts';
import { hrefOf } from '../layout/href.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage } from '../words/use-words.ts';
import { BringCopy } from './bring-copy.tsx';
import type { Account } from './use-kept.ts';

interface Props {
  readonly account: Account;
  readonly onChanged: () => Promise<void>;
}

/** Above the list: only where something is missing from it. */
export function AccountAway({ account, onChanged }: Props) {
  const { account: text } = useDashboardWords();
  const language = useLanguage();
  if (account.kind !== 'away') return null;
  const { fault } = account;
  if (fault === 'signed-out')
    return (
      <div class="account-away">
        <p>{text.signedOut}</p>
        <a href={hrefOf(language, '/account/sign-in')}>{text.signIn}</a>
      </div>
    );
  return (
    <div class="account-away" role="status">
      <p>{fault === 'offline' ? text.offline : text.failed}</p>
      <button type="button" class="link-button" onClick={() => void onChanged()}>
        {text.again}
      </button>
    </div>
  );
}

/** What is on this device stays locked, and is not in the list. */
export function LockedHere({ onUnlock }: { readonly onUnlock: () => void }) {
  const { locked } = useDashboardWords();
  return (
    <div class="account-away">
      <p>{locked.here}</p>
      <button type="button" class="link-button" onClick={onUnlock}>
        {locked.unlock}
      </button>
    </div>
  );
}

type Said =
  | { readonly kind: 'nothing' | 'bringing' }
  | { readonly kind: 'brought'; readonly added: number; readonly known: number }
  | { readonly kind: 'fault'; readonly fault: KeptFault };

export function AccountPart({
  shelf,
  onChanged,
}: {
  readonly shelf: AccountShelf;
  readonly onChanged: () => Promise<void>;
}) {
  const { account: text, all, faults } = useDashboardWords();
  const language = useLanguage();
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const room = shelf.room();
  const bring = async (file: File): Promise<void> => {
    setSaid({ kind: 'bringing' });
    try {
      const { added, known } = await shelf.bring(file);
      await onChanged();
      setSaid({ kind: 'brought', added, known });
    } catch (error) {
      setSaid({ kind: 'fault', fault: faultOf(error) });
    }
  };
  const sentence = {
    nothing: () => '',
    bringing: () => all.copy.bringing,
    brought: () => (said.kind === 'brought' ? all.copy.brought(said.added, said.known) : ''),
    fault: () => (said.kind !== 'fault' ? '' : said.fault === 'broken' ? all.copy.bad : faults[said.fault]),
  }[said.kind]();
  return (
    <section class="everything" aria-labelledby="h-account">
      <h2 id="h-account">{text.heading}</h2>
      <p>{text.means}</p>
      {room && (
        <p class="caption">
          {text.room(
            room.reports,
            room.reports === 0 ? '0' : megabytes(room.bytes),
            room.mostReports,
            wholeMegabytes(room.mostBytes),
          )}
        </p>
      )}
      <div class="row">
        <a class="button" href={hrefOf(language, '/account')}>
          {text.manage}
        </a>
        <BringCopy label={text.bring} onFile={bring} />
      </div>
      <p class="caption">{text.manageHint}</p>
      <p class={said.kind === 'fault' ? 'fault' : ''} role="status">
        {sentence}
      </p>
    </section>
  );
}
