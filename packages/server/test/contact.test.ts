/** The contact form as people, programs and mail servers meet it. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '@readingscan/reader/languages';
import { CONTACT_WORDS, type ContactFault, type ContactField, hrefOf } from '@readingscan/web';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { household } from '../src/contact/address.ts';
import { limits } from '../src/contact/limits.ts';
import { openMail } from '../src/contact/mail.ts';
import { looksLikeReport } from '../src/contact/report-look.ts';
import { contactSettings } from '../src/contact/settings.ts';
import { type ContactSite, contactSite, DAY, FILLED, HOUR, MAIL, newFolder, SECOND, tokenIn } from './contact-site.ts';
import { startFake } from './fake-server.ts';
import { header, type MailDrop, mailDrop } from './mail-drop.ts';

const open: { close(): Promise<void> }[] = [];
const lines: (readonly string[])[] = [];

async function site(...options: Parameters<typeof contactSite>): Promise<ContactSite> {
  const made = await contactSite(...options);
  open.push(made);
  lines.push(made.lines);
  return made;
}

async function drop(...options: Parameters<typeof mailDrop>): Promise<MailDrop> {
  const made = await mailDrop(...options);
  open.push(made);
  return made;
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  // whatever happened: nothing of a message, a name or an address
  expect(lines.splice(0).flat().join('\n')).not.toMatch(/quillfeather|marmalade|ana@|office@|lungs/i);
});

describe('the page', () => {
  test('stays as it is where no folder is set up, and takes no message', async () => {
    const server = await startFake({ contact: null });
    open.push(server);
    const answer = await fetch(`${server.url}/contact`);
    expect(await answer.text()).not.toContain('<form');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${server.url}/contact`, { method: 'POST', body: new FormData() })).status).toBe(404);
  });

  test.each(LANGUAGES)('in %s has the form under what is written, and is kept by nobody', async (language) => {
    const { url } = await site();
    const path = hrefOf(language, '/contact');
    const answer = await fetch(url + path);
    const page = await answer.text();
    const text = CONTACT_WORDS[language];
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain(`action="${path}" method="post"`);
    expect(page).toContain(MAIL);
    expect(page).toContain(text.never[0]);
    expect(page.indexOf('class="prose')).toBeLessThan(page.indexOf('<form'));
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(tokenIn(await (await fetch(url + path)).text())).not.toBe(tokenIn(page));
  });
});

describe('a message', () => {
  test.each(LANGUAGES)('in %s is stored, mailed and thanked for', async (language) => {
    const post = await drop();
    const at = await site({ port: post.port });
    const path = hrefOf(language, '/contact');
    const message = 'Grüße, ¿qué tal? 您好。\n.\nSecond line — with a dash.';
    const answer = await at.send(await at.form({ message }, path), path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.page).toContain(CONTACT_WORDS[language].thanks);
    expect(answer.page).not.toContain('marmalade');
    await until(() => expect(at.files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]));
    const [name = ''] = at.files();
    expect(statSync(join(at.dir, name)).mode & 0o777).toBe(0o600);
    expect(at.stored(name)).toEqual({
      time: '2026-11-28T12:00:10.000Z',
      language,
      about: 'question',
      name: FILLED.name,
      mail: FILLED.mail,
      message,
    });
    expect(readFileSync(join(at.dir, name), 'utf8')).not.toContain('127.0.0.1');
    expect(post.mails).toHaveLength(1);
    const [mail] = post.mails;
    expect([mail?.from, mail?.to]).toEqual(['site@reports.example', [MAIL]]);
    expect(header(mail, 'from')).toBe('ReadingScan <site@reports.example>');
    expect(header(mail, 'to')).toBe(MAIL);
    expect(header(mail, 'reply-to')).toBe(FILLED.mail);
    expect(header(mail, 'subject')).toBe(CONTACT_WORDS[language].subjects.question);
    expect(header(mail, 'content-language')).toBe(language === 'zh' ? 'zh-Hans' : language);
    expect(header(mail, 'content-type')).toMatch(/^text\/plain; charset=utf-8/);
    expect(header(mail, 'date')).toBe('Sat, 28 Nov 2026 12:00:10 +0000');
    expect(header(mail, 'message-id')).toBe(`<${name.replace('.json', '')}@reports.example>`);
    expect(mail?.text).toContain(`${message}\n\n-- \nAbout: A question\nName: Ana Quillfeather\n`);
  });

  test('is only stored where no mail server is set up', async () => {
    const at = await site();
    expect((await at.send(await at.form())).status).toBe(200);
    expect(at.files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
  });

  test('needs neither name nor address, and then asks for no answer', async () => {
    const post = await drop();
    const at = await site({ port: post.port });
    expect((await at.send(await at.form({ name: ' ', mail: '' }))).status).toBe(200);
    await until(() => expect(post.mails).toHaveLength(1));
    expect(header(post.mails[0], 'reply-to')).toBeUndefined();
    await until(() => expect(at.files()[0]).not.toContain('unsent'));
    expect(at.stored(at.files()[0] ?? '')).toMatchObject({ name: null, mail: null });
  });

  test('of 4,000 Chinese characters is taken, however a form is sent', async () => {
    const at = await site();
    const form = await at.form({ message: '问'.repeat(4000) });
    expect((await at.send(form)).status).toBe(200);
    const short = new URLSearchParams([...(await at.form())].map(([name, value]) => [name, String(value)]));
    expect((await fetch(`${at.url}/contact`, { method: 'POST', body: short })).status).toBe(200);
    expect(at.files()).toHaveLength(2);
  });

  test('sent twice by a double press is taken once', async () => {
    const at = await site();
    const form = await at.form();
    const answers = await Promise.all([at.send(form), at.send(form)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await at.send(form)).status).toBe(200);
    expect(at.files()).toHaveLength(1);
  });
});

/** Strings that break headers, pages and files elsewhere. */
const NAUGHTY = [
  'x\r\nBcc: all@evil.example',
  'x\nSubject: hello\n\nA body',
  'x\r\n\r\n<script>alert(1)</script>',
  '"\r\nRCPT TO:<all@evil.example>\r\nDATA\r\n.\r\n',
  '=?utf-8?Q?x=0D=0ABcc:_all@evil.example?=',
  '</textarea><img src=x onerror=alert(1)>',
  "'; DROP TABLE messages; --",
  '../../../../etc/passwd%00',
  '\u0000\u0001\u007f\u0085\u2028Bcc: all@evil.example',
  'T̗̺͖̹̯͓Ṯ̤͍̥͇͈h̲́e͏͓̼̗̙̼̣͔ ͇̜̱̠͓͍ͅN͕͠e̗̱z̘̝̜̺͙p̤̺̹͍̯͚e̠̻̠͜r̨̤͍̺̖͔̖̖d̠̟̭̬̝͟i̦͖̩͓͔̤a̠̗̬͉̙n͚͜',
  '\u202eevil\u202d 👩‍👩‍👧‍👦 $HOME `id` {{7*7}} %s%n',
  'TOKEN-OF-THIS-FORM',
  '.',
];
const HEADERS = [
  'auto-submitted',
  'content-language',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

describe('nothing that is typed becomes a header', () => {
  test.each(NAUGHTY)('%j as a name and in the message', async (text) => {
    const post = await drop();
    const at = await site({ port: post.port });
    const answer = await at.send(await at.form({ name: text.slice(0, 100), message: `The marmalade: ${text}` }));
    expect(answer.status).toBe(200);
    await until(() => expect(post.mails).toHaveLength(1));
    const [mail] = post.mails;
    expect(mail?.to).toEqual([MAIL]);
    expect(mail?.headers.map(([name]) => name).sort()).toEqual(HEADERS);
    expect(header(mail, 'subject')).toBe(CONTACT_WORDS.en.subjects.question);
    expect(header(mail, 'reply-to')).toBe(FILLED.mail);
    await until(() => expect(at.files()[0]).toMatch(/^[0-9a-f]{32}\.json$/));
    const { name } = at.stored(at.files()[0] ?? '') as { name: string };
    expect(name).not.toMatch(/[\p{Cc}\u2028]/u);
  });

  test.each([
    ...NAUGHTY,
    'ana@quillfeather.example\r\nBcc: all@evil.example',
    'ana@quillfeather.example, all@evil.example',
    'Ana <ana@quillfeather.example>',
    'ana@quillfeather.example>\r\nTo: <all@evil.example',
    '"a\r\nb"@quillfeather.example',
  ])('%j as an address is no address', async (mail) => {
    const at = await site();
    const answer = await at.send(await at.form({ mail }));
    expect(answer.status).toBe(422);
    expect(answer.page).toContain(CONTACT_WORDS.en.faults.mailWrong);
    expect(answer.page).not.toContain('<img src=x');
    expect(answer.page).not.toContain('<script>alert');
    expect(at.files()).toEqual([]);
  });
});

const WRONG: readonly (readonly [ContactField, string, ContactFault])[] = [
  ['name', 'x'.repeat(101), 'nameLong'],
  ['mail', 'ana@quillfeather', 'mailWrong'],
  ['about', '', 'aboutNone'],
  ['about', 'everything', 'aboutNone'],
  ['message', ' \r\n short \r\n ', 'messageShort'],
  ['message', 'x'.repeat(4001), 'messageLong'],
  ['message', 'FINDINGS: The lungs are clear.\nTECHNIQUE: CT.\nIMPRESSION: Normal.', 'messageReport'],
];

describe('what is wrong', () => {
  test.each(WRONG)(
    'with %s (%#) is said at the field and before the form; the rest is kept',
    async (field, value, fault) => {
      for (const language of LANGUAGES) {
        const at = await site();
        const path = hrefOf(language, '/contact');
        const { status, page, headers } = await at.send(await at.form({ [field]: value }, path), path);
        const text = CONTACT_WORDS[language];
        expect(status).toBe(422);
        expect(headers.get('cache-control')).toBe('no-store');
        expect(page).toContain(`<title>${text.wrongTitle}`);
        expect(page).toMatch(/class="contact-summary"[^>]* autofocus/);
        expect(page).toContain(`<a href="#contact-${field}">${text.faults[fault]}</a>`);
        expect(page).toContain(`id="contact-${field}"`);
        expect(page).toContain(`id="contact-${field}-fault">${text.faults[fault]}`);
        expect(page).toMatch(new RegExp(`aria-describedby="[^"]*contact-${field}-fault"[^>]*aria-invalid="true"`));
        expect(page.match(/aria-invalid/g)).toHaveLength(1);
        for (const [name, typed] of Object.entries({ ...FILLED, [field]: value })) {
          if (name === 'about') expect(page.includes(`value="${typed}" checked`)).toBe(typed === FILLED.about);
          else expect(page.replaceAll('\r', '')).toContain(typed.trim());
        }
        expect(at.files()).toEqual([]);
      }
    },
  );

  test('with all of it is listed in the order of the form', async () => {
    const at = await site();
    const { page } = await at.send(await at.form({ mail: 'x', about: '', message: '' }));
    expect([...page.matchAll(/<li><a href="#contact-(\w+)">/g)].map(([, field]) => field)).toEqual([
      'mail',
      'about',
      'message',
    ]);
  });

  test('what was typed comes back as text', async () => {
    const at = await site();
    const evil = '"></textarea><script>alert(1)</script>';
    const { page } = await at.send(await at.form({ name: evil, mail: evil, about: evil, message: evil }));
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;/textarea>');
  });

  test('no form at all is a form without words', async () => {
    const at = await site();
    for (const body of ['{"message": "x"}', new Uint8Array([0, 1, 2])]) {
      const answer = await fetch(`${at.url}/contact`, { method: 'POST', body });
      expect(answer.status).toBe(422);
    }
    const file = await at.form();
    file.set('message', new Blob(['A text that is long enough']), 'message.txt');
    expect((await at.send(file)).status).toBe(422);
    expect(at.files()).toEqual([]);
  });
});

describe('a form that is', () => {
  const again = CONTACT_WORDS.en.notices.again(null);

  test('sent within three seconds is asked for once more, and its words are kept', async () => {
    const at = await site();
    const page = await (await fetch(`${at.url}/contact`)).text();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...FILLED, token: tokenIn(page) })) form.append(name, value);
    at.wait(2.9 * SECOND);
    const quick = await at.send(form);
    expect([quick.status, quick.page.includes(again)]).toEqual([422, true]);
    expect(quick.page).toContain('marmalade');
    expect(at.files()).toEqual([]);
    at.wait(SECOND);
    form.set('token', tokenIn(quick.page));
    expect((await at.send(form)).status).toBe(200);
  });

  test('older than twelve hours is asked for once more', async () => {
    const at = await site();
    const form = await at.form();
    at.wait(12 * HOUR);
    const old = await at.send(form);
    expect([old.status, old.page.includes(again)]).toEqual([422, true]);
    at.wait(4 * SECOND);
    form.set('token', tokenIn(old.page));
    expect((await at.send(form)).status).toBe(200);
  });

  test('made elsewhere, or by an earlier run, is asked for once more', async () => {
    const [at, other] = [await site(), await site()];
    const own = String((await at.form()).get('token'));
    const theirs = String((await other.form()).get('token'));
    const later = `${(Date.parse('2026-11-28T11:00:00Z')).toString(36)}${own.slice(own.indexOf('.'))}`;
    for (const token of ['', 'x', theirs, later, own.slice(0, -1), `${own}x`, own.toUpperCase()]) {
      const form = await at.form({ token });
      const { status, page } = await at.send(form);
      expect([token, status, page.includes(again)]).toEqual([token, 422, true]);
    }
    expect(at.files()).toEqual([]);
  });

  test('filled in where only programs do is thanked for and forgotten', async () => {
    const at = await site();
    const { status, page } = await at.send(await at.form({ website: 'https://evil.example' }));
    expect(status).toBe(200);
    expect(page).toContain(CONTACT_WORDS.en.thanks);
    expect(at.files()).toEqual([]);
  });

  test('more than 32 KB is too much', async () => {
    const at = await site();
    const { status, page } = await at.send(await at.form({ message: 'x'.repeat(33_000) }));
    expect(status).toBe(413);
    expect(page).toContain(CONTACT_WORDS.en.notices.tooLarge(null));
    expect(at.files()).toEqual([]);
  });

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'http://127.0.0.1:1' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, 200],
    [{ Origin: 'null' }, 200],
    [{ Origin: 'https://reports.example' }, 200],
  ])('sent with %j is answered with %i', async (headers, expected) => {
    const at = await site({ origin: 'https://reports.example' });
    const { status, page } = await at.send(await at.form(), '/contact', headers as Record<string, string>);
    expect(status).toBe(expected);
    if (status === 403) expect(page).not.toContain('marmalade');
    expect(at.files()).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe('a report', () => {
  test.each([
    'EXAM: CT chest\nFINDINGS: The lungs are clear.\nIMPRESSION: Normal.',
    'Technique:\nContrast was given.\n\nFindings:\nThe lungs are clear.\n\nImpression:\nNormal.',
    'CT CHEST WITH CONTRAST FINDINGS: Lungs clear. COMPARISON: None. IMPRESSION: 1. Normal.',
    `IMPRESSION\n${'1. A line of it.\n'.repeat(12)}`,
    `FINDINGS: ${'The lungs are clear. '.repeat(50)} IMPRESSION: Normal.`,
    'HALLAZGOS: pulmones claros.\nTÉCNICA: TC.\nIMPRESIÓN: normal.',
    '检查部位：胸部\n影像所见：两肺清晰。\n诊断意见：未见异常。',
    '检查方法：CT平扫。影像表现：两肺清晰。印象：未见异常。',
  ])('is known by its headings: %j', (message) => expect(looksLikeReport(message)).toBe(true));

  test.each([
    'What does IMPRESSION mean, and what are FINDINGS and TECHNIQUE?',
    'IMPRESSION: No small nodule. It told me there is one.',
    'FINDINGS: Lungs clear. IMPRESSION: Normal. This was explained wrongly.',
    `Hello,\n${'I have one more question.\n'.repeat(30)}`,
    `My question: ${'how does it work? '.repeat(100)}`,
    '请问“印象”和“影像所见”有什么不同？',
  ])('is not what only speaks of one: %j', (message) => expect(looksLikeReport(message)).toBe(false));

  test('is looked for in no time, whatever is sent', () => {
    const started = performance.now();
    for (const piece of [':', 'A:', 'a :', '\n', 'FINDINGS ', ' ', '：。']) looksLikeReport(piece.repeat(4000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('limits', () => {
  const send = async (at: ContactSite, headers: Record<string, string> = {}) =>
    at.send(await at.form({ message: `marmalade ${Math.random()}` }), '/contact', headers);

  test('three messages an hour from one address, and headers do not make it another', async () => {
    const at = await site();
    for (let sent = 0; sent < 3; sent += 1) expect((await send(at)).status).toBe(200);
    for (const headers of [{}, { 'X-Forwarded-For': '203.0.113.9' }, { Forwarded: 'for=203.0.113.9' }]) {
      const { status, page, headers: told } = await send(at, { ...headers, 'X-Real-IP': '203.0.113.10' });
      expect(status).toBe(429);
      const wait = Number(told.get('retry-after'));
      expect(wait).toBeGreaterThan(3400);
      expect(wait).toBeLessThanOrEqual(3600);
      expect(page).toContain(CONTACT_WORDS.en.notices.tooMany(MAIL));
      expect(page).toContain('marmalade');
    }
    expect(at.files()).toHaveLength(3);
    at.wait(HOUR);
    expect((await send(at)).status).toBe(200);
  });

  test('ten messages a day from one address', async () => {
    const at = await site();
    for (let sent = 0; sent < 10; sent += 1) {
      expect((await send(at)).status).toBe(200);
      at.wait(HOUR / 2);
    }
    const { status, headers } = await send(at);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(18 * 3600);
    at.wait(DAY);
    expect((await send(at)).status).toBe(200);
  });

  test('a form with something wrong in it does not count', async () => {
    const at = await site();
    for (let sent = 0; sent < 5; sent += 1) expect((await at.send(await at.form({ message: '' }))).status).toBe(422);
    expect((await send(at)).status).toBe(200);
  });

  test('two hundred messages a day in all, whoever sends them', () => {
    let clock = 0;
    const { take, giveBack } = limits(() => clock);
    for (let sent = 0; sent < 200; sent += 1) expect(take(`household ${sent}`)).toBeNull();
    expect(take('one more')).toBe(DAY / SECOND);
    giveBack('household 7');
    expect(take('one more')).toBeNull();
    clock += DAY;
    expect(take('one more')).toBeNull();
  });

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:DB8:0:1::2', '2001:db8:0:1'],
    ['2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', 'unknown'],
    ['no address', 'unknown'],
  ])('%s is of the household %s', (address, expected) => expect(household(address)).toBe(expected));
});

describe('when the mail server', () => {
  test('is away, the message waits, and goes out once when it is back', async () => {
    const gone = await mailDrop();
    await gone.close();
    const at = await site({ port: gone.port });
    expect((await at.send(await at.form())).status).toBe(200);
    await until(() => expect(at.lines.at(-1)).toMatch(/could not be mailed: E\w+$/));
    expect(at.files()).toEqual([expect.stringMatching(/\.unsent\.json$/)]);
    const post = await drop({ port: gone.port });
    at.tick(); // not due yet
    at.wait(10 * 60 * SECOND);
    at.tick();
    await until(() => expect(at.files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]));
    expect(post.mails).toHaveLength(1);
    expect(header(post.mails[0], 'date')).toBe('Sat, 28 Nov 2026 12:00:10 +0000');
    at.wait(DAY);
    at.tick();
    expect(post.mails).toHaveLength(1);
  });

  test('refuses, it is asked less and less often, and after three days no more; its sentence is not logged', async () => {
    const post = await drop();
    post.refuse('I do not want marmalade from ana@quillfeather.example');
    const at = await site({ port: post.port });
    await at.send(await at.form());
    await until(() => expect(at.lines.at(-1)).toMatch(/could not be mailed: EMESSAGE 550$/));
    const tries = (): number => at.lines.filter((line) => line.includes('could not be mailed')).length;
    for (let passed = 0; passed < 3 * DAY; passed += 10 * 60 * SECOND) {
      at.wait(10 * 60 * SECOND);
      at.tick();
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await until(() => expect(at.files()).toEqual([expect.stringMatching(/\.undelivered\.json$/)]));
    // 10, 20, 40, 80, 160, 320 minutes, then every six hours
    expect(tries()).toBeGreaterThan(12);
    expect(tries()).toBeLessThan(22);
    post.refuse(null);
    at.wait(DAY);
    at.tick();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(post.mails).toEqual([]);
  });

  test('refuses one message, the others go out', async () => {
    const post = await drop();
    const at = await site({ port: post.port });
    post.refuse('No.');
    await at.send(await at.form());
    await until(() => expect(at.lines.at(-1)).toContain('EMESSAGE'));
    post.refuse(null);
    await at.send(await at.form({ message: 'Another marmalade question' }));
    await until(() => expect(post.mails).toHaveLength(1));
    expect(at.files().filter((name) => name.endsWith('.unsent.json'))).toHaveLength(1);
  });

  test.skipIf(!elsewhere())(
    'is on another machine and has no encryption, it is told neither password nor message',
    async () => {
      const host = elsewhere() ?? '';
      const post = await drop({ host, startTls: false });
      const login = { user: 'site', pass: 'secret' };
      const mailer = await openMail({
        host,
        port: post.port,
        secure: false,
        login,
        from: 'site@reports.example',
        to: MAIL,
      });
      const message = { ...FILLED, about: 'question', language: 'en', time: '2026-11-28T12:00:00.000Z' } as const;
      await expect(mailer.send('0'.repeat(32), message)).rejects.toThrow();
      expect([post.logins, post.mails]).toEqual([[], []]);
    },
  );

  test('is on this machine, the login is given', async () => {
    const post = await drop();
    const settings = contactSettings(
      {
        CONTACT_DIR: newFolder(),
        SMTP_URL: `smtp://site:p%40ss@localhost:${post.port}`,
        SMTP_FROM: 'site@reports.example',
      },
      { mail: MAIL },
    );
    if (!settings?.smtp) throw new Error('not set up');
    const mailer = await openMail({ ...settings.smtp, host: '127.0.0.1' });
    await mailer.send('0'.repeat(32), { ...FILLED, about: 'other', language: 'en', time: '2026-11-28T12:00:00.000Z' });
    expect(post.logins).toEqual(['site p@ss']);
    expect(post.mails).toHaveLength(1);
  });
});

/** An address of this machine that is not its own loop. */
function elsewhere(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
}

describe('a crash', () => {
  test('between store and mail leaves the message, and the next start mails it', async () => {
    // this mail never comes to an end: the process is gone before
    const first = await contactSite({ mailer: { send: () => new Promise(() => undefined) } });
    lines.push(first.lines);
    expect((await first.send(await first.form())).status).toBe(200);
    expect(first.files()).toEqual([expect.stringMatching(/\.unsent\.json$/)]);
    const post = await drop();
    const next = await site({ dir: first.dir, port: post.port });
    await until(() => expect(next.files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]));
    expect(post.mails[0]?.text).toContain('marmalade');
  });

  test('within the writing leaves nothing that is taken for a message', async () => {
    const dir = newFolder();
    const [half, fresh] = ['a', 'b'].map((letter) => join(dir, `.${letter.repeat(32)}.tmp`)) as [string, string];
    for (const path of [half, fresh]) writeFileSync(path, '{"time": "20');
    utimesSync(half, 0, 0);
    const post = await drop();
    const at = await site({ dir, port: post.port });
    expect(existsSync(half)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
    expect((await at.send(await at.form())).status).toBe(200);
    await until(() => expect(post.mails).toHaveLength(1));
  });

  test('that mangled a stored file stops none of the others', async () => {
    const dir = newFolder();
    writeFileSync(join(dir, `${'a'.repeat(32)}.unsent.json`), '{"message": "marmalade"}');
    mkdirSync(join(dir, 'other'));
    const post = await drop();
    const at = await site({ dir, port: post.port });
    await at.send(await at.form());
    await until(() => expect(post.mails).toHaveLength(1));
    expect(at.files()).toContain(`${'a'.repeat(32)}.undelivered.json`);
  });

  test('of the disk is said, with all that was typed, and the message does not count', async () => {
    const at = await site();
    const form = await at.form();
    rmSync(at.dir, { recursive: true });
    for (let sent = 0; sent < 4; sent += 1) {
      const { status, page } = await at.send(form);
      expect(status).toBe(500);
      expect(page).toContain(CONTACT_WORDS.en.notices.failed(MAIL));
      expect(page).toContain('marmalade');
    }
    expect(at.lines.at(-1)).toBe('failure: ENOENT on /contact');
    mkdirSync(at.dir);
    expect((await at.send(form)).status).toBe(200);
  });

  test('is not what a stop is: a mail under way is waited for', async () => {
    let finish: () => void = () => undefined;
    const at = await contactSite({
      mailer: {
        send: () =>
          new Promise((resolve) => {
            finish = resolve;
          }),
      },
    });
    await at.send(await at.form());
    const closed = at.close();
    setTimeout(() => finish(), 50);
    await closed;
    expect(at.files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
  });
});

describe('settings', () => {
  const dir = newFolder();
  const file = join(dir, 'file');
  writeFileSync(file, '');
  const URL = 'smtps://site:p%40ss@mail.example.org';
  const FROM = 'site@reports.example';

  test('none of them, or empty ones, mean no form', () => {
    expect(contactSettings({}, {})).toBeNull();
    expect(contactSettings({ CONTACT_DIR: ' ', SMTP_URL: '', SMTP_FROM: '' }, {})).toBeNull();
  });

  test('a folder alone means that messages are stored', () => {
    expect(contactSettings({ CONTACT_DIR: dir }, {})).toEqual({ dir, smtp: null, days: 180 });
  });

  test.each([
    [URL, { host: 'mail.example.org', port: 465, secure: true, login: { user: 'site', pass: 'p@ss' } }],
    [
      'smtp://a:b@mail.example.org',
      { host: 'mail.example.org', port: 587, secure: false, login: { user: 'a', pass: 'b' } },
    ],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, secure: false, login: null }],
    ['smtp://[::1]:2525/', { host: '::1', port: 2525, secure: false, login: null }],
  ])('%s is a mail server', (url, server) => {
    const settings = contactSettings({ CONTACT_DIR: dir, SMTP_URL: url, SMTP_FROM: FROM }, { mail: MAIL });
    expect(settings).toEqual({ dir, smtp: { ...server, from: FROM, to: MAIL }, days: 180 });
  });

  test.each([
    ['a folder that is not there', { CONTACT_DIR: '/nowhere/at/all' }, /^CONTACT_DIR is not a folder/],
    ['a file', { CONTACT_DIR: file }, /^CONTACT_DIR is not a folder/],
    ['a mail server without a folder', { SMTP_URL: URL, SMTP_FROM: FROM }, /CONTACT_DIR is not/],
    ['no sender', { CONTACT_DIR: dir, SMTP_URL: URL }, /SMTP_FROM is not/],
    [
      'a sender that is none',
      { CONTACT_DIR: dir, SMTP_URL: URL, SMTP_FROM: 'me\r\nBcc: x@y.example' },
      /^SMTP_FROM is not/,
    ],
    ['no mail server', { CONTACT_DIR: dir, SMTP_URL: 'mail.example.org', SMTP_FROM: FROM }, /^SMTP_URL is not/],
    [
      'another kind of server',
      { CONTACT_DIR: dir, SMTP_URL: 'https://s:secret@a.example', SMTP_FROM: FROM },
      /^SMTP_URL is not/,
    ],
    [
      'a user without a password',
      { CONTACT_DIR: dir, SMTP_URL: 'smtp://secret@a.example', SMTP_FROM: FROM },
      /^SMTP_URL is not/,
    ],
    ['options', { CONTACT_DIR: dir, SMTP_URL: `${URL}/?secret=1`, SMTP_FROM: FROM }, /^SMTP_URL is not/],
    [
      'a broken percent sign',
      { CONTACT_DIR: dir, SMTP_URL: 'smtp://a:secret%zz@a.example', SMTP_FROM: FROM },
      /^SMTP_URL is not/,
    ],
  ])('%s stops the start with one line', (_, env, said) => {
    let message = '';
    try {
      contactSettings(env, { mail: MAIL });
    } catch (error) {
      message = error instanceof Error ? `${error.name}: ${error.message}` : '';
    }
    expect(message.replace('WrongSetting: ', '')).toMatch(said);
    expect(message).toMatch(/^WrongSetting: /);
    expect(message).not.toMatch(/secret|\n/);
  });

  test('a mail server needs someone to write to', () => {
    expect(() => contactSettings({ CONTACT_DIR: dir, SMTP_URL: URL, SMTP_FROM: FROM }, {})).toThrow(/operator\.mail/);
  });
});
