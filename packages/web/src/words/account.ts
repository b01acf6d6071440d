/** Words of the pages of an account, in the three languages side by side; those of its mails are in `account-mails.ts`. */
import type { Language } from '@readingscan/reader/languages';

/** What can be wrong with a new password. */
export type PasswordFault = 'passwordNone' | 'passwordShort' | 'passwordLong' | 'passwordCommon' | 'passwordOwn';

/** What can be wrong with a field. */
export type AccountFault =
  | PasswordFault
  | 'emailWrong'
  | 'currentNone'
  | 'currentWrong'
  | 'codeNone'
  | 'codeWrong'
  | 'backupWrong'
  | 'keyNameNone'
  | 'keyNameLong'
  | 'keyScopesNone'
  | 'keyEndsWrong';

/** Why a form was not taken although no field is wrong. */
export type AccountNotice =
  | 'wrong'
  | 'tooMany'
  | 'busy'
  | 'elsewhere'
  | 'failed'
  | 'away'
  | 'noStorage'
  | 'again'
  | 'late'
  | 'codesWait'
  | 'googleNo'
  | 'googleOther'
  | 'keysFull'
  | 'passkeyNot'
  | 'passkeyLate'
  | 'payFailed'
  | 'offerGone';

/** What was done, told on the page after it. */
export const ACCOUNT_DONE = [
  'signed-out',
  'ended',
  'ended-all',
  'new-password',
  'changed',
  'joined',
  'deleted',
  'step-off',
  'kept-for',
  'reports-deleted',
  'key-ended',
  'passkey-made',
  'passkey-removed',
  'paid',
] as const;
export type AccountDone = (typeof ACCOUNT_DONE)[number];

export interface AccountWords {
  /** leads to the account, whether one is signed in or not */
  readonly link: string;
  /** before the title of the window, where something is wrong */
  readonly wrongTitle: string;
  readonly notDone: string;
  readonly email: string;
  readonly password: string;
  readonly newPassword: string;
  readonly newPasswordHint: string;
  readonly currentPassword: string;
  readonly faults: Readonly<Record<AccountFault, string>>;
  readonly notices: Readonly<Record<AccountNotice, string>>;
  readonly done: Readonly<Record<AccountDone, string>>;
  readonly signUp: {
    readonly title: string;
    readonly intro: readonly string[];
    readonly press: string;
    readonly kept: string;
    readonly have: string;
  };
  /** after a form that sends a mail */
  readonly sent: { readonly title: string; readonly text: readonly string[]; readonly again: string };
  readonly join: { readonly title: string; readonly intro: string; readonly press: string };
  readonly reset: { readonly title: string; readonly intro: string; readonly press: string };
  /** a link of a mail that is good no longer */
  readonly gone: { readonly title: string; readonly text: string; readonly join: string; readonly reset: string };
  readonly signIn: {
    readonly title: string;
    readonly stay: string;
    readonly stayHint: string;
    readonly press: string;
    readonly forgot: string;
    readonly none: string;
    readonly google: string;
    readonly googleHint: string;
  };
  readonly forgot: { readonly title: string; readonly intro: string; readonly press: string };
  readonly own: {
    readonly title: string;
    readonly signedInAs: string;
    readonly holds: string;
    readonly toReader: string;
    readonly signOut: string;
    readonly devices: string;
    readonly devicesIntro: string;
    readonly thisDevice: string;
    readonly unknownDevice: string;
    /** before a day and time */
    readonly since: string;
    /** of one device */
    readonly end: string;
    readonly endAll: string;
    readonly changePassword: string;
    readonly remove: string;
  };
  readonly change: { readonly title: string; readonly intro: string; readonly press: string };
  readonly remove: { readonly title: string; readonly intro: readonly string[]; readonly press: string };
  /** back to the account, with nothing done */
  readonly back: string;
}

