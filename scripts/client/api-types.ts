/** The types of the client, written from the description of the interface: every document, problem and request that it tells of. */

type Schema = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const HEAD =
  '/** What the interface of ReadingScan takes and gives. Written by `npm run client` from its description (OpenAPI 3.1): do not change it by hand. */\n';
const JSON_KIND = 'application/json';

/** Throws where a schema says what it cannot write. */
export function apiTypes({ paths, components }: Description): string {
  const jobs = Object.entries(paths).flatMap(([path, { post }]) =>
    post && path.startsWith('/api/') && isAnsweredAtOnce(post) ? [{ path, post }] : [],
  );
  const wanted = new Set(['Problem', ...jobs.map(({ post }) => answerOf(post))]);
  // of what is written, and whatever that is made of
  const named = Object.entries(components.schemas).filter(
    ([name]) => wanted.has(name) || isPartOf(name, wanted, components),
  );
  const names = new Map(named.map(([name, schema]) => [bare(schema), name]));
  const written = named.map(([name, schema]) => `export interface ${name} ${typeOf(schema, names, name)}\n`);
  const operations = jobs.map(
    ({ path, post }) =>
      `  readonly ${post.operationId}: {\n    readonly path: '${path}';\n    readonly body: ${typeOf(bodyOf(post), names)};\n    readonly answer: ${answerOf(post)};\n  };\n`,
  );
  const list = jobs.map(({ path, post }) => `  ${post.operationId}: '${path}',\n`);
  return [
    HEAD,
    ...written,
    `/** By the name of the job. */\nexport interface Operations {\n${operations.join('')}}\n`,
    `export const PATHS: { readonly [Job in keyof Operations]: Operations[Job]['path'] } = {\n${list.join('')}};\n`,
  ].join('\n');
}

/** One report in, one document out. Jobs of many reports are left as lines and looked at later, by their own addresses. */
const isAnsweredAtOnce = ({ requestBody }: Operation): boolean => requestBody?.content[JSON_KIND] !== undefined;

function answerOf({ operationId, responses }: Operation): string {
  const answer = responses['200'] ?? responses['201'];
  const to = String(answer?.content?.[JSON_KIND]?.schema.$ref ?? '');
  if (!to.startsWith(REFERRED)) throw new Error(`${operationId} answers with no document of its own`);
  return to.slice(REFERRED.length);
}

const REFERRED = '#/components/schemas/';

function bodyOf({ operationId, requestBody }: Operation): Schema {
  const schema = requestBody?.content[JSON_KIND]?.schema;
  if (!schema) throw new Error(`${operationId} takes no JSON`);
  return schema;
}

/** A document that is in another, such as the reading in an explanation. */
const isPartOf = (name: string, wanted: ReadonlySet<string>, { schemas }: Description['components']): boolean => {
  const own = JSON.stringify(schemas[name]);
  return [...wanted].some((other) => JSON.stringify(schemas[other] ?? '').includes(own));
};

/** A document is the same whatever a place says of it. */
const bare = ({ description: _, ...schema }: Schema): string => JSON.stringify(schema);

/** `self`: what is being written, which is not told by its own name. */
function typeOf(schema: Schema, names: ReadonlyMap<string, string>, self?: string): string {
  const known = names.get(bare(schema));
  if (known !== undefined && known !== self) return known;
  const inner = (one: unknown): string => typeOf(schemaIn(one), names);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(either)) return either.map(inner).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => inner({ ...schema, type })).join(' | ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return Array.isArray(schema.prefixItems)
        ? `readonly [${schema.prefixItems.map(inner).join(', ')}]`
        : `readonly (${inner(schema.items)})[]`;
    case 'object':
      return objectOf(schema, inner);
    default:
      if (Object.keys(schema).length === 0) return 'unknown';
      throw new Error(`a schema that cannot be written as a type: ${JSON.stringify(schema).slice(0, 120)}`);
  }
}

function objectOf({ properties, required, additionalProperties }: Schema, inner: (one: unknown) => string): string {
  if (properties === undefined) return `Readonly<Record<string, ${inner(additionalProperties ?? {})}>>`;
  const needed = new Set(Array.isArray(required) ? required : []);
  const fields = Object.entries(schemaIn(properties)).map(([name, one]) => {
    const { description } = schemaIn(one);
    const comment = typeof description === 'string' ? `/** ${description.replaceAll('*/', '')} */\n` : '';
    return `${comment}readonly ${/^[\w$]+$/.test(name) ? name : JSON.stringify(name)}${needed.has(name) ? '' : '?'}: ${inner(one)};`;
  });
  return `{\n${fields.join('\n')}\n}`;
}

/** A part of the description: one boundary. */
function schemaIn(part: unknown): Schema {
  if (part === null || typeof part !== 'object' || Array.isArray(part))
    throw new Error('the description holds no schema there');
  return part as Schema;
}
