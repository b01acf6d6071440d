/** `readingscan serve`: the web application and API. */
import { fileURLToPath } from 'node:url';
import { openReader } from '../program.ts';

export async function serveCommand(): Promise<void> {
  const { startServer } = await import('@readingscan/server');
  await startServer({ reader: openReader('en'), dist: fileURLToPath(new URL('../../web/dist', import.meta.url)) });
}
