/** Chromium for the journeys, where there is one; where there is none they are skipped and say so. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = PLACES.find((place) => place !== undefined && existsSync(place));

export const noBrowser = found === undefined;
if (noBrowser) {
  console.warn('SKIPPED: browser journeys. No chromium was found. Install it, or set CHROMIUM to its path.');
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: found ?? '',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
