/** Words of the contact form, of its answers, and of the mail it becomes, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';

/** What a message can be about. */
export const CONTACT_ABOUT = ['mistake', 'question', 'other'] as const;
export type ContactAbout = (typeof CONTACT_ABOUT)[number];

/** What can be wrong with a field. */
export type ContactFault = 'nameLong' | 'mailWrong' | 'aboutNone' | 'messageShort' | 'messageLong' | 'messageReport';

/** Why a form was not taken although no field is wrong. */
export type ContactNotice = 'again' | 'tooMany' | 'busy' | 'tooLarge' | 'elsewhere' | 'failed';

export interface ContactWords {
  readonly title: string;
  /** of the window, where something is wrong */
  readonly wrongTitle: string;
  /** leads from the top of the page to the form */
  readonly jump: string;
  readonly intro: string;
  readonly never: readonly [please: string, more: string];
  readonly kept: string;
  /** behind the label of a field, in brackets */
  readonly optional: string;
  readonly name: string;
  readonly mail: string;
  readonly mailHint: string;
  readonly about: string;
  readonly abouts: Readonly<Record<ContactAbout, string>>;
  readonly message: string;
  readonly messageHint: string;
  /** of the field that only programs fill in */
  readonly trap: string;
  readonly send: string;
  readonly notSent: string;
  readonly faults: Readonly<Record<ContactFault, string>>;
  /** what to do; `mail` is where else one can write to, if that is known */
  readonly notices: Readonly<Record<ContactNotice, (mail: string | null) => string>>;
  readonly thanks: string;
  readonly thanksMore: readonly string[];
  /** of the mail to who runs the site */
  readonly subjects: Readonly<Record<ContactAbout, string>>;
}

