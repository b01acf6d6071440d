/** Words of the page that a hospital's portal opens, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';
import type { SmartReason } from '../smart/failure.ts';

export interface SmartWords {
  readonly title: string;
  readonly asking: string;
  readonly noScript: string;
  readonly onDevice: string;
  /** above several reports */
  readonly list: string;
  readonly yourself: string;
  /** what happened, and what to do */
  readonly failures: Readonly<Record<SmartReason, readonly [string, string]>>;
}

export const SMART_WORDS: Readonly<Record<Language, SmartWords>> = {
  en: {
    title: 'Your reports from your hospital',
    asking: 'We are asking your hospital for your reports. Please wait.',
    noScript: 'This page needs JavaScript, which is switched off in this browser.',
    onDevice:
      'Your reports go from your hospital to this device, and are read here. We get none of them, and nothing is kept.',
    list: 'Your reports',
    yourself: 'Read a report that you have as a file or on paper',
    failures: {
      issuer: [
        'We do not know this hospital',
        'This page can ask only hospitals that its owner has named. Open it from the website of your hospital, or ask them.',
      ],
      server: [
        'Your hospital did not answer as it should',
        'Please try again later from the website of your hospital. If it happens again, tell them.',
      ],
      refused: [
        'Your hospital did not give us your reports',
        'It may be that you chose no, or that your hospital does not allow it. You can try again from its website.',
      ],
      late: [
        'This took too long, or was opened twice',
        'Please go back to the website of your hospital and begin again.',
      ],
      expired: ['Your sign-in is over', 'Please go back to the website of your hospital, sign in and begin again.'],
      patient: [
        'Your hospital did not say whose reports to show',
        'Open this page from your own record on the website of your hospital.',
      ],
      none: [
        'Your hospital has no reports for you here',
        'It may be that they are not ready yet. Ask the people who did your scan.',
      ],
      large: [
        'Your hospital sent more than we can read here',
        'Save the one report as a file on its website, and open that file here.',
      ],
    },
  },
  es: {
    title: 'Sus informes de su hospital',
    asking: 'Pedimos sus informes a su hospital. Espere, por favor.',
    noScript: 'Esta página necesita JavaScript, que está desactivado en este navegador.',
    onDevice:
      'Sus informes van de su hospital a este dispositivo y se leen aquí. No recibimos ninguno y no se guarda nada.',
    list: 'Sus informes',
    yourself: 'Leer un informe que usted tiene en un archivo o en papel',
    failures: {
      issuer: [
        'No conocemos este hospital',
        'Esta página solo puede preguntar a los hospitales que su dueño ha nombrado. Ábrala desde el sitio de su hospital, o pregúnteles.',
      ],
      server: [
        'Su hospital no respondió como debía',
        'Inténtelo más tarde desde el sitio de su hospital. Si pasa otra vez, avíseles.',
      ],
      refused: [
        'Su hospital no nos dio sus informes',
        'Puede ser que usted eligiera no, o que su hospital no lo permita. Puede intentarlo otra vez desde su sitio.',
      ],
      late: ['Pasó demasiado tiempo, o se abrió dos veces', 'Vuelva al sitio de su hospital y empiece otra vez.'],
      expired: ['Su sesión terminó', 'Vuelva al sitio de su hospital, entre y empiece otra vez.'],
      patient: [
        'Su hospital no dijo de quién son los informes',
        'Abra esta página desde su propia historia en el sitio de su hospital.',
      ],
      none: [
        'Su hospital no tiene aquí informes para usted',
        'Puede ser que todavía no estén listos. Pregunte a quienes le hicieron el estudio.',
      ],
      large: [
        'Su hospital envió más de lo que podemos leer aquí',
        'Guarde ese informe como archivo en su sitio y abra aquí ese archivo.',
      ],
    },
  },
  zh: {
    title: '您医院里的报告',
    asking: '正在向您的医院索取您的报告，请稍候。',
    noScript: '此页面需要JavaScript，而这个浏览器关闭了它。',
    onDevice: '您的报告从医院直接到这台设备，并在这里读取。我们收不到任何报告，也不保存任何内容。',
    list: '您的报告',
    yourself: '阅读您手中的报告文件或纸质报告',
    failures: {
      issuer: ['我们不认识这家医院', '此页面只能联系运营者列出的医院。请从您医院的网站打开它，或询问医院。'],
      server: ['您的医院没有正常回应', '请稍后从您医院的网站再试。如果又发生，请告诉医院。'],
      refused: ['您的医院没有把报告交给我们', '可能您选择了“不”，也可能医院不允许。您可以从医院的网站再试一次。'],
      late: ['等待的时间太长，或者打开了两次', '请回到您医院的网站，重新开始。'],
      expired: ['您的登录已经结束', '请回到您医院的网站，登录后重新开始。'],
      patient: ['您的医院没有说明要显示谁的报告', '请在您医院的网站上，从您自己的病历打开此页面。'],
      none: ['您的医院这里没有您的报告', '报告可能还没有准备好。请询问为您做检查的人。'],
      large: ['您的医院发来的内容太多，这里无法读取', '请在医院的网站上把那份报告存成文件，再在这里打开。'],
    },
  },
};
