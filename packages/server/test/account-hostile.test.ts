/** What programs send to the forms of an account: nothing of it breaks them, runs in a page, or shows in a log. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountSite, ANA, accountSite, type Visitor } from './account-site.ts';

const FORMS = [
  '/account/sign-up',
  '/account/sign-in',
  '/account/forgot',
  '/account/verify',
  '/account/reset',
  '/es/account/password',
  '/account/end-session',
  '/account/sign-in/code',
  '/account/second-step/begin',
  '/account/second-step/confirm',
  '/account/second-step/off',
  '/account/keys',
  '/es/account/keys/end',
];
const FIELDS = [
  'email',
  'current',
  'password',
  'code',
  'session',
  'stay',
  'username',
  'backup',
  'name',
  'ends',
  'may-explain',
  'key',
];
const NASTY = [
  '"><script>alert(1)</script>',
  "' OR 1=1; DROP TABLE users; --",
  '{{7*7}}<%= 7*7 %>',
  '\u0000\uFFFE\u202E',
  '../../etc/passwd',
  'a@b.example\r\nBcc: everybody@evil.example',
  '"a b"@evil.example',
  'ana@quillfeather.example, eve@evil.example',
  'Ａna@quillfeather.example',
  '%00%0d%0a',
  '𝒶'.repeat(3000),
];
let at: AccountSite;
let member: Visitor;

beforeAll(async () => {
  at = await accountSite();
  member = await at.member();
});
afterAll(() => at.close());

const text = fc.oneof(fc.constantFrom(...NASTY, ANA), fc.string({ unit: 'binary', maxLength: 60 }), fc.emailAddress());

test('a form with anything in it is answered in order, and nothing of it stands in a page as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FORMS),
      fc.dictionary(fc.constantFrom(...FIELDS), text),
      fc.boolean(),
      async (path, fields, isMember) => {
        // no limit is to stand before what is tested
        at.wait(60 * 60_000);
        const answer = await (isMember ? member : at.visitor()).send(path, fields);
        expect([303, 404, 413, 422, 429]).toContain(answer.status);
        expect(answer.page).not.toContain('<script');
        if (answer.to) expect(answer.to).toMatch(/^\/(es\/)?account[\w/?=-]*$/);
      },
    ),
    { numRuns: 250 },
  );
  expect(at.lines.filter((line) => line.startsWith('failure'))).toEqual([]);
  // one address each, as it was checked
  for (const { to } of at.letters) expect(to).toMatch(/^[^\s,;"<>]+@[^\s,;"<>@]+$/);
  expect((await member.get('/account')).status).toBe(200);
});

test.each([
  ['no form', 'text/plain', 'email=ana'],
  ['a broken form', 'multipart/form-data; boundary=x', '--x\r\n'],
  ['JSON', 'application/json', '{"email":"ana@quillfeather.example"}'],
  ['nothing', '', ''],
])('%s is a form with nothing in it', async (_, type, body) => {
  const answer = await fetch(`${at.url}/account/sign-in`, {
    method: 'POST',
    body,
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(type === '' ? {} : { 'Content-Type': type }) },
  });
  expect(answer.status).toBe(422);
});

test('more than a form can hold is let go', async () => {
  const { status } = await at.visitor().send('/account/sign-in', { email: 'x'.repeat(20_000) });
  expect(status).toBe(413);
});

test.each([
  'readingscan=x',
  '__Host-readingscan=',
  `__Host-readingscan=${'%'.repeat(500)}`,
  '__Host-readingscan=%E0%A4%A',
  `__Host-readingscan=${'a.'.repeat(2000)}`,
  `__Host-readingscan-step=${'a'.repeat(43)}`,
  '__Host-readingscan=a.b; __Host-readingscan=c.d; __Host-readingscan-once=true',
])('a cookie that is none of ours signs nobody in: %s', async (cookie) => {
  const answer = await fetch(`${at.url}/account`, { headers: { Cookie: cookie }, redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/sign-in']);
});
