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

/** A drawing of a chest as a scan shows it: grey shapes on black, without a word. */
export async function scanOf(browser: Browser): Promise<Picture> {
  const page = await browser.newPage({ viewport: { width: 900, height: 1100 } });
  const ribs = Array.from(
    { length: 9 },
    (_, at) => `<path d="M140 ${260 + at * 80} Q450 ${110 + at * 88} 760 ${260 + at * 80}"/>`,
  );
  await page.setContent(
    `<body style="margin:0;background:#060606"><svg width="900" height="1100"><ellipse cx="450" cy="600" rx="360" ry="470" fill="#666"/><g fill="#1a1a1a"><ellipse cx="310" cy="560" rx="125" ry="330"/><ellipse cx="600" cy="560" rx="125" ry="330"/></g><g fill="none" stroke="#999" stroke-opacity=".5" stroke-width="20">${ribs.join('')}</g></svg></body>`,
  );
  const buffer = await page.screenshot({ type: 'jpeg', quality: 85 });
  await page.close();
  return { name: 'scan.jpg', mimeType: 'image/jpeg', buffer };
}
