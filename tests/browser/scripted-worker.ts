/** A worker that answers as it is told, for the views that a real reading reaches only by chance. */

import type { Doubt, Explanation } from '@readingscan/engine';
import type { ReaderResult } from '@readingscan/reader/browser';
import type { Page } from 'playwright-core';
import { SAMPLE_EXPLANATION } from '../../packages/web/src/design/sample-explanation.ts';

export type Script = 'result' | 'working' | 'correct' | 'problem';

export async function scriptWorker(page: Page, script: Script): Promise<void> {
  await page.addInitScript((answer) => {
    class ScriptedWorker {
      onmessage: ((event: { readonly data: unknown }) => void) | null = null;
      postMessage(message: { readonly kind: string; readonly id: number }): void {
        const say = (data: object): unknown =>
          setTimeout(() => this.onmessage?.({ data: { ...data, id: message.id } }), 5);
        if (message.kind === 'prepare') say({ kind: 'prepared', ok: true });
        if (message.kind !== 'run') return;
        if (answer === null) say({ kind: 'progress', progress: { step: 'read', page: 2, pages: 3, fraction: 0.46 } });
        else say({ kind: 'done', result: answer });
      }
      terminate(): void {
        this.onmessage = null;
      }
    }
    Object.assign(globalThis, { Worker: ScriptedWorker });
  }, answerOf(script));
}

function answerOf(script: Script): ReaderResult<Explanation> | null {
  const { text } = SAMPLE_EXPLANATION.reading.source;
  switch (script) {
    case 'working':
      return null;
    case 'result':
      return { ok: true, document: SAMPLE_EXPLANATION };
    case 'problem':
      return {
        ok: false,
        error: {
          code: 'not-a-report',
          message: 'This is not a radiology report.',
          hint: 'Look for the heading Findings.',
        },
        text: 'Haemoglobin 13.1',
      };
    case 'correct': {
      const reading = { ...SAMPLE_EXPLANATION.reading, source: { kind: 'image', text, doubts: DOUBTS } as const };
      const error = { code: 'low-quality', message: 'Hard to read.', hint: 'Check it.' } as const;
      return { ok: false, error, document: { ...SAMPLE_EXPLANATION, reading }, text };
    }
    default:
      return script satisfies never;
  }
}

const DOUBTS: readonly Doubt[] = [doubt('14 mm', 'number', ['1.4 mm']), doubt('No abscess', 'negation', [])];

function doubt(words: string, kind: Doubt['kind'], alternatives: readonly string[]): Doubt {
  const start = SAMPLE_EXPLANATION.reading.source.text.indexOf(words);
  return { span: [start, start + words.length], kind, confidence: 0.5, alternatives };
}
