/** Words of an account's pages about saved reports, in the three languages side by side. They are said only where the operator lets reports be saved. */
import type { Language } from '@readingscan/reader/languages';

/** What happened, as it is called in the account's trail. */
export const SAVED_EVENTS = [
  'signed-in',
  'password-changed',
  'device-ended',
  'all-ended',
  'step-on',
  'step-off',
  'key-made',
  'key-ended',
  'passkey-made',
  'passkey-removed',
  'saved',
  'read',
  'changed',
  'removed',
  'removed-all',
  'taken-out',
  'brought-in',
  'keep-years',
  'run-out',
  'link-made',
  'link-ended',
  'job-made',
  'job-taken',
  'job-removed',
  'credits-bought',
  'credits-returned',
] as const;
export type SavedEvent = (typeof SAVED_EVENTS)[number];

export interface SavedWords {
  /** instead of what an account holds without them */
  readonly holds: string;
  readonly signUp: string;
  readonly heading: string;
  readonly none: string;
  readonly size: (reports: number, megabytes: string) => string;
  readonly room: (reports: number, megabytes: number) => string;
  readonly how: string;
  readonly toReports: string;
  readonly takeOut: string;
  readonly keep: {
    readonly legend: string;
    readonly hint: string;
    readonly never: string;
    readonly years: (years: number) => string;
    readonly press: string;
  };
  readonly removal: {
    readonly title: string;
    readonly intro: readonly string[];
    readonly press: string;
  };
  /** beside what goes with the account */
  readonly goesToo: string;
  readonly trail: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly newest: (shown: number, all: number) => string;
    readonly torn: string;
    readonly byItself: string;
    readonly byKey: string;
    readonly unknown: string;
    readonly events: Readonly<Record<SavedEvent, (count: number) => string>>;
    /** an event of a newer program */
    readonly other: string;
  };
}

