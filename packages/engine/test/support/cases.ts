/** Case files: under "# title" one line each, "text ==> answer". In the text \n stands for a new line. */
import { readFileSync } from 'node:fs';

export interface Case {
  readonly title: string;
  readonly text: string;
  readonly answer: string;
}

export function casesOf(path: URL): readonly Case[] {
  const cases: Case[] = [];
  let title = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('# ')) title = line.slice(2);
    const [text, answer] = line.split(' ==> ');
    if (text && answer !== undefined) cases.push({ title, text: text.replaceAll('\\n', '\n'), answer });
  }
  return cases;
}

