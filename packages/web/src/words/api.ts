/** Words of the page for who writes programs, in the three languages side by side. Names of fields and addresses are the same in all. */
import type { Language } from '@readingscan/reader/languages';
import type { ApiJob } from '../api/jobs.ts';

export interface ApiWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly jobs: {
    readonly heading: string;
    readonly intro: string;
    readonly scope: string;
    readonly of: Readonly<Record<ApiJob, string>>;
    /** where reports can be saved */
    readonly save: string;
    /** where jobs can be left */
    readonly many: string;
    readonly fhir: string;
  };
  readonly examples: {
    readonly heading: string;
    readonly text: string;
    readonly file: string;
    readonly answer: string;
  };
  readonly keys: {
    readonly heading: string;
    readonly none: string;
    readonly open: string;
    readonly needed: string;
    readonly send: string;
    readonly make: string;
  };
  readonly errors: {
    readonly heading: string;
    readonly intro: string;
    readonly statuses: Readonly<Record<string, string>>;
  };
  readonly kept: {
    readonly heading: string;
    readonly text: string;
    /** where reports can be saved */
    readonly saved: string;
    /** where jobs can be left */
    readonly many: string;
  };
  readonly whole: { readonly heading: string; readonly text: string; readonly link: string };
  readonly attempt: {
    readonly heading: string;
    readonly sends: string;
    readonly noScript: string;
    readonly job: string;
    readonly text: string;
    readonly newer: string;
    readonly language: string;
    readonly key: string;
    readonly keyHint: string;
    readonly press: string;
    readonly working: string;
    readonly failed: string;
    readonly answered: string;
  };
}

