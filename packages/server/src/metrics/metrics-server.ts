/** `GET /metrics`, on a port of its own, and nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONTENT_TYPE } from './exposition.ts';
import type { Metrics } from './metrics.ts';
import type { MetricsSettings } from './settings.ts';

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveMetrics(metrics: Metrics, { host, port }: MetricsSettings): Promise<MetricsServer> {
  const server = createServer(async ({ url, method }, answer) => {
    answer.setHeader('X-Content-Type-Options', 'nosniff');
    answer.setHeader('Cache-Control', 'no-store');
    if (url !== '/metrics' || (method !== 'GET' && method !== 'HEAD')) {
      answer.writeHead(404).end();
      return;
    }
    const text = await metrics.text().catch(() => null);
    answer.writeHead(text === null ? 500 : 200, { 'Content-Type': CONTENT_TYPE });
    answer.end(method === 'HEAD' ? undefined : (text ?? ''));
  });
  const taken = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
