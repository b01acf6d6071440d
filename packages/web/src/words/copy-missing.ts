/** What a file of saved reports says of what is not in it, in the three languages one under the other: nobody knows which one will be read. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';

export type MissingFromCopy =
  /** the day it was saved, as in 2026-11-29: nothing else of it can be read */
  | { readonly kind: 'report'; readonly savedOn: string }
  /** of the report of that number in the file, from 1 */
  | { readonly kind: 'original'; readonly report: number };

interface Words {
  readonly intro: string;
  readonly report: (savedOn: string) => string;
  readonly original: (folder: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    intro: 'This copy is not complete. The site could not open what is listed here. Please tell whoever runs the site.',
    report: (savedOn) => `A report that you saved on ${savedOn}.`,
    original: (folder) => `A photo or file of report ${folder}.`,
  },
  es: {
    intro:
      'Esta copia no está completa. El sitio no pudo abrir lo que aparece aquí. Avise a quien administra el sitio.',
    report: (savedOn) => `Un informe que usted guardó el ${savedOn}.`,
    original: (folder) => `Una foto o un archivo del informe ${folder}.`,
  },
  zh: {
    intro: '这份副本不完整。网站无法打开下面列出的内容。请您告诉网站的管理者。',
    report: (savedOn) => `您在${savedOn}保存的一份报告。`,
    original: (folder) => `报告${folder}的一张照片或一个文件。`,
  },
};

/** The folders of the file are numbered in the same way. */
export const folderOf = (number: number): string => String(number).padStart(3, '0');

export function copyMissing(missing: readonly MissingFromCopy[]): string {
  const told = LANGUAGES.map((language) => {
    const { intro, report, original } = WORDS[language];
    const lines = missing.map((one) => (one.kind === 'report' ? report(one.savedOn) : original(folderOf(one.report))));
    return [intro, ...lines.map((line) => `- ${line}`)].join('\n');
  });
  return `${told.join('\n\n')}\n`;
}