export const API_WORDS: Readonly<Record<Language, ApiWords>> = {
  en: {
    title: 'For programs',
    description:
      'How a program sends a radiology report to this server and gets it back in plain words: addresses, examples, keys, errors.',
    lead: 'A program can send a report to this server and get it back in plain words, as data. The report has to be in English.',
    jobs: {
      heading: 'What it can do',
      intro: 'Each address takes a POST request and answers with one JSON document.',
      scope: 'A key needs',
      of: {
        explain: 'The report in plain words, item by item, with how soon and what to do next.',
        read: 'What the report says as data: findings, places, sizes, steps, dates.',
        extract: 'The text of a file or photo, with places that may be read wrong.',
        compare: 'What changed between two to twenty reports of one person.',
        deidentify: 'The text without names, dates and numbers that tell who it is about.',
      },
      save: 'Saves the report in the account of the owner of the key. Send an “Idempotency-Key” with it, so that it is saved once even if you send it twice. A key opens no saved report.',
      many: 'Takes up to 100,000 reports at once, one in each line, or one large file. The server reads them in its own time. Ask how far it is, and take what is done, with the same key.',
      fhir: 'For hospital systems: takes a FHIR DiagnosticReport (R4 or R5) and answers with a FHIR document: the report, with its explanation.',
    },
    examples: {
      heading: 'Try it from a terminal',
      text: 'A text:',
      file: 'A file or a photo, told in Spanish:',
      answer: 'In the answer to the text stands, among much else:',
    },
    keys: {
      heading: 'Keys',
      none: 'This server asks for no key.',
      open: 'This server asks for no key. If you send one, it has its own share of the work.',
      needed: 'This server asks programs for a key. The pages of this site need none.',
      send: 'Send it with each request, in this line:',
      make: 'Make a key in your account',
    },
    errors: {
      heading: 'When it does not work',
      intro: 'An error is a JSON document (RFC 9457): “message” says what happened, “hint” what to do.',
      statuses: {
        400: 'The request holds no report, or an option is not known.',
        401: 'No key, or one that is not good.',
        403: 'The key may not do that.',
        409: 'The account is full, or the same request is under way.',
        413: 'More than 20 MB, or more than 500,000 letters.',
        415: 'A file of a kind that is not read.',
        422: 'The file cannot be read, or it is no report.',
        429: 'Too much in a minute. Wait as many seconds as “Retry-After” says.',
        500: 'A fault of this server.',
      },
    },
    kept: {
      heading: 'What happens with the report',
      text: 'The server reads it in memory and answers. It keeps nothing of it, and no word of it stands in a log. Send it over https alone. If it is about somebody else, you need the right to send it.',
      saved: 'What a program saves in an account is kept there, encrypted, until its owner deletes it.',
      many: 'What is left to be read is encrypted, deleted as it is read, and gone with its results a day after it is done, unless you delete it before.',
    },
    whole: {
      heading: 'The whole description',
      text: 'Every field, answer and error, as OpenAPI 3.1 for tools and code generators:',
      link: 'openapi.json',
    },
    attempt: {
      heading: 'Try it here',
      sends: 'This sends the text below to this server. It is a made-up report. Do not put a real one here.',
      noScript: 'To try it here, your browser has to run scripts. The lines for the terminal work all the same.',
      job: 'What to do',
      text: 'The report',
      newer: 'The newer report',
      language: 'Language of the answer',
      key: 'Key (only if this server asks for one)',
      keyHint: 'It is sent with this request and not kept.',
      press: 'Send it',
      working: 'Sent. Waiting for the answer.',
      failed: 'The server could not be reached.',
      answered: 'Answered with',
    },
  },
  es: {
    title: 'Para programas',
    description:
      'Cómo un programa envía un informe de radiología a este servidor y lo recibe en palabras sencillas: direcciones, ejemplos, claves, errores.',
    lead: 'Un programa puede enviar un informe a este servidor y recibirlo en palabras sencillas, como datos. El informe debe estar en inglés.',
    jobs: {
      heading: 'Qué puede hacer',
      intro: 'Cada dirección recibe una petición POST y responde con un documento JSON.',
      scope: 'Una clave necesita',
      of: {
        explain: 'El informe en palabras sencillas, punto por punto, con la urgencia y el siguiente paso.',
        read: 'Lo que dice el informe, como datos: hallazgos, lugares, tamaños, pasos, fechas.',
        extract: 'El texto de un archivo o de una foto, con los lugares que pueden estar mal leídos.',
        compare: 'Qué cambió entre dos y veinte informes de una misma persona.',
        deidentify: 'El texto sin los nombres, fechas y números que dicen de quién trata.',
      },
      save: 'Guarda el informe en la cuenta de quien tiene la clave. Envíe con él una «Idempotency-Key», para que se guarde una sola vez aunque lo envíe dos veces. Una clave no abre ningún informe guardado.',
      many: 'Recibe hasta 100.000 informes a la vez, uno por línea, o un archivo grande. El servidor los lee a su ritmo. Pregunte cuánto falta, y recoja lo que está listo, con la misma clave.',
      fhir: 'Para sistemas de hospitales: recibe un DiagnosticReport de FHIR (R4 o R5) y responde con un documento de FHIR: el informe, con su explicación.',
    },
    examples: {
      heading: 'Pruébelo desde una terminal',
      text: 'Un texto:',
      file: 'Un archivo o una foto, explicado en español:',
      answer: 'En la respuesta al texto está, entre otras cosas:',
    },
    keys: {
      heading: 'Claves',
      none: 'Este servidor no pide clave.',
      open: 'Este servidor no pide clave. Si usted envía una, tiene su propia parte del trabajo.',
      needed: 'Este servidor pide una clave a los programas. Las páginas de este sitio no la necesitan.',
      send: 'Envíela con cada petición, en esta línea:',
      make: 'Crear una clave en su cuenta',
    },
    errors: {
      heading: 'Cuando no funciona',
      intro: 'Un error es un documento JSON (RFC 9457), en inglés: «message» dice qué pasó y «hint» qué hacer.',
      statuses: {
        400: 'La petición no trae ningún informe, o no se conoce una opción.',
        401: 'No hay clave, o no sirve.',
        403: 'La clave no puede hacer eso.',
        409: 'La cuenta está llena, o la misma petición está en marcha.',
        413: 'Más de 20 MB, o más de 500.000 letras.',
        415: 'Un archivo de un tipo que no se lee.',
        422: 'El archivo no se puede leer, o no es un informe.',
        429: 'Demasiado en un minuto. Espere los segundos que dice «Retry-After».',
        500: 'Un fallo de este servidor.',
      },
    },
    kept: {
      heading: 'Qué pasa con el informe',
      text: 'El servidor lo lee en la memoria y responde. No guarda nada de él, y ninguna palabra queda en un registro. Envíelo solo por https. Si trata de otra persona, usted necesita el derecho a enviarlo.',
      saved: 'Lo que un programa guarda en una cuenta queda ahí, cifrado, hasta que su dueño lo borre.',
      many: 'Lo que se deja para leer queda cifrado, se borra a medida que se lee, y desaparece con sus resultados un día después de terminar, si usted no lo borra antes.',
    },
    whole: {
      heading: 'La descripción completa',
      text: 'Cada campo, respuesta y error, como OpenAPI 3.1 para herramientas y generadores de código:',
      link: 'openapi.json',
    },
    attempt: {
      heading: 'Pruébelo aquí',
      sends: 'Esto envía el texto de abajo a este servidor. Es un informe inventado. No ponga aquí uno real.',
      noScript:
        'Para probarlo aquí, su navegador tiene que ejecutar scripts. Las líneas para la terminal funcionan igual.',
      job: 'Qué hacer',
      text: 'El informe',
      newer: 'El informe más nuevo',
      language: 'Idioma de la respuesta',
      key: 'Clave (solo si este servidor la pide)',
      keyHint: 'Se envía con esta petición y no se guarda.',
      press: 'Enviar',
      working: 'Enviado. Esperando la respuesta.',
      failed: 'No se pudo llegar al servidor.',
      answered: 'Respondió con',
    },
  },
  zh: {
    title: '供程序使用',
    description: '程序如何把影像报告发送到这台服务器，并得到通俗的解释：地址、示例、密钥、错误。',
    lead: '程序可以把报告发送到这台服务器，得到以数据形式返回的通俗解释。报告必须是英文。',
    jobs: {
      heading: '它能做什么',
      intro: '每个地址接受一个POST请求，返回一份JSON文档。',
      scope: '密钥需要权限',
      of: {
        explain: '逐条用通俗的话解释报告，并说明紧急程度和下一步。',
        read: '报告内容的数据：发现、部位、大小、步骤、日期。',
        extract: '文件或照片中的文字，并标出可能读错的地方。',
        compare: '同一个人的二到二十份报告之间有什么变化。',
        deidentify: '去掉能看出是谁的姓名、日期和号码后的文字。',
      },
      save: '把报告存入密钥所有者的账户。请同时发送“Idempotency-Key”，这样即使发送两次也只保存一份。密钥打不开已保存的报告。',
      many: '一次最多接收100,000份报告（每行一份），或一个大文件。服务器会逐步读取。您可以用同一个密钥查询进度并取走结果。',
      fhir: '供医院系统使用：接收FHIR的DiagnosticReport（R4或R5），返回FHIR文档：报告及其解释。',
    },
    examples: {
      heading: '在终端里试一试',
      text: '一段文字：',
      file: '一个文件或一张照片，用中文解释：',
      answer: '那段文字的返回内容里有（节选）：',
    },
    keys: {
      heading: '密钥',
      none: '这台服务器不需要密钥。',
      open: '这台服务器不需要密钥。如果您发送密钥，它有自己的用量份额。',
      needed: '这台服务器要求程序提供密钥。本站的页面不需要。',
      send: '每次请求都用这一行发送：',
      make: '在您的账户里生成密钥',
    },
    errors: {
      heading: '出错时',
      intro: '错误是一份英文JSON文档（RFC 9457）：“message”说明发生了什么，“hint”说明该怎么做。',
      statuses: {
        400: '请求里没有报告，或者有不认识的选项。',
        401: '没有密钥，或密钥无效。',
        403: '这个密钥没有该权限。',
        409: '账户已满，或同样的请求正在处理。',
        413: '超过20 MB，或超过500,000个字符。',
        415: '无法读取的文件类型。',
        422: '文件读不出来，或者不是报告。',
        429: '一分钟内请求太多。请按“Retry-After”给出的秒数等待。',
        500: '这台服务器出了故障。',
      },
    },
    kept: {
      heading: '报告会怎样',
      text: '服务器在内存中读取并回答，什么也不保存，日志里没有报告中的任何文字。请只通过https发送。如果报告是别人的，您需要有权发送。',
      saved: '程序存入账户的报告会加密保存在那里，直到其所有者删除。',
      many: '交来等待读取的报告会加密，读取后即删除；完成一天后，结果也会删除。您也可以提前删除。',
    },
    whole: {
      heading: '完整说明',
      text: '所有字段、返回和错误，以OpenAPI 3.1格式提供给工具和代码生成器：',
      link: 'openapi.json',
    },
    attempt: {
      heading: '在这里试一试',
      sends: '这会把下面的文字发送到这台服务器。这是一份虚构的报告，请不要在这里放真实报告。',
      noScript: '要在这里试用，浏览器需要运行脚本。终端里的命令不受影响。',
      job: '做什么',
      text: '报告',
      newer: '较新的报告',
      language: '回答的语言',
      key: '密钥（仅当这台服务器要求时）',
      keyHint: '只随这次请求发送，不会保存。',
      press: '发送',
      working: '已发送，正在等待回答。',
      failed: '连接不到服务器。',
      answered: '返回状态',
    },
  },
};
