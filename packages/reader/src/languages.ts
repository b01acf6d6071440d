/** The languages in which a report is told, and the one in which it is read. */
export const LANGUAGES = ['en', 'es', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
export const READ = 'en' satisfies Language;
export const isLanguage = (code: string): code is Language => LANGUAGES.some((language) => language === code);
