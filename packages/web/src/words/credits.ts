/** Words of the page of credits, in the three languages side by side. They are said only where the operator lets the server's work cost something. */
import type { Language } from '@readingscan/reader/languages';
import type { CreditKind, CreditUnit } from '../account/credits-view.ts';

/** What an event was, beside its kind. */
export interface CreditFor {
  readonly count: number;
  /** of an allowance, as it is written; '' else */
  readonly month: string;
  /** credits that were spent before their money went back */
  readonly lost: number;
}

export interface CreditWords {
  /** at the account: leads to the page */
  readonly link: string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly toReader: string;
  readonly waiting: string;
  readonly balance: {
    readonly heading: string;
    readonly there: (credits: string, one: boolean) => string;
    readonly free: (credits: string) => string;
    readonly paid: (credits: string) => string;
    readonly held: (credits: string) => string;
    readonly allowance: (credits: string) => string;
  };
  readonly costs: {
    readonly heading: string;
    readonly intro: string;
    readonly what: string;
    readonly credits: string;
    readonly units: Readonly<Record<CreditUnit, (freeMegabytes: string) => string>>;
    readonly nothing: string;
    readonly failed: string;
  };
  readonly subscription: {
    readonly heading: string;
    readonly is: (credits: string) => string;
    /** before a day */
    readonly next: string;
    readonly ends: string;
    readonly late: string;
    readonly press: string;
    readonly hint: string;
  };
  readonly buy: {
    readonly heading: string;
    readonly intro: readonly string[];
    readonly credits: (credits: string) => string;
    readonly once: string;
    readonly every: Readonly<Record<'month' | 'year', string>>;
    readonly press: string;
    readonly subscribe: string;
  };
  readonly history: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly shown: (from: string, to: string, all: string) => string;
    readonly older: string;
    readonly newer: string;
    readonly csv: string;
    readonly reference: string;
    readonly kinds: Readonly<Record<Exclude<CreditKind, 'spent' | 'settled' | 'held'>, (of: CreditFor) => string>>;
    readonly spent: Readonly<Record<CreditUnit, (count: number) => string>>;
    readonly used: Readonly<Record<'report' | 'file', (count: number) => string>>;
    readonly setAside: Readonly<Record<'report' | 'file', (count: number) => string>>;
    readonly fromHeld: (credits: string) => string;
    /** an event of a newer program */
    readonly other: string;
  };
  readonly stripe: {
    readonly title: string;
    readonly pay: (amount: string, credits: string) => string;
    readonly payEach: Readonly<Record<'month' | 'year', (amount: string, credits: string) => string>>;
    readonly look: string;
    readonly told: string;
    readonly go: string;
    readonly back: string;
  };
  /** beside what goes with the account */
  readonly goToo: readonly string[];
}

