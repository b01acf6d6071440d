/** The mails of an account, in the three languages side by side. They name no person, hold no word of a report, and at most one link. */
import type { Language } from '@readingscan/reader/languages';

export const ACCOUNT_MAILS = [
  'join',
  'member',
  'reset',
  'changed',
  'step-on',
  'step-off',
  'step-guessed',
  'backup-used',
  'google',
  'key-made',
  'passkey-made',
  'passkey-removed',
] as const;
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
    'step-on': {
      subject: 'ReadingScan: the second step is on',
      before: [
        'The second step of your account was switched on just now. From now on you need your password and a code of your app to sign in.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: ['Then write to the people who run the site. They can switch the second step off.'],
    },
    'step-off': {
      subject: 'ReadingScan: the second step is off',
      before: [
        'The second step of your account was switched off just now. Your password alone opens it.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: [],
    },
    'step-guessed': {
      subject: 'ReadingScan: somebody may know your password',
      before: [
        'Somebody gave your password, and then five wrong codes in a row. These codes opened nothing.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: ['It was you? Then you need not do anything. Look whether the clock of your phone is right.'],
    },
    'backup-used': {
      subject: 'ReadingScan: a backup code was used',
      before: [
        'One of your backup codes was used just now. It is good no longer.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: ['Then make new backup codes on the page of your account.'],
    },
    'key-made': {
      subject: 'ReadingScan: a key for programs was made',
      before: [
        'A key was made in your account just now. With it a program can send reports to this site in your name.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: ['Then sign in and end that key, under “Keys for programs”.'],
    },
    'passkey-made': {
      subject: 'ReadingScan: a passkey was made',
      before: [
        'A passkey was made for your account just now. Whoever has that device can sign in with it.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: ['Then sign in and remove that passkey, under “Passkeys”.'],
    },
    'passkey-removed': {
      subject: 'ReadingScan: a passkey was removed',
      before: [
        'A passkey of your account was removed just now. It opens nothing any more.',
        'It was not you? Then choose a new password at once. Begin here:',
      ],
      after: [],
    },
    google: {
      subject: 'ReadingScan: somebody signed in with Google',
      before: [
        'Your account was entered with Google for the first time just now. From now on you can sign in that way too.',
        'It was not you? Then change the password of your Google account, and choose a new one here too. Begin here:',
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
    'step-on': {
      subject: 'ReadingScan: el segundo paso está activado',
      before: [
        'El segundo paso de su cuenta se acaba de activar. Desde ahora necesita su contraseña y un código de su aplicación para entrar.',
        '¿No fue usted? Entonces elija una contraseña nueva de inmediato. Empiece aquí:',
      ],
      after: ['Después escriba a quien lleva el sitio. Puede desactivar el segundo paso.'],
    },
    'step-off': {
      subject: 'ReadingScan: el segundo paso está desactivado',
      before: [
        'El segundo paso de su cuenta se acaba de desactivar. Su contraseña sola la abre.',
        '¿No fue usted? Entonces elija una contraseña nueva de inmediato. Empiece aquí:',
      ],
      after: [],
    },
    'step-guessed': {
      subject: 'ReadingScan: alguien puede conocer su contraseña',
      before: [
        'Alguien dio su contraseña y después cinco códigos equivocados seguidos. Esos códigos no abrieron nada.',
        '¿No fue usted? Entonces elija una contraseña nueva de inmediato. Empiece aquí:',
      ],
      after: ['¿Fue usted? Entonces no tiene que hacer nada. Mire si el reloj de su teléfono está en hora.'],
    },
    'backup-used': {
      subject: 'ReadingScan: se usó un código de reserva',
      before: [
        'Uno de sus códigos de reserva se acaba de usar. Ya no sirve.',
        '¿No fue usted? Entonces elija una contraseña nueva de inmediato. Empiece aquí:',
      ],
      after: ['Después pida códigos de reserva nuevos en la página de su cuenta.'],
    },
    'key-made': {
      subject: 'ReadingScan: se creó una clave para programas',
      before: [
        'Acaba de crearse una clave en su cuenta. Con ella un programa puede enviar informes a este sitio en su nombre.',
        '¿No fue usted? Entonces elija enseguida una contraseña nueva. Empiece aquí:',
      ],
      after: ['Después entre y anule esa clave, en «Claves para programas».'],
    },
    'passkey-made': {
      subject: 'ReadingScan: se creó una llave de acceso',
      before: [
        'Acaba de crearse una llave de acceso para su cuenta. Quien tenga ese dispositivo puede entrar con ella.',
        '¿No fue usted? Entonces elija enseguida una contraseña nueva. Empiece aquí:',
      ],
      after: ['Después entre y quite esa llave, en «Llaves de acceso».'],
    },
    'passkey-removed': {
      subject: 'ReadingScan: se quitó una llave de acceso',
      before: [
        'Acaba de quitarse una llave de acceso de su cuenta. Ya no abre nada.',
        '¿No fue usted? Entonces elija enseguida una contraseña nueva. Empiece aquí:',
      ],
      after: [],
    },
    google: {
      subject: 'ReadingScan: alguien entró con Google',
      before: [
        'Alguien acaba de entrar en su cuenta con Google por primera vez. Desde ahora usted puede entrar también así.',
        '¿No fue usted? Entonces cambie la contraseña de su cuenta de Google y elija otra también aquí. Empiece aquí:',
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
    'step-on': {
      subject: 'ReadingScan：登录第二步已开启',
      before: [
        '您账户的登录第二步刚刚开启。从现在起，登录需要密码和应用的代码。',
        '不是您本人？请立即设置新密码，从这里开始：',
      ],
      after: ['然后请写信给本站的运营者，他们可以关闭第二步。'],
    },
    'step-off': {
      subject: 'ReadingScan：登录第二步已关闭',
      before: ['您账户的登录第二步刚刚关闭。现在只凭密码就能打开账户。', '不是您本人？请立即设置新密码，从这里开始：'],
      after: [],
    },
    'step-guessed': {
      subject: 'ReadingScan：可能有人知道您的密码',
      before: [
        '有人输入了您的密码，然后连续五次输错代码。这些代码什么都没有打开。',
        '不是您本人？请立即设置新密码，从这里开始：',
      ],
      after: ['是您本人？那么您什么都不用做。请看看手机的时间是否准确。'],
    },
    'backup-used': {
      subject: 'ReadingScan：一个备用码已被使用',
      before: ['您的一个备用码刚刚被使用，它已经失效。', '不是您本人？请立即设置新密码，从这里开始：'],
      after: ['然后请在您账户的页面上生成新的备用码。'],
    },
    'key-made': {
      subject: 'ReadingScan：生成了一个程序密钥',
      before: [
        '您的账户刚刚生成了一个密钥。程序可以用它以您的名义向本站发送报告。',
        '不是您操作的？请立即更换密码，从这里开始：',
      ],
      after: ['然后登录，在“程序密钥”中作废它。'],
    },
    'passkey-made': {
      subject: 'ReadingScan：创建了通行密钥',
      before: [
        '您的账户刚刚创建了一个通行密钥。持有那台设备的人可以用它登录。',
        '不是您操作的？请立即更换密码，从这里开始：',
      ],
      after: ['然后登录，在“通行密钥”中移除它。'],
    },
    'passkey-removed': {
      subject: 'ReadingScan：移除了通行密钥',
      before: ['您账户的一个通行密钥刚刚被移除，它不能再用。', '不是您操作的？请立即更换密码，从这里开始：'],
      after: [],
    },
    google: {
      subject: 'ReadingScan：有人用Google登录',
      before: [
        '刚刚有人第一次用Google登录您的账户。从现在起，您也可以这样登录。',
        '不是您本人？请更改您Google账户的密码，并在这里也设置新密码，从这里开始：',
      ],
      after: [],
    },
  },
};
