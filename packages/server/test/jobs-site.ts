/** Jobs of programs as a program asks for them. */
import { expect } from 'vitest';
import type { ApiSite } from './api-site.ts';

export const JOBS = '/api/v1/jobs';
const LINES = 'application/x-ndjson';

export interface AsksJobs {
  ask(method: string, path: string, more?: RequestInit): Promise<Response>;
  leave(body: BodyInit, query?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The id of a job that was left. */
  left(body: BodyInit, query?: string): Promise<string>;
  show(id: string): Promise<Readonly<Record<string, unknown>>>;
  /** Waits until it is so. */
  reaches(id: string, state: string): Promise<void>;
  results(id: string, after?: number): Promise<readonly Record<string, unknown>[]>;
}

export function asksJobs(site: Pick<ApiSite, 'url'>, key: string): AsksJobs {
  const ask = (method: string, path: string, more: RequestInit = {}): Promise<Response> =>
    fetch(site.url + JOBS + path, {
      method,
      ...more,
      headers: { Authorization: `Bearer ${key}`, ...(more.headers as Record<string, string>) },
    });
  const leave: AsksJobs['leave'] = (body, query = '', headers = {}) =>
    ask('POST', query, { body, headers: { 'Content-Type': LINES, ...headers } });
  const show: AsksJobs['show'] = async (id) => (await ask('GET', `/${id}`)).json();
  return {
    ask,
    leave,
    async left(body, query) {
      const answer = await leave(body, query);
      expect(answer.status).toBe(202);
      return (await answer.json()).id;
    },
    show,
    async reaches(id, state) {
      await expect.poll(async () => (await show(id)).state, { interval: 20, timeout: 20_000 }).toBe(state);
    },
    async results(id, after = 0) {
      const answer = await ask('GET', `/${id}/results?after=${after}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, LINES]);
      const text = await answer.text();
      expect(text === '' || text.endsWith('\n')).toBe(true);
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    },
  };
}

/** So many lines; each names its place. */
export const lines = (count: number, text = 'The lungs are clear.'): string =>
  Array.from({ length: count }, (_, id) => `${JSON.stringify({ id, text: `${text} ${id}` })}\n`).join('');
