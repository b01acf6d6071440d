/** The mails of an account, in the three languages side by side. They name no person, hold no word of a report, and at most one link. */
import type { Language } from '@readingscan/reader/languages';

export const ACCOUNT_MAILS = ['join', 'member', 'reset', 'changed'] as const;
export type AccountMail = (typeof ACCOUNT_MAILS)[number];

export interface AccountMailWords {
  readonly subject: string;
  /** paragraphs before the link */
  readonly before: readonly string[];
  /** paragraphs behind it */
  readonly after: readonly string[];
}

export const ACCOUNT_MAIL_WORDS: Readonly<Record<Language, Readonly<Record<AccountMail, AccountMailWords>>>> = {
  en: {
    join: {
      subject: 'ReadingScan: make your account',
      before: ['You asked for an account. Open this link and choose a password. It is good for one hour:'],
      after: [
        'You did not ask for it? Then you need not do anything: without a press on the link there is no account.',
      ],
    },
    member: {
      subject: 'ReadingScan: you have an account already',
      before: ['Somebody asked for an account with this address. You have one already. You can sign in here:'],
      after: [
        'If you forgot your password, choose “I forgot my password” there.',
        'You did not ask for it? Then you need not do anything.',
      ],
    },
    reset: {
      subject: 'ReadingScan: choose a new password',
      before: ['You asked for a new password. Open this link and choose one. It is good for 30 minutes:'],
      after: ['You did not ask for it? Then you need not do anything: your password stays as it is.'],
    },
    changed: {
      subject: 'ReadingScan: your password was changed',
      before: [
        'The password of your account was changed just now.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: [],
    },
  },
  es: {
    join: {
      subject: 'ReadingScan: cree su cuenta',
      before: ['Usted pidió una cuenta. Abra este enlace y elija una contraseña. Sirve durante una hora:'],
      after: ['¿No la pidió usted? Entonces no tiene que hacer nada: si no presiona el enlace, no hay cuenta.'],
    },
    member: {
      subject: 'ReadingScan: ya tiene una cuenta',
      before: ['Alguien pidió una cuenta con este correo. Usted ya tiene una. Puede entrar aquí:'],
      after: [
        'Si olvidó su contraseña, elija allí “Olvidé mi contraseña”.',
        '¿No la pidió usted? Entonces no tiene que hacer nada.',
      ],
    },
    reset: {
      subject: 'ReadingScan: elija una contraseña nueva',
      before: ['Usted pidió una contraseña nueva. Abra este enlace y elija una. Sirve durante 30 minutos:'],
      after: ['¿No la pidió usted? Entonces no tiene que hacer nada: su contraseña sigue igual.'],
    },
    changed: {
      subject: 'ReadingScan: su contraseña se cambió',
      before: [
        'La contraseña de su cuenta se acaba de cambiar.',
        '¿No fue usted? Entonces elija una contraseña nueva de inmediato. Empiece aquí:',
      ],
      after: [],
    },
  },
  zh: {
    join: {
      subject: 'ReadingScan：建立您的账户',
      before: ['您申请了一个账户。请打开下面的链接，设置密码。链接一小时内有效：'],
      after: ['不是您申请的？那么您什么都不用做：不点链接，就不会有账户。'],
    },
    member: {
      subject: 'ReadingScan：您已有账户',
      before: ['有人用这个邮箱申请账户。您已经有一个了，可以在这里登录：'],
      after: ['如果忘了密码，请在那里点“我忘了密码”。', '不是您申请的？那么您什么都不用做。'],
    },
    reset: {
      subject: 'ReadingScan：设置新密码',
      before: ['您申请了新密码。请打开下面的链接，设置一个。链接30分钟内有效：'],
      after: ['不是您申请的？那么您什么都不用做：您的密码不变。'],
    },
    changed: {
      subject: 'ReadingScan：您的密码已更改',
      before: ['您账户的密码刚刚被更改。', '不是您本人？请立即设置新密码，从这里开始：'],
      after: [],
    },
  },
};
