/** Where a device is asked for a passkey: hidden until its script has come, and a calm line where it cannot. */
import type { ComponentChildren } from 'preact';
import { hrefOf } from '../layout/href.ts';
import { PASSKEY_WORDS } from '../words/passkeys.ts';
import { useLanguage } from '../words/use-words.ts';
import { Sent } from './frame.tsx';

interface Props {
  /** where what the device says is sent to, without the language */
  readonly to: string;
  readonly press: string;
  /** said where the device has one already */
  readonly known?: string;
  /** to make one: what the device is asked with, as JSON */
  readonly order?: string;
  /** to show one: where the script asks for that, without the language */
  readonly asksAt?: string;
  readonly children: ComponentChildren;
}

export function AskedDevice({ to, press, known = '', order, asksAt, children }: Props) {
  const language = useLanguage();
  const { waiting, stopped, failed, noScript, noPasskeys } = PASSKEY_WORDS[language];
  return (
    <>
      <noscript>
        <p>{noScript}</p>
      </noscript>
      <p id="passkey-missing" hidden>
        {noPasskeys}
      </p>
      <div
        id="passkey"
        hidden
        {...(order === undefined ? {} : { 'data-order': order })}
        {...(asksAt === undefined ? {} : { 'data-asks-at': hrefOf(language, asksAt) })}
      >
        <Sent to={to}>
          {children}
          <input type="hidden" name="credential" value="" />
          <button type="submit" class="button big primary">
            {press}
          </button>
        </Sent>
        <p
          id="passkey-status"
          role="status"
          data-waiting={waiting}
          data-stopped={stopped}
          data-failed={failed}
          data-known={known}
        />
      </div>
    </>
  );
}