export const SAVED_WORDS: Readonly<Record<Language, SavedWords>> = {
  en: {
    holds: 'Your account holds your email address, and the reports that you save in it.',
    signUp: 'An account holds your email address. A report is stored in it only if you save it there.',
    heading: 'Your saved reports',
    none: 'No report is saved in your account.',
    size: (reports, megabytes) =>
      `${reports === 1 ? 'One report is' : `${reports} reports are`} saved in your account (${megabytes} MB).`,
    room: (reports, megabytes) => `There is room for ${reports} reports and ${megabytes} MB.`,
    how: 'Each one is encrypted on this server. Whoever runs the server holds the key.',
    toReports: 'Open your reports',
    takeOut: 'Save a copy of all as one file',
    keep: {
      legend: 'How long to keep them',
      hint: 'Counted from the day you saved a report. What is older is deleted within an hour, and cannot be brought back.',
      never: 'Until I delete them',
      years: (years) => (years === 1 ? 'One year' : `${years} years`),
      press: 'Save this choice',
    },
    removal: {
      title: 'Delete all saved reports',
      intro: [
        'All reports in your account, their photos and their keys will be deleted at once. Links that you shared end. Nobody can bring them back.',
        'What your browser keeps on this device stays there. Your clinic still has the reports themselves.',
      ],
      press: 'Delete all my saved reports',
    },
    goesToo: 'The reports that you saved in it are deleted too, and links that you shared end.',
    trail: {
      heading: 'What happened in your account',
      intro: 'If you do not know something here, change your password. No word of a report stands in this list.',
      none: 'Nothing yet.',
      newest: (shown, all) => `The newest ${shown} of ${all} lines.`,
      torn: 'Some of this list is missing or was changed. Please tell whoever runs this site.',
      byItself: 'by itself',
      byKey: 'by a program with a key',
      unknown: 'a device we do not know',
      events: {
        'signed-in': () => 'Somebody signed in',
        'password-changed': () => 'The password was changed',
        'device-ended': () => 'A device was signed out',
        'all-ended': () => 'All devices were signed out',
        'step-on': () => 'The second step was switched on',
        'step-off': () => 'The second step was switched off',
        'key-made': () => 'A key for programs was made',
        'key-ended': () => 'A key for programs was ended',
        'passkey-made': () => 'A passkey was made',
        'passkey-removed': () => 'A passkey was removed',
        saved: (count) => (count === 1 ? 'A report was saved' : `${count} reports were saved`),
        read: () => 'Saved reports were opened',
        changed: () => 'Tags of a report, or whose it is, were changed',
        removed: () => 'A report was deleted',
        'removed-all': (count) =>
          count === 1 ? 'The one saved report was deleted' : `All ${count} reports were deleted`,
        'taken-out': (count) => (count === 1 ? 'A copy of one report was made' : `A copy of ${count} reports was made`),
        'brought-in': (count) =>
          count === 1 ? 'One report was brought in from a file' : `${count} reports were brought in from a file`,
        'keep-years': (years) =>
          years === 0
            ? 'You chose to keep reports until you delete them'
            : `You chose to keep reports for ${years === 1 ? 'one year' : `${years} years`}`,
        'run-out': (count) =>
          count === 1
            ? 'A report was deleted, as its time was over'
            : `${count} reports were deleted, as their time was over`,
        'link-made': (days) => `A link to a report was made, for ${days === 1 ? 'one day' : `${days} days`}`,
        'link-ended': () => 'A link to a report was ended',
        'job-made': (count) =>
          count === 1 ? 'One report was left to be read' : `${count} reports were left to be read`,
        'job-taken': () => 'What was read was fetched',
        'job-removed': (count) =>
          count === 1
            ? 'A report that was left to be read was deleted'
            : `${count} reports that were left to be read were deleted`,
        'credits-bought': (count) => `${count} credits were bought`,
        'credits-returned': (count) => `A payment went back or came back, and ${count} credits with it`,
      },
      other: 'Something else was done',
    },
  },
  es: {
    holds: 'Su cuenta guarda su correo electrónico y los informes que usted guarde en ella.',
    signUp: 'Una cuenta guarda su correo electrónico. Un informe se guarda en ella solo si usted lo guarda ahí.',
    heading: 'Sus informes guardados',
    none: 'No hay ningún informe guardado en su cuenta.',
    size: (reports, megabytes) =>
      `${reports === 1 ? 'Hay un informe guardado' : `Hay ${reports} informes guardados`} en su cuenta (${megabytes} MB).`,
    room: (reports, megabytes) => `Hay sitio para ${reports} informes y ${megabytes} MB.`,
    how: 'Cada uno está cifrado en este servidor. Quien lleva el servidor tiene la clave.',
    toReports: 'Abrir sus informes',
    takeOut: 'Guardar una copia de todo en un archivo',
    keep: {
      legend: 'Cuánto tiempo guardarlos',
      hint: 'Se cuenta desde el día en que guardó un informe. Lo que es más antiguo se borra en una hora y no se puede recuperar.',
      never: 'Hasta que yo los borre',
      years: (years) => (years === 1 ? 'Un año' : `${years} años`),
      press: 'Guardar esta elección',
    },
    removal: {
      title: 'Borrar todos los informes guardados',
      intro: [
        'Todos los informes de su cuenta, sus fotos y sus claves se borrarán enseguida, y los enlaces que compartió terminan. Nadie podrá recuperarlos.',
        'Lo que su navegador guarda en este dispositivo se queda ahí. Su clínica sigue teniendo los informes.',
      ],
      press: 'Borrar todos mis informes guardados',
    },
    goesToo: 'También se borran los informes que usted guardó en ella, y terminan los enlaces que compartió.',
    trail: {
      heading: 'Qué ha pasado en su cuenta',
      intro: 'Si no reconoce algo de aquí, cambie su contraseña. En esta lista no hay ninguna palabra de un informe.',
      none: 'Nada todavía.',
      newest: (shown, all) => `Las ${shown} líneas más nuevas de ${all}.`,
      torn: 'Falta o se cambió algo de esta lista. Por favor, avise a quien lleva este sitio.',
      byItself: 'de forma automática',
      byKey: 'por un programa con una clave',
      unknown: 'un dispositivo que no conocemos',
      events: {
        'signed-in': () => 'Alguien inició sesión',
        'password-changed': () => 'Se cambió la contraseña',
        'device-ended': () => 'Se cerró la sesión de un dispositivo',
        'all-ended': () => 'Se cerraron todas las sesiones',
        'step-on': () => 'Se activó el segundo paso',
        'step-off': () => 'Se desactivó el segundo paso',
        'key-made': () => 'Se creó una clave para programas',
        'key-ended': () => 'Se anuló una clave para programas',
        'passkey-made': () => 'Se creó una llave de acceso',
        'passkey-removed': () => 'Se quitó una llave de acceso',
        saved: (count) => (count === 1 ? 'Se guardó un informe' : `Se guardaron ${count} informes`),
        read: () => 'Se abrieron informes guardados',
        changed: () => 'Se cambiaron las etiquetas de un informe o de quién es',
        removed: () => 'Se borró un informe',
        'removed-all': (count) => (count === 1 ? 'Se borró el único informe' : `Se borraron los ${count} informes`),
        'taken-out': (count) =>
          count === 1 ? 'Se hizo una copia de un informe' : `Se hizo una copia de ${count} informes`,
        'brought-in': (count) =>
          count === 1 ? 'Se trajo un informe de un archivo' : `Se trajeron ${count} informes de un archivo`,
        'keep-years': (years) =>
          years === 0
            ? 'Usted eligió guardar los informes hasta que los borre'
            : `Usted eligió guardar los informes ${years === 1 ? 'un año' : `${years} años`}`,
        'run-out': (count) =>
          count === 1
            ? 'Se borró un informe porque terminó su tiempo'
            : `Se borraron ${count} informes porque terminó su tiempo`,
        'link-made': (days) => `Se creó un enlace a un informe, por ${days === 1 ? 'un día' : `${days} días`}`,
        'link-ended': () => 'Se anuló un enlace a un informe',
        'job-made': (count) =>
          count === 1 ? 'Se dejó un informe para leer' : `Se dejaron ${count} informes para leer`,
        'job-taken': () => 'Se recogió lo que se había leído',
        'job-removed': (count) =>
          count === 1 ? 'Se borró un informe dejado para leer' : `Se borraron ${count} informes dejados para leer`,
        'credits-bought': (count) => `Se compraron ${count} créditos`,
        'credits-returned': (count) => `Un pago se devolvió o volvió, y con él ${count} créditos`,
      },
      other: 'Se hizo otra cosa',
    },
  },
  zh: {
    holds: '账户里保存您的电子邮箱，以及您存进账户的报告。',
    signUp: '账户里保存您的电子邮箱。只有您自己存进去的报告才会保存在账户里。',
    heading: '您存在账户里的报告',
    none: '您的账户里没有报告。',
    size: (reports, megabytes) => `您的账户里存有${reports}份报告（${megabytes} MB）。`,
    room: (reports, megabytes) => `最多可存${reports}份报告、${megabytes} MB。`,
    how: '每份报告都在这台服务器上加密保存。密钥在服务器的运营者手里。',
    toReports: '打开您的报告',
    takeOut: '把全部报告存成一个文件',
    keep: {
      legend: '保存多久',
      hint: '从您存入报告的那天算起。到期的报告会在一小时内删除，无法恢复。',
      never: '一直保存，直到我删除',
      years: (years) => `${years}年`,
      press: '保存这个选择',
    },
    removal: {
      title: '删除账户里的全部报告',
      intro: [
        '您账户里的全部报告、照片和密钥会立即删除，您分享的链接也会作废，谁也无法恢复。',
        '您的浏览器保存在这台设备上的内容会留在那里。您的医院仍有报告原件。',
      ],
      press: '删除我账户里的全部报告',
    },
    goesToo: '您存在账户里的报告也会一起删除，您分享的链接也会作废。',
    trail: {
      heading: '您的账户里发生过什么',
      intro: '如果其中有您不认识的事，请更改密码。这份清单里没有报告中的任何文字。',
      none: '还没有。',
      newest: (shown, all) => `共${all}条，以下是最新的${shown}条。`,
      torn: '这份清单有缺失或被改动过。请告诉本站的运营者。',
      byItself: '自动',
      byKey: '程序凭密钥',
      unknown: '一台我们不认识的设备',
      events: {
        'signed-in': () => '有人登录',
        'password-changed': () => '更改了密码',
        'device-ended': () => '让一台设备退出了登录',
        'all-ended': () => '让所有设备退出了登录',
        'step-on': () => '开启了第二步',
        'step-off': () => '关闭了第二步',
        'key-made': () => '生成了一个程序密钥',
        'key-ended': () => '作废了一个程序密钥',
        'passkey-made': () => '创建了通行密钥',
        'passkey-removed': () => '移除了通行密钥',
        saved: (count) => `存入了${count}份报告`,
        read: () => '打开过已存的报告',
        changed: () => '更改了报告的标签或归属',
        removed: () => '删除了一份报告',
        'removed-all': (count) => `删除了全部${count}份报告`,
        'taken-out': (count) => `把${count}份报告存成了文件`,
        'brought-in': (count) => `从文件中导入了${count}份报告`,
        'keep-years': (years) => (years === 0 ? '您选择一直保存报告，直到您删除' : `您选择把报告保存${years}年`),
        'run-out': (count) => `${count}份报告到期，已删除`,
        'link-made': (days) => `生成了一个报告链接，保留${days}天`,
        'link-ended': () => '作废了一个报告链接',
        'job-made': (count) => `交来${count}份报告等待读取`,
        'job-taken': () => '取走了读取的结果',
        'job-removed': (count) => `删除了${count}份交来等待读取的报告`,
        'credits-bought': (count) => `购买了${count}点`,
        'credits-returned': (count) => `一笔付款退回或恢复，涉及${count}点`,
      },
      other: '做了别的操作',
    },
  },
};
