/** What a request asks the reader to read: files, or text, with its options. */
import type { ReaderFile, ReaderInput, ReaderOptions } from '@readingscan/reader/browser';
import { LANGUAGES } from '@readingscan/reader/languages';
import { z } from 'zod';
import { FAULTS, type Fault } from './problem.ts';

export type Asked =
  | { readonly ok: true; readonly input: ReaderInput; readonly options: ReaderOptions; readonly text: string }
  | { readonly ok: false; readonly fault: Fault };

const MOST_TEXT = 500_000;
const OPTIONS = {
  language: z.enum(LANGUAGES).optional(),
  level: z.enum(['plain', 'standard']).optional(),
  region: z.string().max(8).optional(),
};
const JSON_BODY = z.object({ text: z.string(), ...OPTIONS });
const FORM_FIELDS = z.object({ password: z.string().max(256).optional(), ...OPTIONS });

export async function askedBy(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<Asked> {
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  try {
    if (kind === 'application/json') return fromJson(bytes);
    if (kind === 'multipart/form-data' || kind === 'application/x-www-form-urlencoded') {
      return await fromForm(contentType, bytes);
    }
  } catch {
    // not JSON, not a form: said below
  }
  return { ok: false, fault: FAULTS.body };
}

function fromJson(bytes: Uint8Array): Asked {
  const body = JSON_BODY.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  if (!body.success) return { ok: false, fault: faultOf(body.error) };
  const { text, ...options } = body.data;
  return fromText(text, options);
}

async function fromForm(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<Asked> {
  const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  const fields: Record<string, string> = {};
  const files: ReaderFile[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (value !== '') fields[name] = value;
    } else if (value.size > 0) {
      files.push({ bytes: new Uint8Array(await value.arrayBuffer()), name: value.name });
    }
  }
  const known = FORM_FIELDS.safeParse(fields);
  if (!known.success) return { ok: false, fault: faultOf(known.error) };
  const { password, ...options } = known.data;
  if (files.length === 0) {
    const { text } = fields;
    return text === undefined ? { ok: false, fault: FAULTS.body } : fromText(text, options);
  }
  const input: ReaderInput = { kind: 'files', files, ...(password === undefined ? {} : { password }) };
  return { ok: true, input, options: present(options), text: '' };
}

/** What is wrong with an option is said of the option. */
const faultOf = ({ issues }: z.ZodError): Fault =>
  issues.every(({ path }) => String(path[0]) in OPTIONS) ? FAULTS.option : FAULTS.body;

function fromText(text: string, options: z.infer<typeof FORM_FIELDS>): Asked {
  if (text.length > MOST_TEXT) return { ok: false, fault: FAULTS.tooLong };
  return { ok: true, input: { kind: 'text', text }, options: present(options), text };
}

function present({ language, level, region }: z.infer<typeof FORM_FIELDS>): ReaderOptions {
  return {
    ...(language === undefined ? {} : { language }),
    ...(level === undefined ? {} : { level }),
    ...(region === undefined ? {} : { region }),
  };
}
