/** Explanations of our own reports, in each language. */
import type { Explanation } from '@readingscan/engine';
import { english, TOLD, toldIn } from '../../engine/test/support/english.ts';

export const LANGUAGES = ['en', ...TOLD] as const;

export function told(text: string, language: (typeof LANGUAGES)[number] = 'en'): Explanation {
  const engine = language === 'en' ? english() : toldIn(language);
  return engine.explain({ kind: 'text', text }, { level: 'plain' });
}

/** Two items, a dated step, something fine, a sign outside Latin-1, and marks that are code elsewhere. */
export const REPORT = [
  'EXAM: CT CHEST',
  'DATE: 2026-02-10',
  'COMPARISON: None.',
  'FINDINGS:',
  'Lungs: Solid nodule in the left lower lobe, ≥ 7 mm <series 3, image 41> & "smooth" \\ (round).',
  'Pleura: No pleural effusion.',
  'IMPRESSION:',
  '1. Left lower lobe nodule, 7 mm. Follow-up chest CT in 6 months is recommended.',
  '2. No pleural effusion.',
].join('\n');
