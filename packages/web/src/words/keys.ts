/** Words of the page of keys for programs, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';

/** What a key can be allowed: explanations for people, what programs make of reports, texts without names, and reports put into the account. */
export const KEY_SCOPES = ['explain', 'read', 'deidentify', 'save'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export interface KeyWords {
  /** at the account: leads to the page */
  readonly link: (count: number) => string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly toApi: string;
  readonly own: string;
  readonly none: string;
  /** before a day */
  readonly madeOn: string;
  readonly usedOn: string;
  readonly neverUsed: string;
  readonly endsOn: string;
  readonly noEnd: string;
  readonly ended: string;
  readonly allowed: string;
  readonly revoke: string;
  readonly revokeHint: string;
  readonly make: {
    readonly title: string;
    readonly name: string;
    readonly nameHint: string;
    readonly scopes: string;
    readonly ends: string;
    readonly endsHint: string;
    readonly press: string;
  };
  readonly scopes: Readonly<Record<KeyScope, string>>;
  readonly full: (most: number) => string;
  /** beside what goes with the account */
  readonly goToo: string;
  /** shown once */
  readonly made: {
    readonly title: string;
    readonly done: string;
    readonly once: string;
    readonly keep: string;
    readonly send: string;
    readonly back: string;
  };
}

export const KEY_WORDS: Readonly<Record<Language, KeyWords>> = {
  en: {
    link: (count) => (count === 0 ? 'Keys for programs: none' : `Keys for programs: ${count}`),
    title: 'Keys for programs',
    intro: [
      'You need a key only if a program of yours is to send reports to this server. To read a report here, you need none.',
      'Whoever has a key can do with it what you allow below, in your name. A key opens no saved report and not your account.',
    ],
    toApi: 'What programs can do here',
    own: 'Your keys',
    none: 'You have no keys.',
    madeOn: 'Made on',
    usedOn: 'Last used on',
    neverUsed: 'Never used',
    endsOn: 'Good until',
    noEnd: 'Good until you end it',
    ended: 'Its time is over: it opens nothing any more.',
    allowed: 'May:',
    revoke: 'End this key',
    revokeHint:
      'A key that you end is good no longer at once. If you do not know a key, end it and change your password.',
    make: {
      title: 'Make a key',
      name: 'Name of the key',
      nameHint: 'So that you know it again, such as “Letters at the front desk”. Write no name of a patient.',
      scopes: 'What it may do',
      ends: 'Last day (you can leave this empty)',
      endsHint: 'After that day the key is good no longer.',
      press: 'Make the key',
    },
    scopes: {
      explain: 'Explain reports',
      read: 'Read reports, take out their text, compare them',
      deidentify: 'Take names and numbers out of reports',
      save: 'Save reports in your account (not open them)',
    },
    full: (most) => `You have ${most} keys, and there is room for no more. End one that you do not need.`,
    goToo: 'Your keys for programs are good no longer then.',
    made: {
      title: 'Your new key',
      done: 'The key is made.',
      once: 'Copy it now. We keep only its fingerprint and cannot show it again.',
      keep: 'Keep it like a password: not in a mail, not in a program’s text, not in an address.',
      send: 'A program sends it with each request, in this line:',
      back: 'I have it: back to your keys',
    },
  },
  es: {
    link: (count) => (count === 0 ? 'Claves para programas: ninguna' : `Claves para programas: ${count}`),
    title: 'Claves para programas',
    intro: [
      'Usted necesita una clave solo si un programa suyo debe enviar informes a este servidor. Para leer un informe aquí no necesita ninguna.',
      'Quien tenga una clave puede hacer con ella, en nombre de usted, lo que permita abajo. Una clave no abre ningún informe guardado ni su cuenta.',
    ],
    toApi: 'Qué pueden hacer los programas aquí',
    own: 'Sus claves',
    none: 'No tiene ninguna clave.',
    madeOn: 'Creada el',
    usedOn: 'Usada por última vez el',
    neverUsed: 'Nunca usada',
    endsOn: 'Sirve hasta el',
    noEnd: 'Sirve hasta que usted la anule',
    ended: 'Su tiempo terminó: ya no abre nada.',
    allowed: 'Puede:',
    revoke: 'Anular esta clave',
    revokeHint:
      'Una clave que usted anula deja de servir enseguida. Si no reconoce una clave, anúlela y cambie su contraseña.',
    make: {
      title: 'Crear una clave',
      name: 'Nombre de la clave',
      nameHint: 'Para reconocerla, por ejemplo «Cartas de la recepción». No escriba el nombre de un paciente.',
      scopes: 'Qué puede hacer',
      ends: 'Último día (puede dejarlo vacío)',
      endsHint: 'Después de ese día la clave ya no sirve.',
      press: 'Crear la clave',
    },
    scopes: {
      explain: 'Explicar informes',
      read: 'Leer informes, sacar su texto y compararlos',
      deidentify: 'Quitar nombres y números de los informes',
      save: 'Guardar informes en su cuenta (no abrirlos)',
    },
    full: (most) => `Usted tiene ${most} claves y no hay sitio para más. Anule una que no necesite.`,
    goToo: 'Sus claves para programas dejan de servir entonces.',
    made: {
      title: 'Su clave nueva',
      done: 'La clave está creada.',
      once: 'Cópiela ahora. Guardamos solo su huella y no podemos mostrarla otra vez.',
      keep: 'Guárdela como una contraseña: no en un correo, no en el texto de un programa, no en una dirección.',
      send: 'Un programa la envía con cada petición, en esta línea:',
      back: 'Ya la tengo: volver a sus claves',
    },
  },
  zh: {
    link: (count) => (count === 0 ? '程序密钥：无' : `程序密钥：${count}个`),
    title: '程序密钥',
    intro: [
      '只有当您的程序要向这台服务器发送报告时，您才需要密钥。在这里阅读报告不需要密钥。',
      '拿到密钥的人可以用您的名义做您在下面允许的事。密钥打不开已保存的报告，也打不开您的账户。',
    ],
    toApi: '程序在这里能做什么',
    own: '您的密钥',
    none: '您没有密钥。',
    madeOn: '生成日期：',
    usedOn: '最近使用日期：',
    neverUsed: '从未使用',
    endsOn: '有效期至：',
    noEnd: '一直有效，直到您作废它',
    ended: '已过期：不能再用。',
    allowed: '可以：',
    revoke: '作废这个密钥',
    revokeHint: '作废的密钥立即失效。如果有您不认识的密钥，请作废它并更改密码。',
    make: {
      title: '生成密钥',
      name: '密钥名称',
      nameHint: '便于您辨认，例如“前台信件”。请不要写患者姓名。',
      scopes: '它可以做什么',
      ends: '最后一天（可以不填）',
      endsHint: '过了这一天，密钥就失效。',
      press: '生成密钥',
    },
    scopes: {
      explain: '解释报告',
      read: '读取报告、提取文字、比较报告',
      deidentify: '去除报告中的姓名和号码',
      save: '把报告存入您的账户（不能打开）',
    },
    full: (most) => `您已有${most}个密钥，不能再多。请作废一个不需要的密钥。`,
    goToo: '您的程序密钥也会随之失效。',
    made: {
      title: '您的新密钥',
      done: '密钥已生成。',
      once: '请现在复制。我们只保存它的指纹，无法再次显示。',
      keep: '请像密码一样保管：不要写进邮件、程序代码或网址。',
      send: '程序在每次请求中用这一行发送：',
      back: '我已保存：返回您的密钥',
    },
  },
};

/** What a key can be allowed on a site: where nothing can be saved, no key may. */
export const scopesOf = (hasSaving: boolean): readonly KeyScope[] =>
  KEY_SCOPES.filter((scope) => scope !== 'save' || hasSaving);
