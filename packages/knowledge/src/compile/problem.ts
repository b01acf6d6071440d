/** What is wrong with a knowledge file: where, what, and how to mend it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly repair: string;
}

export const show = ({ file, line, message, repair }: Problem): string =>
  `${file}:${line}: ${message}\n    repair: ${repair}`;

export class KnowledgeError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(show).join('\n'));
  }
}
