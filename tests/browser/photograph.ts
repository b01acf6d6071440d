/** Photographs for the journeys, drawn in the browser itself: the made-up report lying askew on a table. */
import type { Browser } from 'playwright-core';
import { SAMPLE_REPORT } from '../../packages/web/src/sample.ts';

export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export async function photographOf(browser: Browser, text: string = SAMPLE_REPORT): Promise<Picture> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1300 } });
  await page.setContent('<body><pre></pre></body>');
  await page.evaluate((report) => {
    const sheet = document.querySelector('pre');
    if (!sheet) return;
    document.body.style.cssText = 'margin:0;background:#554f47;display:grid;place-items:center;height:1300px';
    sheet.style.cssText =
      'background:#f4f1e8;color:#222;width:820px;padding:50px;font:19px/1.6 serif;white-space:pre-wrap;transform:rotate(-1.3deg)';
    sheet.textContent = report;
  }, text);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 85 });
  await page.close();
  return { name: 'page.jpg', mimeType: 'image/jpeg', buffer };
}
