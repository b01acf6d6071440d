/** What is written for the site, compiled: articles and pages by language. Plain data, read with JSON.parse. */
import type { Language } from '@readingscan/reader/languages';

export const PAGE_NAMES = ['features', 'pricing', 'faq', 'about', 'contact', 'privacy', 'terms', 'cookies'] as const;
export type PageName = (typeof PAGE_NAMES)[number];

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** A page that was opened, when, and what it supports. */
export interface Citation {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  readonly url: string;
  /** ISO date */
  readonly read: string;
  readonly supports: string;
}

export interface Heading {
  readonly id: string;
  readonly text: string;
}

export interface Question {
  readonly question: string;
  readonly answer: string;
}

export interface Article {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  /** ISO dates */
  readonly published: string;
  readonly updated: string;
  readonly takeaways: readonly string[];
  readonly questions: readonly Question[];
  readonly related: readonly string[];
  /** in the order in which the text cites them */
  readonly sources: readonly Citation[];
  readonly minutes: number;
  /** address of what is shown where it is shared; drawn when the site is built */
  readonly picture?: string;
  readonly headings: readonly Heading[];
  readonly html: string;
}

export interface SitePage {
  readonly name: PageName;
  readonly title: string;
  readonly description: string;
  readonly updated: string;
  readonly headings: readonly Heading[];
  /** questions and answers of the FAQ, as plain text */
  readonly questions: readonly Question[];
  readonly sources: readonly Citation[];
  /** holds `{operator.name}` and its kin, which the server fills in */
  readonly html: string;
}

export interface LanguageContent {
  readonly categories: readonly Category[];
  /** newest first */
  readonly articles: readonly Article[];
  readonly pages: Readonly<Partial<Record<PageName, SitePage>>>;
}

export type SiteContent = Readonly<Record<Language, LanguageContent>>;
