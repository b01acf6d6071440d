/** Words of the page for the frames of other sites, in the three languages side by side. Its reader has those of the interface. */
import type { Language } from '@readingscan/reader/languages';

export interface EmbedWords {
  readonly title: string;
  /** what a link opens beside the page */
  readonly newTab: string;
  readonly onDevice: string;
  readonly noScript: string;
  readonly whole: string;
}

export const EMBED_WORDS: Readonly<Record<Language, EmbedWords>> = {
  en: {
    title: 'Your scan report in plain words: ReadingScan',
    newTab: '(opens in a new tab)',
    onDevice: 'Reads on your device. This website cannot see your report.',
    noScript: 'This box needs JavaScript. ReadingScan itself has a way without it.',
    whole: 'Open ReadingScan',
  },
  es: {
    title: 'Su informe en palabras sencillas: ReadingScan',
    newTab: '(se abre en otra pestaña)',
    onDevice: 'Se lee en su dispositivo. Este sitio web no puede ver su informe.',
    noScript: 'Este recuadro necesita JavaScript. En la página de ReadingScan hay otra manera.',
    whole: 'Abrir ReadingScan',
  },
  zh: {
    title: '用简单的话看懂您的检查报告：ReadingScan',
    newTab: '（在新标签页中打开）',
    onDevice: '在您的设备上读取。这个网站看不到您的报告。',
    noScript: '这个框需要 JavaScript。ReadingScan 的网页上有不用它的办法。',
    whole: '打开 ReadingScan',
  },
};
