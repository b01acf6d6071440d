/** `readingscan second-step off MAIL`: for an owner who has lost phone and backup codes. Nothing proves who asks for it: that is up to the operator. */
import type { Arguments } from '../arguments.ts';
import { Usage } from '../failure.ts';

export async function secondStepCommand({ files: [what, email, ...more], language }: Arguments): Promise<void> {
  if (what !== 'off' || !email?.includes('@') || more.length > 0)
    throw new Usage('Write: readingscan second-step off MAIL, with the mail address of the account.');
  const { switchSecondStepOff, WrongSetting } = await import('@readingscan/server');
  try {
    const done = await switchSecondStepOff(process.env, email, language);
    if (!done) throw new Usage('There is no account with this address whose second step is on. Nothing was changed.');
    // which one, and when, without the address: this line may be kept
    process.stdout.write(
      `${new Date().toISOString()} second step switched off by the operator, account ${done.account}\n`,
    );
    process.stdout.write(
      done.mailFailure === null
        ? 'Its owner was told by mail.\n'
        : `Its owner could not be told by mail (${done.mailFailure}). Tell them in another way.\n`,
    );
  } catch (error) {
    throw error instanceof WrongSetting ? new Usage(error.message) : error;
  }
}
