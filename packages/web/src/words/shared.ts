/** Words of the page that a link leads to, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';

/** Why nothing can be shown. */
export type SharedFault =
  /** a part of the link is missing */
  | 'cut'
  /** it ended, or was ended, or never was: nobody is told which */
  | 'gone'
  /** the key does not open it, or what is sealed was changed */
  | 'key'
  | 'offline'
  | 'busy'
  | 'server';

export interface SharedWords {
  readonly title: string;
  readonly description: string;
  readonly opening: string;
  readonly noScript: string;
  /** what it is, above the result */
  readonly what: string;
  readonly forName: (name: string) => string;
  readonly forYou: string;
  readonly ends: (when: string) => string;
  readonly program: string;
  readonly withReport: string;
  readonly withoutReport: string;
  /** whom the sentences speak to */
  readonly you: string;
  readonly keepClose: string;
  /** in place of a sentence that is not part of the link */
  readonly cut: string;
  readonly cutHeadline: string;
  /** of the study */
  readonly note: string;
  readonly faults: Readonly<Record<SharedFault, readonly [what: string, todo: string]>>;
  readonly again: string;
}

export const SHARED_WORDS: Readonly<Record<Language, SharedWords>> = {
  en: {
    title: 'An explanation that was shared with you',
    description: 'Somebody shared an explanation by a link. It can be read by who has the link, until the link ends.',
    opening: 'Opening the explanation',
    noScript:
      'What was shared is sealed, and only your own browser can open it. For that it has to run the script of this page. Turn scripts on, or open the link in another browser.',
    what: 'A radiology report in plain words, shared with you',
    forName: (name) => `For ${name}.`,
    forYou: 'For you, from the person who sent you the link.',
    ends: (when) => `The link ends on ${when}. After that nobody can open it.`,
    program: 'A program wrote this explanation. It can be wrong, and it is not a doctor’s advice.',
    withReport: 'The report’s own words stand beside it. They are always the truth.',
    withoutReport: 'The report itself is not in this link.',
    you: 'Where it says “you”, it means the person whose report it is.',
    keepClose: 'Whoever has this link can read this. Please do not pass it on.',
    cut: 'Here the report’s own words would stand. They are not in this link: ask the person who sent it.',
    cutHeadline: 'What the report says, point by point',
    note: 'Shared by a link',
    faults: {
      cut: [
        'This link is not whole',
        'A part of it is missing: some programs cut long links. Copy the whole link from the message and open it again, or ask the person who sent it for a new one.',
      ],
      gone: [
        'There is nothing to see at this link',
        'It may have ended, or the person who made it has ended it. Ask them for a new link.',
      ],
      key: [
        'This link does not open it',
        'The end of the link is not as it was made. Copy the whole link from the message and open it again, or ask the person who sent it for a new one.',
      ],
      offline: ['There is no connection', 'Look at your connection to the internet, then try again.'],
      busy: ['That was very often in a short time', 'Wait a minute, then try again.'],
      server: ['This did not work just now', 'Try again in a few minutes. If it stays like this, ask for a new link.'],
    },
    again: 'Try again',
  },
  es: {
    title: 'Una explicación que alguien compartió con usted',
    description:
      'Alguien compartió una explicación con un enlace. La puede leer quien tiene el enlace, hasta que el enlace termine.',
    opening: 'Abriendo la explicación',
    noScript:
      'Lo que se compartió está cifrado y solo su propio navegador puede abrirlo. Para eso tiene que ejecutar el programa de esta página. Permita los scripts, o abra el enlace en otro navegador.',
    what: 'Un informe de radiología en palabras sencillas, compartido con usted',
    forName: (name) => `Para ${name}.`,
    forYou: 'Para usted, de la persona que le envió el enlace.',
    ends: (when) => `El enlace termina el ${when}. Después nadie puede abrirlo.`,
    program: 'Esta explicación la escribió un programa. Puede tener errores, y no es el consejo de un médico.',
    withReport: 'Al lado están las palabras del propio informe. Ellas son siempre la verdad.',
    withoutReport: 'El informe mismo no está en este enlace.',
    you: 'Donde dice “usted”, se refiere a la persona de quien es el informe.',
    keepClose: 'Quien tiene este enlace puede leer esto. Por favor, no lo pase a otros.',
    cut: 'Aquí irían las palabras del propio informe. No están en este enlace: pregunte a quien lo envió.',
    cutHeadline: 'Lo que dice el informe, punto por punto',
    note: 'Compartido con un enlace',
    faults: {
      cut: [
        'Este enlace no está completo',
        'Le falta una parte: algunos programas cortan los enlaces largos. Copie el enlace entero del mensaje y ábralo otra vez, o pida uno nuevo a la persona que lo envió.',
      ],
      gone: [
        'No hay nada que ver en este enlace',
        'Puede que haya terminado, o que lo haya anulado quien lo creó. Pídale un enlace nuevo.',
      ],
      key: [
        'Este enlace no lo abre',
        'El final del enlace no está como se creó. Copie el enlace entero del mensaje y ábralo otra vez, o pida uno nuevo a la persona que lo envió.',
      ],
      offline: ['No hay conexión', 'Revise su conexión a internet e inténtelo otra vez.'],
      busy: ['Fue mucho en poco tiempo', 'Espere un minuto e inténtelo otra vez.'],
      server: ['Ahora mismo no funcionó', 'Inténtelo otra vez en unos minutos. Si sigue igual, pida un enlace nuevo.'],
    },
    again: 'Intentar otra vez',
  },
  zh: {
    title: '有人与您分享了一份说明',
    description: '有人用链接分享了一份说明。链接到期之前，有链接的人都能阅读。',
    opening: '正在打开说明',
    noScript:
      '分享的内容是加密的，只有您自己的浏览器能打开。为此它需要运行本页的脚本。请允许脚本，或用另一个浏览器打开链接。',
    what: '与您分享的影像报告白话说明',
    forName: (name) => `给：${name}。`,
    forYou: '给您，来自把链接发给您的人。',
    ends: (when) => `链接于${when}到期，之后谁也打不开。`,
    program: '这份说明由程序写成，可能有错，不是医生的建议。',
    withReport: '旁边是报告的原文，请始终以原文为准。',
    withoutReport: '这个链接里没有报告本身。',
    you: '文中的“您”指报告所属的人。',
    keepClose: '有这个链接的人都能读到这些内容，请不要转发。',
    cut: '这里本来是报告的原文，不在这个链接里。请问把链接发给您的人。',
    cutHeadline: '报告逐条说了什么',
    note: '通过链接分享',
    faults: {
      cut: [
        '这个链接不完整',
        '链接少了一部分：有些程序会截断长链接。请从消息里复制完整的链接再打开，或向发给您的人要一个新链接。',
      ],
      gone: ['这个链接里没有内容', '它可能已经到期，或者已被创建的人作废。请向对方要一个新链接。'],
      key: [
        '这个链接打不开内容',
        '链接的末尾与创建时不一样。请从消息里复制完整的链接再打开，或向发给您的人要一个新链接。',
      ],
      offline: ['没有网络连接', '请检查网络连接，然后再试一次。'],
      busy: ['短时间内次数太多', '请等一分钟，然后再试一次。'],
      server: ['现在没有成功', '请过几分钟再试。如果一直这样，请要一个新链接。'],
    },
    again: '再试一次',
  },
};
