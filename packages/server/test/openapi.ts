/** The description of the interface as a test reads it: operations by method and path, schemas that can judge. */
import { expect } from 'vitest';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

interface Described {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: unknown; example?: unknown }>>;
  };
  readonly responses: Readonly<Record<string, Described>>;
}

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** "POST /api/v1/explain" → its operation. */
export const operationsOf = ({ paths }: Document): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );

/** With what is referred to in its place. Throws where that is not there. */
export function whole(document: Document, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => whole(document, one));
  if (part === null || typeof part !== 'object') return part;
  if ('$ref' in part) {
    const [, , kind = '', name = ''] = String(part.$ref).split('/');
    const found = document.components[kind]?.[name];
    if (!found) throw new Error(`nothing at ${part.$ref}`);
    return whole(document, found);
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, whole(document, value)]));
}

/** What takes time to make and is asked for again and again, by the document and the schema as it is written there. */
const judges = new WeakMap<Document, Map<string, z.ZodType>>();

/** A schema of the document as something that judges values. */
export function judgeOf(document: Document, schema: unknown): z.ZodType {
  const known = judges.get(document) ?? new Map<string, z.ZodType>();
  judges.set(document, known);
  const written = JSON.stringify(schema);
  const judge =
    known.get(written) ?? z.fromJSONSchema(whole(document, schema) as Parameters<typeof z.fromJSONSchema>[0]);
  known.set(written, judge);
  return judge;
}

/** That an answer is one of those that its operation tells of: its status, its kind, its headers, and all that is in it. */
export async function expectTold(document: Document, name: string, answer: Response): Promise<unknown> {
  const operation = operationsOf(document).get(name);
  if (!operation) throw new Error(`no operation ${name}`);
  const told = operation.responses[answer.status];
  expect(told, `${name} → ${answer.status}`).toBeDefined();
  for (const header of ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'Location'])
    if (answer.headers.has(header))
      expect(Object.keys(told?.headers ?? {}), `${name} → ${answer.status}`).toContain(header);
  const kind = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = told?.content?.[kind]?.schema;
  expect(schema, `${name} → ${answer.status} ${kind}`).toBeDefined();
  const body: unknown = JSON.parse(await answer.text());
  const { success, error } = judgeOf(document, schema).safeParse(body);
  expect(success ? null : z.prettifyError(error), `${name} → ${answer.status}`).toBeNull();
  return body;
}