export const CONTACT_WORDS: Readonly<Record<Language, ContactWords>> = {
  en: {
    title: 'Write to us here',
    wrongTitle: 'Not sent yet',
    jump: 'Write to us on this page',
    intro: 'You need no account for this.',
    never: [
      'Please do not send your report, or anything about your health.',
      'We can answer without it. If you feel very unwell, call your local emergency number.',
    ],
    kept: 'The people who run this site keep your message so that they can answer. Your internet address is not kept with it.',
    optional: '(optional)',
    name: 'Your name',
    mail: 'Your email address',
    mailHint: 'Only if you would like an answer.',
    about: 'What is it about?',
    abouts: { mistake: 'A mistake in an explanation', question: 'A question', other: 'Something else' },
    message: 'Your message',
    messageHint: '10 to 4,000 characters.',
    trap: 'Leave this empty',
    send: 'Send the message',
    notSent: 'Your message has not been sent yet',
    faults: {
      nameLong: 'The name is too long. Use at most 100 characters.',
      mailWrong: 'This email address is not complete. Write it like name@example.org, or leave it empty.',
      aboutNone: 'Choose what it is about.',
      messageShort: 'The message is too short. Write at least 10 characters.',
      messageLong: 'The message is too long. Use at most 4,000 characters.',
      messageReport:
        'This looks like a report, so we did not keep it. Please take the report out, and ask in your own words.',
    },
    notices: {
      again: () => 'Please press “Send the message” once more. All that you typed is still here.',
      tooMany: (mail) =>
        `Many messages came in a short time. Please try again later${mail ? `, or write to ${mail}` : ''}. All that you typed is still here.`,
      busy: () => 'Too many people are writing at this moment. Please go back, and send it again in a minute.',
      tooLarge: () =>
        'That was more than we can take, so nothing of it was kept. Please write at most 4,000 characters.',
      elsewhere: () => 'This was sent from another site. Please write your message here.',
      failed: (mail) =>
        `We could not keep your message. Please try again later${mail ? `, or write to ${mail}` : ''}. All that you typed is still here.`,
    },
    thanks: 'Thank you. Your message has arrived.',
    thanksMore: [
      'If you left your email address, we can answer you there.',
      'We cannot help with your health. If you feel very unwell, call your local emergency number.',
    ],
    subjects: {
      mistake: 'ReadingScan: a mistake in an explanation',
      question: 'ReadingScan: a question',
      other: 'ReadingScan: a message',
    },
  },
  es: {
    title: 'Escríbanos aquí',
    wrongTitle: 'Aún sin enviar',
    jump: 'Escribirnos en esta página',
    intro: 'No necesita una cuenta para esto.',
    never: [
      'Por favor, no envíe su informe ni nada sobre su salud.',
      'Podemos responderle sin eso. Si se siente muy mal, llame al número de emergencias de su zona.',
    ],
    kept: 'Quienes están a cargo de este sitio guardan su mensaje para poder responderle. Su dirección de internet no se guarda con él.',
    optional: '(opcional)',
    name: 'Su nombre',
    mail: 'Su correo electrónico',
    mailHint: 'Solo si quiere una respuesta.',
    about: '¿De qué se trata?',
    abouts: { mistake: 'Un error en una explicación', question: 'Una pregunta', other: 'Otra cosa' },
    message: 'Su mensaje',
    messageHint: 'De 10 a 4000 caracteres.',
    trap: 'Deje esto vacío',
    send: 'Enviar el mensaje',
    notSent: 'Su mensaje aún no se ha enviado',
    faults: {
      nameLong: 'El nombre es demasiado largo. Use 100 caracteres como máximo.',
      mailWrong: 'Este correo no está completo. Escríbalo como nombre@example.org o deje el campo vacío.',
      aboutNone: 'Elija de qué se trata.',
      messageShort: 'El mensaje es muy corto. Escriba al menos 10 caracteres.',
      messageLong: 'El mensaje es demasiado largo. Use 4000 caracteres como máximo.',
      messageReport:
        'Esto parece un informe, así que no lo guardamos. Por favor, quite el informe y pregunte con sus propias palabras.',
    },
    notices: {
      again: () => 'Por favor, presione “Enviar el mensaje” una vez más. Todo lo que escribió sigue aquí.',
      tooMany: (mail) =>
        `Llegaron muchos mensajes en poco tiempo. Por favor, inténtelo más tarde${mail ? ` o escriba a ${mail}` : ''}. Todo lo que escribió sigue aquí.`,
      busy: () =>
        'En este momento escriben demasiadas personas. Por favor, vuelva atrás y envíelo otra vez en un minuto.',
      tooLarge: () =>
        'Era más de lo que podemos recibir, así que no guardamos nada. Por favor, escriba 4000 caracteres como máximo.',
      elsewhere: () => 'Esto se envió desde otro sitio. Por favor, escriba su mensaje aquí.',
      failed: (mail) =>
        `No pudimos guardar su mensaje. Por favor, inténtelo más tarde${mail ? ` o escriba a ${mail}` : ''}. Todo lo que escribió sigue aquí.`,
    },
    thanks: 'Gracias. Su mensaje llegó.',
    thanksMore: [
      'Si dejó su correo electrónico, podemos responderle allí.',
      'No podemos ayudarle con su salud. Si se siente muy mal, llame al número de emergencias de su zona.',
    ],
    subjects: {
      mistake: 'ReadingScan: un error en una explicación',
      question: 'ReadingScan: una pregunta',
      other: 'ReadingScan: un mensaje',
    },
  },
  zh: {
    title: '在这里给我们留言',
    wrongTitle: '尚未发送',
    jump: '在本页给我们留言',
    intro: '不需要注册账号。',
    never: [
      '请不要发送您的报告，也不要写任何关于您健康状况的内容。',
      '不看这些，我们也能答复。如果您感觉很不舒服，请拨打当地急救电话。',
    ],
    kept: '运营本站的人会保存您的留言，以便答复。您的网络地址不会随留言保存。',
    optional: '（选填）',
    name: '您的称呼',
    mail: '您的电子邮箱',
    mailHint: '希望得到答复时再填。',
    about: '您想说的是哪一类？',
    abouts: { mistake: '某处解释有错', question: '提一个问题', other: '其他' },
    message: '留言内容',
    messageHint: '10到4000个字符。',
    trap: '请将此处留空',
    send: '发送留言',
    notSent: '您的留言还没有发送',
    faults: {
      nameLong: '称呼太长，请不要超过100个字符。',
      mailWrong: '邮箱地址不完整。请写成name@example.org这样，或者留空。',
      aboutNone: '请选择是哪一类。',
      messageShort: '留言太短，请至少写10个字符。',
      messageLong: '留言太长，请不要超过4000个字符。',
      messageReport: '这看起来像一份报告，所以我们没有保存。请删去报告内容，用您自己的话来问。',
    },
    notices: {
      again: () => '请再按一次“发送留言”。您写的内容都还在这里。',
      tooMany: (mail) => `短时间内留言太多。请稍后再试${mail ? `，或写信到${mail}` : ''}。您写的内容都还在这里。`,
      busy: () => '此刻留言的人太多。请返回上一页，一分钟后再发送。',
      tooLarge: () => '内容太多，我们无法接收，也没有保存。请不要超过4000个字符。',
      elsewhere: () => '这是从别的网站发来的。请在这里写下您的留言。',
      failed: (mail) => `没能保存您的留言。请稍后再试${mail ? `，或写信到${mail}` : ''}。您写的内容都还在这里。`,
    },
    thanks: '谢谢，您的留言已经收到。',
    thanksMore: [
      '如果您留下了电子邮箱，我们可以用它答复您。',
      '我们无法在健康问题上帮助您。如果您感觉很不舒服，请拨打当地急救电话。',
    ],
    subjects: {
      mistake: 'ReadingScan：某处解释有错',
      question: 'ReadingScan：提一个问题',
      other: 'ReadingScan：留言',
    },
  },
};
