/** What a program asks to be saved: one report, whose it is, and its tags. */
import { createHash } from 'node:crypto';
import { changeOfReport, tagsFrom } from '@readingscan/web';
import { FAULTS } from '../../problem.ts';
import type { AskedWell } from '../../readings.ts';
import { type Asked, askedBy } from '../../request.ts';

export interface Labels {
  readonly person: string;
  readonly tags: readonly string[];
}

export interface AskedSaving extends AskedWell {
  readonly labels: Labels;
}

/** The same request that the other jobs take, with `person` and `tags` beside it. */
export async function askedSaving(
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<AskedSaving | Extract<Asked, { ok: false }>> {
  const asked = await askedBy(contentType, bytes);
  if (!asked.ok) return asked;
  const labels = changeOfReport.safeParse(await labelsIn(contentType, bytes));
  if (!labels.success) return { ok: false, fault: FAULTS.labels };
  const { person = '', tags = [] } = labels.data;
  return { ...asked, labels: { person: person.trim(), tags } };
}

/** All that is asked for, in one text that is the same each time: a form has other lines between its parts each time. */
export function contentOf({ inputs, options, labels }: AskedSaving): string {
  const [input] = inputs;
  const report = input.kind === 'text' ? input.text : input.files.map(({ bytes }) => hashOf(bytes));
  const { report: number = 0 } = options;
  return JSON.stringify([input.kind, report, number, labels.person, labels.tags]);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** It was a body of one of these kinds a moment ago. */
async function labelsIn(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<object> {
  if (contentType.startsWith('application/json')) return JSON.parse(new TextDecoder().decode(bytes)) as object;
  const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  const tags = tagsFrom(form.getAll('tags').map(String).join(','));
  return { person: String(form.get('person') ?? ''), tags };
}
