/** Words of the second step at sign-in, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';

export interface SecondStepWords {
  /** at the account: leads to its page */
  readonly link: { readonly on: string; readonly off: string };
  readonly title: string;
  /** what it is, before it is set up */
  readonly intro: readonly string[];
  readonly begin: string;
  /** while it is on */
  readonly onSince: string;
  readonly codesLeft: (count: number) => string;
  readonly fewLeft: string;
  readonly newPhone: string;
  readonly toCodes: string;
  readonly toOff: string;
  readonly connect: {
    readonly title: string;
    readonly add: string;
    readonly scan: string;
    readonly picture: string;
    readonly open: string;
    readonly type: string;
    readonly kind: string;
    readonly write: string;
    readonly good: string;
    readonly press: string;
    readonly gone: string;
  };
  readonly codes: {
    readonly title: string;
    readonly isOn: string;
    readonly others: string;
    readonly renewed: string;
    readonly use: string;
    readonly keep: string;
    readonly lost: string;
    readonly done: string;
  };
  readonly renew: { readonly title: string; readonly intro: string; readonly press: string };
  readonly off: { readonly title: string; readonly intro: string; readonly press: string };
  /** after the password */
  readonly owed: {
    readonly title: string;
    readonly intro: string;
    readonly press: string;
    readonly noPhone: string;
    readonly backup: string;
    readonly backupPress: string;
    readonly neither: string;
    readonly write: string;
    readonly again: string;
  };
  /** label of the field */
  readonly code: string;
  readonly backupCode: string;
  /** either of the two */
  readonly anyCode: string;
}