export const CREDIT_WORDS: Readonly<Record<Language, CreditWords>> = {
  en: {
    link: 'Credits',
    title: 'Credits',
    intro: [
      'To read a report on your own device you need no credits. That is free, and it stays free.',
      'Credits pay for work that this server does for programs with a key of yours, and for room for saved reports beyond what is free.',
    ],
    toReader: 'Read a report on this device',
    waiting:
      'Your payment is not confirmed yet. You need do nothing: the credits appear here by themselves, mostly within minutes.',
    balance: {
      heading: 'What you have',
      there: (credits, one) => (one ? `${credits} credit` : `${credits} credits`),
      free: (credits) => `${credits} of them are free. They end with this month.`,
      paid: (credits) => `${credits} of them were bought. They do not run out.`,
      held: (credits) => `${credits} more are set aside for jobs that are not done. What is not used comes back.`,
      allowance: (credits) => `You get ${credits} free credits each month.`,
    },
    costs: {
      heading: 'What costs what',
      intro: 'Before anything is done, we look whether you have enough.',
      what: 'Done by this server',
      credits: 'Credits',
      units: {
        text: () => 'A text that is read',
        page: () => 'A page of a photo or scan, beside the text',
        report: () => 'Each report of a job with many',
        storage: (free) => `A megabyte of saved reports for a month, beyond the first ${free}`,
      },
      nothing: 'free',
      failed: 'What fails costs nothing. The same request sent again is paid once.',
    },
    subscription: {
      heading: 'Your subscription',
      is: (credits) => `${credits} credits with each payment.`,
      next: 'Next payment:',
      ends: 'It is ended. No more is paid after',
      late: 'The last payment did not arrive. Please look at your card on the page of Stripe.',
      press: 'Change or end it, or see receipts',
      hint: 'You do this on a page of Stripe, the company that takes payments for this site.',
    },
    buy: {
      heading: 'Get more credits',
      intro: [
        'You pay on a page of Stripe. No card number reaches this site.',
        'Stripe learns what you pay and what you type there. It learns nothing of any report.',
      ],
      credits: (credits) => `${credits} credits`,
      once: 'once',
      every: { month: 'each month', year: 'each year' },
      press: 'Buy',
      subscribe: 'Subscribe',
    },
    history: {
      heading: 'Where your credits came from and went',
      intro: 'Each line says what it was for. No word of a report stands here.',
      none: 'Nothing yet.',
      shown: (from, to, all) => `Lines ${from} to ${to} of ${all}, the newest first.`,
      older: 'Older lines',
      newer: 'Newer lines',
      csv: 'Save all lines as a table (CSV)',
      reference: 'No.',
      kinds: {
        allowance: ({ month }) => `Free credits for ${month}`,
        expired: ({ month }) => `Free credits of ${month} that were not used ended`,
        bought: () => 'You bought credits',
        period: () => 'A payment of your subscription',
        returned: ({ lost }) =>
          lost === 0
            ? 'A payment went back, and its credits with it'
            : `A payment went back, and its credits with it. ${lost} of them were used already: nobody asks you for them`,
        restored: () => 'A payment came back, and its credits with it',
        released: () => 'What was set aside for a job and not used came back',
        closed: () => 'The account was ended',
      },
      spent: {
        text: (count) =>
          count === 1 ? 'A text was read for a program of yours' : `${count} texts were read for a program of yours`,
        page: (count) =>
          count === 1
            ? 'A page of a photo or scan was read for a program of yours'
            : `${count} pages of photos or scans were read for a program of yours`,
        report: (count) => (count === 1 ? 'A report was read' : `${count} reports were read`),
        storage: (count) =>
          count === 1
            ? 'A megabyte of saved reports, for this month'
            : `${count} megabytes of saved reports, for this month`,
      },
      used: {
        report: (count) => (count === 1 ? 'A report of a job was read' : `${count} reports of a job were read`),
        file: (count) =>
          count < 2 ? 'A file of a job was read' : `A file of a job was read, with ${count} scanned pages`,
      },
      setAside: {
        report: (count) =>
          count === 1 ? 'Set aside for a job of one report' : `Set aside for a job of ${count} reports`,
        file: () => 'Set aside for a job with a file',
      },
      fromHeld: (credits) => `${credits} of what was set aside`,
      other: 'Something else',
    },
    stripe: {
      title: 'On to the page of Stripe',
      pay: (amount, credits) => `You are about to pay ${amount} for ${credits} credits, once.`,
      payEach: {
        month: (amount, credits) =>
          `You are about to pay ${amount} each month, for ${credits} credits each month. You can end it at any time.`,
        year: (amount, credits) =>
          `You are about to pay ${amount} each year, for ${credits} credits each year. You can end it at any time.`,
      },
      look: 'There you can change or end your subscription, and see receipts.',
      told: 'Nothing is paid before you confirm it there. Stripe learns nothing of any report.',
      go: 'Go on to Stripe',
      back: 'Back to your credits, pay nothing',
    },
    goToo: [
      'Credits that are left are lost, and a subscription ends at once.',
      'The list of how many credits came and went stays, as books have to be kept; nothing in it leads to you any longer.',
    ],
  },
  es: {
    link: 'Créditos',
    title: 'Créditos',
    intro: [
      'Para leer un informe en su propio dispositivo no necesita créditos. Eso es gratis y seguirá siéndolo.',
      'Los créditos pagan el trabajo que este servidor hace para programas con una clave de usted, y el espacio para informes guardados que pasa de lo gratuito.',
    ],
    toReader: 'Leer un informe en este dispositivo',
    waiting:
      'Su pago todavía no está confirmado. No tiene que hacer nada: los créditos aparecen aquí solos, casi siempre en unos minutos.',
    balance: {
      heading: 'Lo que usted tiene',
      there: (credits, one) => (one ? `${credits} crédito` : `${credits} créditos`),
      free: (credits) => `${credits} de ellos son gratis. Terminan con este mes.`,
      paid: (credits) => `${credits} de ellos se compraron. No caducan.`,
      held: (credits) => `Otros ${credits} están apartados para trabajos sin terminar. Lo que no se usa vuelve.`,
      allowance: (credits) => `Usted recibe ${credits} créditos gratis cada mes.`,
    },
    costs: {
      heading: 'Qué cuesta cada cosa',
      intro: 'Antes de hacer nada, miramos si usted tiene suficientes.',
      what: 'Lo que hace este servidor',
      credits: 'Créditos',
      units: {
        text: () => 'Un texto que se lee',
        page: () => 'Una página de una foto o un escaneo, además del texto',
        report: () => 'Cada informe de un trabajo con muchos',
        storage: (free) => `Un megabyte de informes guardados durante un mes, después de los primeros ${free}`,
      },
      nothing: 'gratis',
      failed: 'Lo que falla no cuesta nada. La misma petición enviada otra vez se paga una sola vez.',
    },
    subscription: {
      heading: 'Su suscripción',
      is: (credits) => `${credits} créditos con cada pago.`,
      next: 'Próximo pago:',
      ends: 'Está cancelada. No se paga nada más después del',
      late: 'El último pago no llegó. Por favor, revise su tarjeta en la página de Stripe.',
      press: 'Cambiarla o cancelarla, o ver recibos',
      hint: 'Esto se hace en una página de Stripe, la empresa que cobra los pagos de este sitio.',
    },
    buy: {
      heading: 'Obtener más créditos',
      intro: [
        'Usted paga en una página de Stripe. Ningún número de tarjeta llega a este sitio.',
        'Stripe sabe lo que usted paga y lo que escribe ahí. No sabe nada de ningún informe.',
      ],
      credits: (credits) => `${credits} créditos`,
      once: 'una vez',
      every: { month: 'cada mes', year: 'cada año' },
      press: 'Comprar',
      subscribe: 'Suscribirse',
    },
    history: {
      heading: 'De dónde vinieron sus créditos y adónde fueron',
      intro: 'Cada línea dice para qué fue. Aquí no hay ninguna palabra de un informe.',
      none: 'Nada todavía.',
      shown: (from, to, all) => `Líneas ${from} a ${to} de ${all}, las más nuevas primero.`,
      older: 'Líneas anteriores',
      newer: 'Líneas más nuevas',
      csv: 'Guardar todas las líneas como tabla (CSV)',
      reference: 'N.º',
      kinds: {
        allowance: ({ month }) => `Créditos gratis de ${month}`,
        expired: ({ month }) => `Terminaron los créditos gratis de ${month} que no se usaron`,
        bought: () => 'Usted compró créditos',
        period: () => 'Un pago de su suscripción',
        returned: ({ lost }) =>
          lost === 0
            ? 'Un pago se devolvió, y con él sus créditos'
            : `Un pago se devolvió, y con él sus créditos. ${lost} ya se habían usado: nadie se los pide`,
        restored: () => 'Un pago volvió, y con él sus créditos',
        released: () => 'Volvió lo que se apartó para un trabajo y no se usó',
        closed: () => 'Se cerró la cuenta',
      },
      spent: {
        text: (count) =>
          count === 1 ? 'Se leyó un texto para un programa suyo' : `Se leyeron ${count} textos para un programa suyo`,
        page: (count) =>
          count === 1
            ? 'Se leyó una página de una foto o un escaneo para un programa suyo'
            : `Se leyeron ${count} páginas de fotos o escaneos para un programa suyo`,
        report: (count) => (count === 1 ? 'Se leyó un informe' : `Se leyeron ${count} informes`),
        storage: (count) =>
          count === 1
            ? 'Un megabyte de informes guardados, este mes'
            : `${count} megabytes de informes guardados, este mes`,
      },
      used: {
        report: (count) =>
          count === 1 ? 'Se leyó un informe de un trabajo' : `Se leyeron ${count} informes de un trabajo`,
        file: (count) =>
          count < 2
            ? 'Se leyó un archivo de un trabajo'
            : `Se leyó un archivo de un trabajo, con ${count} páginas escaneadas`,
      },
      setAside: {
        report: (count) =>
          count === 1 ? 'Apartado para un trabajo de un informe' : `Apartado para un trabajo de ${count} informes`,
        file: () => 'Apartado para un trabajo con un archivo',
      },
      fromHeld: (credits) => `${credits} de lo apartado`,
      other: 'Otra cosa',
    },
    stripe: {
      title: 'Ir a la página de Stripe',
      pay: (amount, credits) => `Usted va a pagar ${amount} por ${credits} créditos, una vez.`,
      payEach: {
        month: (amount, credits) =>
          `Usted va a pagar ${amount} cada mes, por ${credits} créditos cada mes. Puede cancelarlo cuando quiera.`,
        year: (amount, credits) =>
          `Usted va a pagar ${amount} cada año, por ${credits} créditos cada año. Puede cancelarlo cuando quiera.`,
      },
      look: 'Ahí puede cambiar o cancelar su suscripción y ver recibos.',
      told: 'No se paga nada antes de que usted lo confirme ahí. Stripe no sabe nada de ningún informe.',
      go: 'Seguir a Stripe',
      back: 'Volver a sus créditos sin pagar nada',
    },
    goToo: [
      'Los créditos que queden se pierden, y una suscripción termina enseguida.',
      'Queda la lista de cuántos créditos entraron y salieron, porque hay que llevar las cuentas; nada en ella lleva ya a usted.',
    ],
  },
  zh: {
    link: '点数',
    title: '点数',
    intro: [
      '在您自己的设备上读报告不需要点数。这是免费的，以后也一直免费。',
      '点数用来支付两件事：这台服务器为您的程序（凭密钥）所做的工作，以及超出免费部分的报告存储空间。',
    ],
    toReader: '在这台设备上读一份报告',
    waiting: '您的付款还没有确认。您什么也不用做：点数会自动出现在这里，多半只要几分钟。',
    balance: {
      heading: '您现有的点数',
      there: (credits) => `${credits}点`,
      free: (credits) => `其中${credits}点是免费的，本月底失效。`,
      paid: (credits) => `其中${credits}点是购买的，不会过期。`,
      held: (credits) => `另有${credits}点为还没完成的任务预留。没用完的会退回来。`,
      allowance: (credits) => `您每个月得到${credits}点免费点数。`,
    },
    costs: {
      heading: '什么要多少点',
      intro: '开始工作之前，会先看您的点数够不够。',
      what: '由这台服务器完成',
      credits: '点数',
      units: {
        text: () => '读一段文字',
        page: () => '识别一页照片或扫描件（文字另计）',
        report: () => '批量任务中的每份报告',
        storage: (free) => `存储一兆报告一个月（前${free}兆免费）`,
      },
      nothing: '免费',
      failed: '没有做成的不收点数。同一个请求重发，只收一次。',
    },
    subscription: {
      heading: '您的订阅',
      is: (credits) => `每次付款得到${credits}点。`,
      next: '下次付款：',
      ends: '已经取消。此日之后不再付款：',
      late: '上一次付款没有成功。请您到Stripe的页面上看看您的银行卡。',
      press: '更改或取消订阅，或查看收据',
      hint: '这要在Stripe的页面上办理。Stripe是替本站收款的公司。',
    },
    buy: {
      heading: '获得更多点数',
      intro: [
        '您在Stripe的页面上付款。银行卡号不会到达本站。',
        'Stripe只知道您付了多少钱、您在那里填写了什么，不知道任何报告的内容。',
      ],
      credits: (credits) => `${credits}点`,
      once: '一次性',
      every: { month: '每月', year: '每年' },
      press: '购买',
      subscribe: '订阅',
    },
    history: {
      heading: '您的点数从哪里来，用到了哪里',
      intro: '每一行都说明用在了什么上。这里没有报告中的任何文字。',
      none: '还没有。',
      shown: (from, to, all) => `共${all}行，这里是第${from}到${to}行，最新的在前。`,
      older: '更早的',
      newer: '更新的',
      csv: '把全部内容存成表格（CSV）',
      reference: '编号',
      kinds: {
        allowance: ({ month }) => `${month}的免费点数`,
        expired: ({ month }) => `${month}没用完的免费点数失效`,
        bought: () => '您购买了点数',
        period: () => '订阅的一次付款',
        returned: ({ lost }) =>
          lost === 0 ? '一笔付款退回，点数随之退回' : `一笔付款退回，点数随之退回。其中${lost}点已经用掉，不会向您追讨`,
        restored: () => '一笔付款恢复，点数随之恢复',
        released: () => '为任务预留、没用完的点数退回',
        closed: () => '账户已结束',
      },
      spent: {
        text: (count) => `为您的程序读了${count}段文字`,
        page: (count) => `为您的程序识别了${count}页照片或扫描件`,
        report: (count) => `读了${count}份报告`,
        storage: (count) => `存储${count}兆报告，本月`,
      },
      used: {
        report: (count) => `任务中读了${count}份报告`,
        file: (count) => (count < 2 ? '任务中读了一个文件' : `任务中读了一个文件，其中${count}页扫描件`),
      },
      setAside: {
        report: (count) => `为${count}份报告的任务预留`,
        file: () => '为一个文件的任务预留',
      },
      fromHeld: (credits) => `用了预留的${credits}点`,
      other: '其他',
    },
    stripe: {
      title: '前往Stripe的页面',
      pay: (amount, credits) => `您将一次性支付${amount}，得到${credits}点。`,
      payEach: {
        month: (amount, credits) => `您将每月支付${amount}，每月得到${credits}点。随时可以取消。`,
        year: (amount, credits) => `您将每年支付${amount}，每年得到${credits}点。随时可以取消。`,
      },
      look: '您可以在那里更改或取消订阅，查看收据。',
      told: '在您于那里确认之前，不会付款。Stripe不知道任何报告的内容。',
      go: '前往Stripe',
      back: '不付款，回到您的点数',
    },
    goToo: [
      '剩下的点数会作废，订阅会立即结束。',
      '点数进出的数目会留在账目里，因为账目必须保存；但其中再没有任何信息指向您。',
    ],
  },
};
