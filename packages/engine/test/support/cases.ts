/** Case files: under "# title" one line each, "text ==> answer". In the text \n stands for a new line. */
import { readFileSync } from 'node:fs';

export interface Case {
  readonly text: string;
  readonly answer: string;
}

/** The cases of a file by their title. */
export function casesOf(path: URL): ReadonlyMap<string, readonly Case[]> {
  const cases = new Map<string, Case[]>();
  let title = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('# ')) title = line.slice(2);
    const [text, answer] = line.split(' ==> ');
    if (!text || answer === undefined) continue;
    const list = cases.get(title) ?? [];
    list.push({ text: text.replaceAll('\\n', '\n'), answer });
    cases.set(title, list);
  }
  return cases;
}
