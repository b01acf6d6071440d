/** The second step as a browser goes through it: every page of it is looked at on the way. */
import type { Page } from 'playwright-core';
import { appOf } from '../../packages/server/test/authenticator.ts';

export interface StepWay {
  /** the address of the site, with the language */
  readonly at: string;
  readonly email: string;
  readonly password: string;
  /** the clock of the site */
  readonly now: () => number;
  /** looks at the page that is open */
  readonly pass: (name: string) => Promise<void>;
  /** What other words change is how wide they are: the widest pages say it. */
  readonly isShort: boolean;
}

/** For who is signed in with a password alone; who is signed in with both, afterwards. */
export async function throughSecondStep(
  page: Page,
  { at, email, password, now, pass, isShort }: StepWay,
): Promise<void> {
  const also = (name: string): Promise<void> => (isShort ? Promise.resolve() : pass(name));
  const send = () => page.locator('main form.contact-form button').first().click();
  await page.goto(`${at}/account/second-step`);
  await pass('second step, off');
  await page.locator('#account-current').fill(password);
  await send();
  await page.locator('.account-qr').waitFor();
  await pass('connect an app');
  const app = appOf(await page.content(), now);
  await page.locator('#account-code').fill(app.wrong());
  await send();
  await page.locator('.contact-fault').waitFor();
  await also('connect an app, wrong code');
  await page.locator('#account-code').fill(app.next());
  await send();
  await page.locator('.account-codes').waitFor();
  await also('backup codes');
  for (const path of ['', '/off']) {
    await page.goto(`${at}/account/second-step${path}`);
    await also(`second step, on${path}`);
  }
  await page.context().clearCookies();
  await page.goto(`${at}/account/sign-in`);
  await page.locator('#account-email').fill(email);
  await page.locator('#account-current').fill(password);
  await send();
  await page.locator('#account-code').waitFor();
  await also('code owed');
  await page.locator('summary').click();
  await pass('code owed, no phone');
  await page.locator('#account-code').fill(app.next());
  await send();
  await page.locator('#account-devices').waitFor();
}