export const SECOND_STEP_WORDS: Readonly<Record<Language, SecondStepWords>> = {
  en: {
    link: { on: 'Second step at sign-in: on', off: 'Second step at sign-in: off' },
    title: 'A second step at sign-in',
    intro: [
      'With a second step, your password alone does not open your account. You also write a 6-digit code that an app on your phone shows. It changes every half minute.',
      'You need such an app. It is called an authenticator. Google Authenticator, Microsoft Authenticator, Aegis and the Passwords app of an iPhone all work. It needs no network, and we learn nothing from it.',
      'You also get ten backup codes on paper, for the day when you do not have your phone. If you lose both, only the people who run this site can help. They must be sure that it is you.',
    ],
    begin: 'Begin',
    onSince: 'The second step is on since',
    codesLeft: (count) =>
      count === 0
        ? 'You have no backup code left.'
        : count === 1
          ? 'You have one backup code left.'
          : `You have ${count} backup codes left.`,
    fewLeft: 'Make new ones, so that you can get in without your phone.',
    newPhone: 'You have a new phone? Switch the second step off. Then set it up again with the new one.',
    toCodes: 'Make new backup codes',
    toOff: 'Switch the second step off',
    connect: {
      title: 'Connect your app',
      add: 'Open the app on your phone. Choose to add an account.',
      scan: 'Point your phone at this picture.',
      picture: 'The key of your app as a picture',
      open: 'You read this on that phone? Open it in the app',
      type: 'Or type this key into the app:',
      kind: 'If the app asks: the key is based on time.',
      write: 'Write the 6-digit code that the app shows now.',
      good: 'This key waits for half an hour. Do not show it to anybody.',
      press: 'Switch it on',
      gone: 'This key is good no longer. Please begin again.',
    },
    codes: {
      title: 'Your backup codes for ReadingScan',
      isOn: 'The second step is on.',
      others: 'Your other devices were signed out.',
      renewed: 'These are your new codes. The old ones are good no longer.',
      use: 'Each code lets you in once, in place of a code of the app.',
      keep: 'Print this page or write the codes down now. We cannot show them again. Keep them with your important papers, not on the phone.',
      lost: 'If you lose the phone and the codes, only the people who run this site can help.',
      done: 'I have them: back to your account',
    },
    renew: {
      title: 'Make new backup codes',
      intro: 'You get ten new codes. The old ones are good no longer.',
      press: 'Make new codes',
    },
    off: {
      title: 'Switch the second step off',
      intro:
        'After this your password alone opens your account. Your backup codes are deleted. We send a mail to tell you.',
      press: 'Switch it off',
    },
    owed: {
      title: 'Now the second step',
      intro: 'Write the 6-digit code that the app on your phone shows for ReadingScan.',
      press: 'Sign in',
      noPhone: 'I do not have my phone',
      backup: 'Write one of your backup codes. Each lets you in once.',
      backupPress: 'Sign in with the backup code',
      neither:
        'You do not have these codes either? Then only the people who run this site can help. They must be sure that it is you, and that can take some days.',
      write: 'Write to them',
      again: 'Begin again',
    },
    code: '6-digit code of the app',
    backupCode: 'Backup code',
    anyCode: '6-digit code of the app, or a backup code',
  },
  es: {
    link: { on: 'Segundo paso al entrar: activado', off: 'Segundo paso al entrar: desactivado' },
    title: 'Un segundo paso al entrar',
    intro: [
      'Con un segundo paso, su contraseña sola no abre su cuenta. Usted escribe además un código de 6 cifras que muestra una aplicación de su teléfono. Cambia cada medio minuto.',
      'Necesita una aplicación así. Se llama autenticador. Sirven Google Authenticator, Microsoft Authenticator, Aegis y la aplicación Contraseñas del iPhone. No necesita red, y nosotros no sabemos nada por ella.',
      'Recibe también diez códigos de reserva en papel, para el día en que no tenga su teléfono. Si pierde las dos cosas, solo puede ayudarle quien lleva este sitio. Tiene que estar seguro de que es usted.',
    ],
    begin: 'Empezar',
    onSince: 'El segundo paso está activado desde el',
    codesLeft: (count) =>
      count === 0
        ? 'No le queda ningún código de reserva.'
        : count === 1
          ? 'Le queda un código de reserva.'
          : `Le quedan ${count} códigos de reserva.`,
    fewLeft: 'Pida códigos nuevos, para poder entrar sin su teléfono.',
    newPhone: '¿Tiene un teléfono nuevo? Desactive el segundo paso. Después actívelo otra vez con el nuevo.',
    toCodes: 'Pedir códigos de reserva nuevos',
    toOff: 'Desactivar el segundo paso',
    connect: {
      title: 'Conecte su aplicación',
      add: 'Abra la aplicación en su teléfono. Elija añadir una cuenta.',
      scan: 'Apunte con el teléfono a esta imagen.',
      picture: 'La clave de su aplicación como imagen',
      open: '¿Lee esto en ese mismo teléfono? Ábralo en la aplicación',
      type: 'O escriba esta clave en la aplicación:',
      kind: 'Si la aplicación pregunta: la clave se basa en la hora.',
      write: 'Escriba el código de 6 cifras que la aplicación muestra ahora.',
      good: 'Esta clave espera media hora. No se la muestre a nadie.',
      press: 'Activar',
      gone: 'Esta clave ya no sirve. Por favor, empiece otra vez.',
    },
    codes: {
      title: 'Sus códigos de reserva de ReadingScan',
      isOn: 'El segundo paso está activado.',
      others: 'Se cerró la sesión en sus otros dispositivos.',
      renewed: 'Estos son sus códigos nuevos. Los anteriores ya no sirven.',
      use: 'Con cada uno entra una vez, en lugar del código de la aplicación.',
      keep: 'Imprima esta página o apunte los códigos ahora. No podemos mostrarlos otra vez. Guárdelos con sus papeles importantes, no en el teléfono.',
      lost: 'Si pierde el teléfono y los códigos, solo puede ayudarle quien lleva este sitio.',
      done: 'Ya los tengo: volver a su cuenta',
    },
    renew: {
      title: 'Pedir códigos de reserva nuevos',
      intro: 'Recibe diez códigos nuevos. Los anteriores ya no sirven.',
      press: 'Pedir códigos nuevos',
    },
    off: {
      title: 'Desactivar el segundo paso',
      intro:
        'Después, su contraseña sola abre su cuenta. Sus códigos de reserva se borran. Le enviamos un mensaje para avisarle.',
      press: 'Desactivar',
    },
    owed: {
      title: 'Ahora, el segundo paso',
      intro: 'Escriba el código de 6 cifras que la aplicación de su teléfono muestra para ReadingScan.',
      press: 'Entrar',
      noPhone: 'No tengo mi teléfono',
      backup: 'Escriba uno de sus códigos de reserva. Con cada uno entra una vez.',
      backupPress: 'Entrar con el código de reserva',
      neither:
        '¿Tampoco tiene esos códigos? Entonces solo puede ayudarle quien lleva este sitio. Tiene que estar seguro de que es usted, y eso puede tardar unos días.',
      write: 'Escribirle',
      again: 'Empezar otra vez',
    },
    code: 'Código de 6 cifras de la aplicación',
    backupCode: 'Código de reserva',
    anyCode: 'Código de 6 cifras de la aplicación, o un código de reserva',
  },
  zh: {
    link: { on: '登录第二步：已开启', off: '登录第二步：未开启' },
    title: '登录时的第二步',
    intro: [
      '开启第二步后，只凭密码打不开您的账户。您还要输入手机应用上显示的六位数字。数字每半分钟更换一次。',
      '您需要一个这样的应用，叫作“身份验证器”。Google Authenticator、Microsoft Authenticator、Aegis和iPhone自带的“密码”应用都可以用。它不需要网络，我们也不会通过它得知任何事情。',
      '您还会得到十个备用码，请记在纸上，手机不在身边时使用。如果两样都丢了，只有本站的运营者能帮您，而他们必须先确认是您本人。',
    ],
    begin: '开始',
    onSince: '第二步的开启时间：',
    codesLeft: (count) => (count === 0 ? '您的备用码已经用完。' : `您还有${count}个备用码。`),
    fewLeft: '请生成新的备用码，这样手机不在身边时也能登录。',
    newPhone: '换了新手机？请先关闭第二步，再用新手机重新设置。',
    toCodes: '生成新的备用码',
    toOff: '关闭第二步',
    connect: {
      title: '连接您的应用',
      add: '打开手机上的应用，选择添加账户。',
      scan: '用手机对准这张图。',
      picture: '以图片显示的应用密钥',
      open: '正在这部手机上阅读？在应用中打开',
      type: '或者把这个密钥输入应用：',
      kind: '如果应用询问：密钥基于时间。',
      write: '输入应用现在显示的六位数字。',
      good: '这个密钥半小时内有效。请不要让别人看到。',
      press: '开启',
      gone: '这个密钥已经失效，请重新开始。',
    },
    codes: {
      title: '您的ReadingScan备用码',
      isOn: '第二步已开启。',
      others: '您的其他设备已退出登录。',
      renewed: '这些是您的新备用码，旧的已经失效。',
      use: '每个备用码可以代替应用的六位数字，登录一次。',
      keep: '请现在就打印本页，或把备用码抄下来。我们无法再次显示。请和重要文件放在一起，不要存在手机里。',
      lost: '如果手机和备用码都丢了，只有本站的运营者能帮您。',
      done: '我已保存：返回您的账户',
    },
    renew: {
      title: '生成新的备用码',
      intro: '您会得到十个新的备用码，旧的随即失效。',
      press: '生成新的备用码',
    },
    off: {
      title: '关闭第二步',
      intro: '关闭后，只凭密码就能打开您的账户。您的备用码会被删除。我们会发邮件告诉您。',
      press: '关闭',
    },
    owed: {
      title: '现在是第二步',
      intro: '请输入手机应用为ReadingScan显示的六位数字。',
      press: '登录',
      noPhone: '我的手机不在身边',
      backup: '请输入一个备用码。每个可以登录一次。',
      backupPress: '用备用码登录',
      neither: '备用码也没有？那么只有本站的运营者能帮您。他们必须先确认是您本人，可能需要几天。',
      write: '给他们写信',
      again: '重新开始',
    },
    code: '应用的六位数字',
    backupCode: '备用码',
    anyCode: '应用的六位数字，或一个备用码',
  },
};
