/** What is wrong with something written for the site: where, what, and how to mend it. */

export interface Problem {
  /** under packages/web/content */
  readonly file: string;
  readonly message: string;
  readonly repair: string;
}

export const show = ({ file, message, repair }: Problem): string =>
  `content/${file}: ${message}\n    repair: ${repair}`;