export const ACCOUNT_WORDS: Readonly<Record<Language, AccountWords>> = {
  en: {
    link: 'Account',
    wrongTitle: 'Please check',
    notDone: 'Please check this',
    email: 'Your email address',
    password: 'Your password',
    newPassword: 'New password',
    newPasswordHint:
      'At least 8 characters; 15 or more is safer. Four or five words that do not belong together are easy to keep in mind. You can also let your browser choose one.',
    currentPassword: 'Your current password',
    faults: {
      emailWrong: 'This email address is not complete. Write it like name@example.org.',
      currentNone: 'Write your password.',
      currentWrong: 'This is not your password. Please type it again.',
      codeNone: 'Write the code.',
      codeWrong: 'This code is not right, or it was used before. Write the next one that your app shows.',
      backupWrong: 'This is not one of your backup codes, or it was used before.',
      keyNameNone: 'Write a name for the key.',
      keyNameLong: 'This name is too long. Use at most 60 characters.',
      keyScopesNone: 'Choose what the key may do: one thing at least.',
      keyEndsWrong: 'This is no day from today on, within ten years. Write it like 2027-01-31.',
      passwordNone: 'Choose a password.',
      passwordShort: 'This password is too short. Use at least 8 characters.',
      passwordLong: 'This password is too long. Use at most 256 characters.',
      passwordCommon: 'Many people use this password, so it is quickly guessed. Choose another one.',
      passwordOwn:
        'This password is your address or the name of this site, so it is quickly guessed. Choose another one.',
    },
    notices: {
      wrong: 'The email address and the password do not belong together. Please type them again.',
      tooMany: 'There were too many tries in a short time. Please wait a few minutes, then try again.',
      busy: 'The server has a lot to do at this moment. Please try again in a minute.',
      elsewhere: 'This was sent from another site, so nothing was done. If you meant it, please do it here.',
      failed: 'Something went wrong on our side. Nothing was done. Please try again later.',
      away: 'We cannot reach our records right now. Please wait a minute. Then look if it was done, and try again if not.',
      noStorage: 'This site has no room left, so nothing was saved. Please try again later, or tell who runs it.',
      again: 'That was more than we can take. Please fill in the form again.',
      googleNo: 'Google did not confirm who you are. Nothing was done. Please try again, or use your password.',
      googleOther:
        'Google could not prove this address to us. Please sign in with your password, or make an account by mail.',
      keysFull: 'You have as many keys as there is room for. End one that you do not need, then make the new one.',
      passkeyNot: 'This passkey opened nothing. Please try again, or use your password.',
      payFailed: 'The page for paying could not be reached. Nothing was paid. Please try again in a few minutes.',
      offerGone: 'This is not offered any longer. Nothing was paid. Please choose from the list below.',
      passkeyLate: 'You can make a passkey for ten minutes only, and once. Please begin again.',
      late: 'You can sign in with a code for ten minutes only, and once. Please begin again.',
      codesWait:
        'There were too many wrong codes. Codes of the app have to wait now, and each wrong code makes it longer, up to a day. A backup code works at once.',
    },
    done: {
      'signed-out': 'You are signed out on this device.',
      ended: 'That device is signed out.',
      'ended-all': 'You are signed out on all devices.',
      'new-password': 'Your new password is set. All devices were signed out, so please sign in with it.',
      changed: 'Your password is changed. Your other devices were signed out.',
      joined: 'Your account is ready, and you are signed in.',
      deleted: 'Your account and all that belonged to it are deleted.',
      'step-off': 'The second step is off. Your password alone opens your account.',
      'kept-for': 'Your choice is saved.',
      'reports-deleted': 'All your saved reports are deleted, with their keys.',
      'key-ended': 'That key is ended. It opens nothing any more.',
      'passkey-made': 'Your passkey is made. You can sign in with it from now on.',
      'passkey-removed': 'That passkey is removed. It opens nothing any more.',
      paid: 'Thank you. Your payment has arrived, and your credits are here.',
    },
    signUp: {
      title: 'Make an account',
      intro: [
        'You do not need an account to read a report.',
        'An account holds your email address. No report is stored in it.',
      ],
      press: 'Send me a link',
      kept: 'We send one mail to this address. Its link is good for one hour. You choose your password there. Without it, we keep nothing.',
      have: 'I have an account: sign in',
    },
    sent: {
      title: 'Look in your mailbox',
      text: [
        'We have sent a mail to the address that you wrote. Open it, and press the link in it.',
        'Nothing there after five minutes? Look in the folder for unwanted mail. Check too that the address was right.',
      ],
      again: 'Write the address again',
    },
    join: { title: 'Choose your password', intro: 'This will be the password of', press: 'Make my account' },
    reset: {
      title: 'Choose a new password',
      intro: 'All your devices will be signed out. Then you sign in with the new password.',
      press: 'Set the new password',
    },
    gone: {
      title: 'This link is good no longer',
      text: 'A link from our mails works once, and only for a short time. If you asked twice, only the newest one works.',
      join: 'Ask for a new link',
      reset: 'Ask for a new link',
    },
    signIn: {
      title: 'Sign in',
      stay: 'Stay signed in on this device',
      stayHint: 'For two weeks after your last visit. Leave this empty on a device that others use too.',
      press: 'Sign in',
      forgot: 'I forgot my password',
      none: 'I have no account yet',
      google: 'Sign in with Google',
      googleHint:
        'You go to a page of Google. Google tells us your email address and learns that you have an account here. If you have none yet, you choose a password next.',
    },
    forgot: {
      title: 'Choose a new password by mail',
      intro: 'Write the email address of your account. We send you a link that is good for 30 minutes.',
      press: 'Send me a link',
    },
    own: {
      title: 'Your account',
      signedInAs: 'You are signed in as',
      holds: 'Your account holds your email address. No report is stored in it.',
      toReader: 'Read a report',
      signOut: 'Sign out',
      devices: 'Where you are signed in',
      devicesIntro: 'If you do not know one of them, sign it out and change your password.',
      thisDevice: 'This device',
      unknownDevice: 'A device we do not know',
      since: 'since',
      end: 'Sign it out',
      endAll: 'Sign out everywhere',
      changePassword: 'Change the password',
      remove: 'Delete the account',
    },
    change: {
      title: 'Change the password',
      intro: 'Your other devices will be signed out. We send a mail to tell you that it was changed.',
      press: 'Change the password',
    },
    remove: {
      title: 'Delete the account',
      intro: [
        'Your email address, your password and the list of your devices will be deleted at once. Nobody can bring them back.',
        'What your browser keeps on this device stays there.',
      ],
      press: 'Delete my account',
    },
    back: 'Back to your account',
  },
  es: {
    link: 'Cuenta',
    wrongTitle: 'Revise esto',
    notDone: 'Por favor, revise esto',
    email: 'Su correo electrónico',
    password: 'Su contraseña',
    newPassword: 'Contraseña nueva',
    newPasswordHint:
      'Al menos 8 caracteres; con 15 o más es más segura. Cuatro o cinco palabras sin relación entre sí se recuerdan bien. También puede dejar que su navegador elija una.',
    currentPassword: 'Su contraseña actual',
    faults: {
      emailWrong: 'Este correo no está completo. Escríbalo como nombre@example.org.',
      currentNone: 'Escriba su contraseña.',
      currentWrong: 'Esta no es su contraseña. Por favor, escríbala otra vez.',
      codeNone: 'Escriba el código.',
      codeWrong: 'Este código no es correcto, o ya se usó. Escriba el siguiente que muestre su aplicación.',
      backupWrong: 'Este no es uno de sus códigos de reserva, o ya se usó.',
      keyNameNone: 'Escriba un nombre para la clave.',
      keyNameLong: 'Este nombre es demasiado largo. Use como máximo 60 caracteres.',
      keyScopesNone: 'Elija qué puede hacer la clave: al menos una cosa.',
      keyEndsWrong: 'No es un día a partir de hoy y dentro de diez años. Escríbalo así: 2027-01-31.',
      passwordNone: 'Elija una contraseña.',
      passwordShort: 'Esta contraseña es muy corta. Use al menos 8 caracteres.',
      passwordLong: 'Esta contraseña es demasiado larga. Use 256 caracteres como máximo.',
      passwordCommon: 'Muchas personas usan esta contraseña, así que se adivina pronto. Elija otra.',
      passwordOwn: 'Esta contraseña es su correo o el nombre de este sitio, así que se adivina pronto. Elija otra.',
    },
    notices: {
      wrong: 'El correo y la contraseña no corresponden. Por favor, escríbalos otra vez.',
      tooMany: 'Hubo demasiados intentos en poco tiempo. Espere unos minutos e inténtelo otra vez.',
      busy: 'El servidor tiene mucho que hacer en este momento. Por favor, inténtelo en un minuto.',
      elsewhere: 'Esto se envió desde otro sitio, así que no se hizo nada. Si era lo que quería, hágalo aquí.',
      failed: 'Algo falló de nuestro lado. No se hizo nada. Por favor, inténtelo más tarde.',
      away: 'Ahora no podemos llegar a nuestros datos. Espere un minuto. Luego mire si se hizo y, si no, inténtelo otra vez.',
      noStorage: 'Este sitio no tiene más espacio y no se guardó nada. Inténtelo más tarde, o avise a quien lo lleva.',
      again: 'Era más de lo que podemos recibir. Por favor, llene el formulario otra vez.',
      googleNo: 'Google no confirmó quién es usted. No se hizo nada. Inténtelo otra vez o use su contraseña.',
      googleOther:
        'Google no pudo demostrarnos que este correo es suyo. Entre con su contraseña o cree una cuenta por correo.',
      keysFull: 'Usted tiene tantas claves como caben. Anule una que no necesite y cree después la nueva.',
      passkeyNot: 'Esta llave de acceso no abrió nada. Inténtelo otra vez o use su contraseña.',
      payFailed: 'No se pudo llegar a la página de pago. No se pagó nada. Inténtelo otra vez en unos minutos.',
      offerGone: 'Esto ya no se ofrece. No se pagó nada. Por favor, elija de la lista de abajo.',
      passkeyLate: 'Una llave de acceso se puede crear solo durante diez minutos y una vez. Empiece otra vez.',
      late: 'Con un código puede entrar solo durante diez minutos, y una vez. Por favor, empiece otra vez.',
      codesWait:
        'Hubo demasiados códigos equivocados. Los códigos de la aplicación tienen que esperar, y cada código equivocado alarga la espera, hasta un día. Un código de reserva sirve de inmediato.',
    },
    done: {
      'signed-out': 'Cerró la sesión en este dispositivo.',
      ended: 'Se cerró la sesión en ese dispositivo.',
      'ended-all': 'Se cerró la sesión en todos los dispositivos.',
      'new-password':
        'Su contraseña nueva está lista. Se cerró la sesión en todos los dispositivos, así que entre con ella.',
      changed: 'Su contraseña se cambió. Se cerró la sesión en sus otros dispositivos.',
      joined: 'Su cuenta está lista y su sesión está abierta.',
      deleted: 'Su cuenta y todo lo que había en ella se borraron.',
      'step-off': 'El segundo paso está desactivado. Su contraseña sola abre su cuenta.',
      'kept-for': 'Su elección está guardada.',
      'reports-deleted': 'Todos sus informes guardados se han borrado, con sus claves.',
      'key-ended': 'Esa clave está anulada. Ya no abre nada.',
      'passkey-made': 'Su llave de acceso está creada. Desde ahora puede entrar con ella.',
      'passkey-removed': 'Esa llave de acceso está quitada. Ya no abre nada.',
      paid: 'Gracias. Su pago ha llegado y sus créditos están aquí.',
    },
    signUp: {
      title: 'Crear una cuenta',
      intro: [
        'No necesita una cuenta para leer un informe.',
        'Una cuenta guarda su correo electrónico. No se guarda ningún informe en ella.',
      ],
      press: 'Enviarme un enlace',
      kept: 'Enviamos un mensaje a este correo. Su enlace sirve durante una hora. Allí elige usted su contraseña. Sin eso, no guardamos nada.',
      have: 'Ya tengo una cuenta: entrar',
    },
    sent: {
      title: 'Mire en su correo',
      text: [
        'Enviamos un mensaje a la dirección que escribió. Ábralo y presione el enlace.',
        '¿No llegó nada en cinco minutos? Mire en la carpeta de correo no deseado. Revise también que la dirección esté bien.',
      ],
      again: 'Escribir la dirección otra vez',
    },
    join: { title: 'Elija su contraseña', intro: 'Esta será la contraseña de', press: 'Crear mi cuenta' },
    reset: {
      title: 'Elija una contraseña nueva',
      intro: 'Se cerrará la sesión en todos sus dispositivos. Después entra con la contraseña nueva.',
      press: 'Guardar la contraseña nueva',
    },
    gone: {
      title: 'Este enlace ya no sirve',
      text: 'Los enlaces de nuestros mensajes sirven una sola vez y por poco tiempo. Si pidió dos, solo sirve el más nuevo.',
      join: 'Pedir un enlace nuevo',
      reset: 'Pedir un enlace nuevo',
    },
    signIn: {
      title: 'Entrar',
      stay: 'Mantener la sesión abierta en este dispositivo',
      stayHint: 'Dos semanas desde su última visita. Déjelo vacío si otras personas usan este dispositivo.',
      press: 'Entrar',
      forgot: 'Olvidé mi contraseña',
      none: 'Todavía no tengo cuenta',
      google: 'Entrar con Google',
      googleHint:
        'Usted pasa a una página de Google. Google nos dice su correo y sabe así que usted tiene una cuenta aquí. Si aún no la tiene, después elige una contraseña.',
    },
    forgot: {
      title: 'Elegir una contraseña nueva por correo',
      intro: 'Escriba el correo de su cuenta. Le enviamos un enlace que sirve durante 30 minutos.',
      press: 'Enviarme un enlace',
    },
    own: {
      title: 'Su cuenta',
      signedInAs: 'Su sesión está abierta como',
      holds: 'Su cuenta guarda su correo electrónico. No se guarda ningún informe en ella.',
      toReader: 'Leer un informe',
      signOut: 'Cerrar la sesión',
      devices: 'Dónde está abierta su sesión',
      devicesIntro: 'Si no reconoce alguno, cierre su sesión allí y cambie la contraseña.',
      thisDevice: 'Este dispositivo',
      unknownDevice: 'Un dispositivo que no conocemos',
      since: 'desde el',
      end: 'Cerrar esa sesión',
      endAll: 'Cerrar la sesión en todas partes',
      changePassword: 'Cambiar la contraseña',
      remove: 'Borrar la cuenta',
    },
    change: {
      title: 'Cambiar la contraseña',
      intro: 'Se cerrará la sesión en sus otros dispositivos. Le enviamos un mensaje para avisarle del cambio.',
      press: 'Cambiar la contraseña',
    },
    remove: {
      title: 'Borrar la cuenta',
      intro: [
        'Su correo, su contraseña y la lista de sus dispositivos se borran de inmediato. Nadie puede recuperarlos.',
        'Lo que su navegador guarda en este dispositivo se queda allí.',
      ],
      press: 'Borrar mi cuenta',
    },
    back: 'Volver a su cuenta',
  },
  zh: {
    link: '账户',
    wrongTitle: '请检查',
    notDone: '请检查以下内容',
    email: '您的电子邮箱',
    password: '您的密码',
    newPassword: '新密码',
    newPasswordHint: '至少8个字符，15个以上更安全。用四五个互不相关的词，容易记住。也可以让浏览器替您选一个。',
    currentPassword: '您现在的密码',
    faults: {
      emailWrong: '邮箱地址不完整。请写成name@example.org这样。',
      currentNone: '请输入您的密码。',
      currentWrong: '这不是您的密码，请重新输入。',
      codeNone: '请输入代码。',
      codeWrong: '这个代码不对，或者已经用过。请输入应用显示的下一个。',
      backupWrong: '这不是您的备用码，或者已经用过。',
      keyNameNone: '请写一个密钥名称。',
      keyNameLong: '名称太长。最多60个字符。',
      keyScopesNone: '请选择密钥可以做什么，至少一项。',
      keyEndsWrong: '日期应从今天起、在十年之内，例如2027-01-31。',
      passwordNone: '请设一个密码。',
      passwordShort: '密码太短，请至少用8个字符。',
      passwordLong: '密码太长，请不要超过256个字符。',
      passwordCommon: '很多人都用这个密码，很快就会被猜到。请换一个。',
      passwordOwn: '这个密码是您的邮箱或本站的名字，很快就会被猜到。请换一个。',
    },
    notices: {
      wrong: '邮箱和密码对不上，请重新输入。',
      tooMany: '短时间内尝试的次数太多。请过几分钟再试。',
      busy: '服务器此刻很忙，请一分钟后再试。',
      elsewhere: '这是从别的网站发来的，所以什么都没有做。如果是您本人的意思，请在这里操作。',
      failed: '我们这边出了问题，什么都没有做。请稍后再试。',
      away: '我们此刻读不到存下的资料。请等一分钟，看看是否已经完成；如果没有，请再试一次。',
      noStorage: '本站已经没有空间了，什么都没有保存。请稍后再试，或告诉管理本站的人。',
      again: '内容太多，我们无法接收。请重新填写。',
      googleNo: 'Google没有确认您的身份，什么都没有做。请再试一次，或使用密码。',
      googleOther: 'Google无法向我们证明这个邮箱是您的。请用密码登录，或通过邮件注册账户。',
      keysFull: '您的密钥数量已满。请先作废一个不需要的，再生成新的。',
      passkeyNot: '这个通行密钥没有打开账户。请再试一次，或使用密码。',
      payFailed: '无法打开付款页面。没有付款。请您过几分钟再试。',
      offerGone: '这一项已经不再提供。没有付款。请您从下面的列表中选择。',
      passkeyLate: '创建通行密钥只在十分钟内有效，而且只有一次。请重新开始。',
      late: '用代码登录只在十分钟内有效，而且只有一次。请重新开始。',
      codesWait: '错误的代码太多了。应用的代码现在要等一会儿，每错一次等得更久，最长一天。备用码可以立即使用。',
    },
    done: {
      'signed-out': '您已在这台设备上退出登录。',
      ended: '那台设备已退出登录。',
      'ended-all': '您已在所有设备上退出登录。',
      'new-password': '新密码已设好。所有设备都已退出登录，请用新密码登录。',
      changed: '密码已更改。您的其他设备已退出登录。',
      joined: '您的账户已经建好，您已登录。',
      deleted: '您的账户和其中的一切都已删除。',
      'step-off': '第二步已关闭，只凭密码就能打开您的账户。',
      'kept-for': '您的选择已保存。',
      'reports-deleted': '您账户里的全部报告和密钥都已删除。',
      'key-ended': '那个密钥已作废，不能再用。',
      'passkey-made': '您的通行密钥已创建。从现在起您可以用它登录。',
      'passkey-removed': '那个通行密钥已移除，不能再用。',
      paid: '谢谢您。付款已收到，点数已到账。',
    },
    signUp: {
      title: '注册账户',
      intro: ['阅读报告不需要账户。', '账户里只保存您的电子邮箱，不保存任何报告。'],
      press: '给我发一个链接',
      kept: '我们会向这个邮箱发一封邮件，其中的链接一小时内有效。您在那里设密码。如果不设，我们什么都不保存。',
      have: '我已有账户：登录',
    },
    sent: {
      title: '请查看您的邮箱',
      text: [
        '我们已向您填写的邮箱发了一封邮件。请打开邮件，点其中的链接。',
        '五分钟后还没收到？请看看垃圾邮件文件夹，也请检查邮箱地址是否写对。',
      ],
      again: '重新填写邮箱',
    },
    join: { title: '设置您的密码', intro: '这将是以下账户的密码：', press: '建立我的账户' },
    reset: {
      title: '设置新密码',
      intro: '您的所有设备都会退出登录，然后您用新密码登录。',
      press: '保存新密码',
    },
    gone: {
      title: '这个链接已经失效',
      text: '我们邮件里的链接只能用一次，而且时间不长。如果您申请了两次，只有最新的那个有效。',
      join: '申请新的链接',
      reset: '申请新的链接',
    },
    signIn: {
      title: '登录',
      stay: '在这台设备上保持登录',
      stayHint: '从您最后一次访问起保持两周。如果别人也用这台设备，请不要勾选。',
      press: '登录',
      forgot: '我忘了密码',
      none: '我还没有账户',
      google: '用Google登录',
      googleHint:
        '您会前往Google的页面。Google会告诉我们您的邮箱，也会知道您在这里有账户。如果您还没有账户，接下来设一个密码。',
    },
    forgot: {
      title: '通过邮件设置新密码',
      intro: '请填写您账户的邮箱。我们会发给您一个30分钟内有效的链接。',
      press: '给我发一个链接',
    },
    own: {
      title: '您的账户',
      signedInAs: '您已登录：',
      holds: '账户里只保存您的电子邮箱，不保存任何报告。',
      toReader: '阅读报告',
      signOut: '退出登录',
      devices: '您在哪些设备上登录',
      devicesIntro: '如果有您不认识的设备，请让它退出登录，并更改密码。',
      thisDevice: '这台设备',
      unknownDevice: '一台我们不认识的设备',
      since: '登录时间：',
      end: '让它退出登录',
      endAll: '在所有设备上退出登录',
      changePassword: '更改密码',
      remove: '删除账户',
    },
    change: {
      title: '更改密码',
      intro: '您的其他设备会退出登录。我们会发邮件告诉您密码已更改。',
      press: '更改密码',
    },
    remove: {
      title: '删除账户',
      intro: ['您的邮箱、密码和设备列表会立即删除，谁也无法恢复。', '您的浏览器保存在这台设备上的内容会留在那里。'],
      press: '删除我的账户',
    },
    back: '返回您的账户',
  },
};
