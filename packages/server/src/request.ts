/** What a request asks the reader to read: files, or text, with its options. */
import type { ReaderFile, ReaderInput, ReaderOptions } from '@readingscan/reader/browser';
import { LANGUAGES } from '@readingscan/reader/languages';
import { z } from 'zod';
import { FAULTS, type Fault } from './problem.ts';

export type Asked =
  | {
      readonly ok: true;
      /** the report; where several were asked for, each is one of its own */
      readonly inputs: readonly [ReaderInput, ...ReaderInput[]];
      readonly options: ReaderOptions;
      readonly text: string;
    }
  | { readonly ok: false; readonly fault: Fault };

export const MOST_TEXT = 500_000;
export const MOST_COMPARED = 20;
const OPTIONS = {
  language: z.enum(LANGUAGES).optional(),
  level: z.enum(['plain', 'standard']).optional(),
  region: z.string().max(8).optional(),
  report: z.coerce.number().int().positive().optional(),
};
const JSON_BODY = z.object({ text: z.string(), ...OPTIONS });
const JSON_SEVERAL = z.object({ texts: z.array(z.string()).min(2).max(MOST_COMPARED), ...OPTIONS });
const FORM_FIELDS = z.object({ password: z.string().max(256).optional(), ...OPTIONS });

/** One report of one or more files, or with `several` reports of one file or text each. */
export async function askedBy(
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
  { several = false } = {},
): Promise<Asked> {
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  try {
    if (kind === 'application/json') return several ? severalFromJson(bytes) : fromJson(bytes);
    if (kind === 'multipart/form-data' || kind === 'application/x-www-form-urlencoded') {
      return await fromForm(contentType, bytes, several);
    }
  } catch {
    // not JSON, not a form: said below
  }
  return { ok: false, fault: FAULTS.body };
}

const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

function fromJson(bytes: Uint8Array): Asked {
  const body = JSON_BODY.safeParse(jsonOf(bytes));
  if (!body.success) return { ok: false, fault: faultOf(body.error) };
  const { text, ...options } = body.data;
  return fromText(text, options);
}

function severalFromJson(bytes: Uint8Array): Asked {
  const body = JSON_SEVERAL.safeParse(jsonOf(bytes));
  if (!body.success) return { ok: false, fault: faultOf(body.error, FAULTS.few) };
  const { texts, ...options } = body.data;
  return texts.some(({ length }) => length > MOST_TEXT)
    ? { ok: false, fault: FAULTS.tooLong }
    : asked(
        texts.map((text) => ({ kind: 'text', text })),
        options,
      );
}

async function fromForm(contentType: string, bytes: Uint8Array<ArrayBuffer>, several: boolean): Promise<Asked> {
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
  const secret = password === undefined ? {} : { password };
  if (several)
    return files.length < 2 || files.length > MOST_COMPARED
      ? { ok: false, fault: FAULTS.few }
      : asked(
          files.map((file) => ({ kind: 'files', files: [file], ...secret })),
          options,
        );
  if (files.length === 0) {
    const { text } = fields;
    return text === undefined ? { ok: false, fault: FAULTS.body } : fromText(text, options);
  }
  return asked([{ kind: 'files', files, ...secret }], options);
}

/** What is wrong with an option is said of the option. */
const faultOf = ({ issues }: z.ZodError, otherwise: Fault = FAULTS.body): Fault =>
  issues.every(({ path }) => String(path[0]) in OPTIONS) ? FAULTS.option : otherwise;

function fromText(text: string, options: z.infer<typeof FORM_FIELDS>): Asked {
  if (text.length > MOST_TEXT) return { ok: false, fault: FAULTS.tooLong };
  return asked([{ kind: 'text', text }], options, text);
}

function asked(inputs: readonly ReaderInput[], options: z.infer<typeof FORM_FIELDS>, text = ''): Asked {
  const [first, ...others] = inputs;
  return first
    ? { ok: true, inputs: [first, ...others], options: present(options), text }
    : { ok: false, fault: FAULTS.body };
}

function present({ language, level, region, report }: z.infer<typeof FORM_FIELDS>): ReaderOptions {
  return {
    ...(language === undefined ? {} : { language }),
    ...(level === undefined ? {} : { level }),
    ...(region === undefined ? {} : { region }),
    ...(report === undefined ? {} : { report }),
  };
}
