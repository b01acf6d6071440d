/** Reads a drawn line once, so that the text recognition is in memory before it is needed: from then on a photo asks the network for nothing. */
import type { Ingest } from '@readingscan/ingest/browser';

const LINE = 'Impression: the lungs are clear.';
const LINES = [60, 120, 180, 240, 300];

export async function warmUp(ingest: Ingest): Promise<void> {
  if (typeof OffscreenCanvas === 'undefined') return;
  const canvas = new OffscreenCanvas(700, 360);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.font = '34px serif';
  for (const y of LINES) pen.fillText(LINE, 50, y);
  const picture = await canvas.convertToBlob({ type: 'image/png' });
  await ingest.extract([{ bytes: new Uint8Array(await picture.arrayBuffer()) }]);
}
