/** One page of every kind, in every language that it is there in. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { hrefOf } from '../../packages/web/src/layout/href.ts';

export const NOWHERE = '/nothing-here';

const KINDS = [
  '/',
  '/blog',
  '/blog/category/findings',
  '/blog/authors/editorial-team',
  '/blog/lung-nodule',
  '/glossary',
  '/glossary?part=chest',
  '/glossary/pleural-effusion',
  '/about',
  '/api',
  '/contact',
  '/cookies',
  '/dashboard',
  '/faq',
  '/features',
  '/offline',
  '/pricing',
  '/privacy',
  '/terms',
  NOWHERE,
];

/** Paths with their language; the page of components is in English alone. */
export const EVERY_PAGE: readonly string[] = [
  '/design',
  ...LANGUAGES.flatMap((language) => KINDS.map((path) => hrefOf(language, path))),
];
