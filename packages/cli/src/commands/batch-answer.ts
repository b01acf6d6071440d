/** One line of a batch → its document: text at once, a path through the reader. */
import type { Language, Reader } from '@readingscan/reader';
import { openEngine } from '@readingscan/reader/engines';
import { isFailure, readFiles } from '../input.ts';
import type { Answer } from '../lines.ts';
import { knowledgeFolder, openReader } from '../program.ts';

export const TASKS = ['read', 'explain', 'extract', 'deidentify'] as const;
export type BatchTask = (typeof TASKS)[number];
export const isBatchTask = (name: string | undefined): name is BatchTask => TASKS.some((task) => task === name);

export interface BatchSettings {
  readonly task: BatchTask;
  readonly language: Language;
  readonly level: 'plain' | 'standard';
  readonly region?: string;
}

const NOT_A_REPORT = { code: 'not-a-report', message: 'This does not look like a radiology report.' };

export function answererOf(settings: BatchSettings): { readonly answer: Answer; readonly close: () => Promise<void> } {
  const { task, language } = settings;
  const engine = openEngine(knowledgeFolder, task === 'explain' ? language : null);
  let reader: Reader | null = null;
  const fromPath = async (path: string): Promise<object> => {
    const files = await readFiles([path]);
    if (isFailure(files)) return { error: { code: files.code, message: files.message } };
    reader ??= openReader();
    const result = await reader[task === 'deidentify' ? 'extract' : task]({ kind: 'files', files }, settings);
    if (!result.ok) return { error: { code: result.error.code, message: result.error.message } };
    return task === 'deidentify' && 'source' in result.document
      ? engine.deidentify(result.document.source.text)
      : result.document;
  };
  const answer: Answer = ({ text, path }) => {
    if (typeof text !== 'string')
      return typeof path === 'string'
        ? fromPath(path)
        : { error: { code: 'usage', message: 'A line needs a text or a path.' } };
    const source = { kind: 'text', text } as const;
    if (task === 'read') return engine.read(source);
    if (task === 'extract') return { schema: 'readingscan.extraction/1', source, warnings: [] };
    if (task === 'deidentify') return engine.deidentify(text);
    if (text.trim() === '') return { error: { code: 'no-text', message: 'There is no text to read.' } };
    const explanation = engine.explain(source, settings);
    return engine.isReport(explanation.reading) ? explanation : { error: NOT_A_REPORT };
  };
  return { answer, close: async () => reader?.close() };
}
