/** The explanation as a PDF, made on the device; its name says nothing of the report. */
import type { Explanation } from '@readingscan/engine';
import { saveAs } from '../layout/save-as.ts';

export async function savePdf(explanation: Explanation, isSheet: boolean): Promise<void> {
  const { pdfOf } = await import('@readingscan/render/pdf');
  saveAs(pdfOf(explanation, isSheet), isSheet ? 'readingscan-visit.pdf' : 'readingscan.pdf', 'application/pdf');
}
