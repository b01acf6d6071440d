/** A hospital's server for tests, on this machine: it lets a person in as SMART on FHIR asks, looks at all that it is asked with, and serves reports of FHIR R4. */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hospital {
  readonly url: string;
  /** where reports are */
  readonly issuer: string;
  /** all that was wrong with what it was asked */
  readonly faults: string[];
  /** "POST /token" and so on, in order */
  readonly asked: string[];
  /** scopes that it was asked for */
  readonly scopes: string[];
  /** codes that it gave */
  readonly codes: string[];
  /** how it answers from now on */
  behave(next: Behaviour): void;
  close(): Promise<void>;
}

export interface Behaviour {
  readonly refuses?: boolean;
  readonly forgesState?: boolean;
  readonly forgetsPatient?: boolean;
  readonly hasNoReports?: boolean;
  readonly tokenIsOver?: boolean;
  readonly isEndless?: boolean;
  readonly leadsElsewhere?: string;
  readonly withoutPkce?: boolean;
}

export interface Known {
  readonly clientId: string;
  readonly launch: string;
  readonly reports: readonly object[];
  /** by the end of their address */
  readonly binaries?: Readonly<Record<string, object>>;
}

const PATIENT = 'ana-1';
const SCOPES = 'launch patient/DiagnosticReport.rs patient/Binary.r';
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

export async function fakeHospital({ clientId, launch, reports, binaries = {} }: Known): Promise<Hospital> {
  const [faults, asked, scopes, codes]: [string[], string[], string[], string[]] = [[], [], [], []];
  const given = new Map<string, { readonly challenge: string; readonly back: string }>();
  const tokens = new Set<string>();
  let behaviour: Behaviour = {};
  let url = '';
  const check = (isRight: boolean, fault: string): boolean => {
    if (!isRight) faults.push(fault);
    return isRight;
  };

  function authorize(query: URLSearchParams): string {
    const back = query.get('redirect_uri') ?? '';
    check(query.get('client_id') === clientId, 'client');
    check(query.get('aud') === `${url}/fhir`, 'aud');
    check(query.get('launch') === launch, 'launch');
    check(query.get('code_challenge_method') === 'S256', 'method');
    check(/^[\w-]{43}$/.test(query.get('code_challenge') ?? ''), 'challenge');
    check((query.get('state') ?? '').length >= 40, 'state');
    scopes.push(query.get('scope') ?? '');
    const to = new URL(back);
    if (behaviour.refuses) to.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(12).toString('hex');
      given.set(code, { challenge: query.get('code_challenge') ?? '', back });
      codes.push(code);
      to.searchParams.set('code', code);
    }
    to.searchParams.set('state', behaviour.forgesState ? 'x'.repeat(43) : (query.get('state') ?? ''));
    return to.href;
  }

  function tokenFor(body: URLSearchParams): object | null {
    const code = body.get('code') ?? '';
    const one = given.get(code);
    given.delete(code);
    const isRight =
      check(body.get('grant_type') === 'authorization_code', 'grant') &&
      check(one !== undefined, 'code') &&
      check(body.get('redirect_uri') === one?.back, 'redirect') &&
      check(body.get('client_id') === clientId, 'client') &&
      check(!body.has('client_secret'), 'secret') &&
      check(digestOf(body.get('code_verifier') ?? '') === one?.challenge, 'verifier');
    if (!isRight) return null;
    const token = randomBytes(16).toString('hex');
    tokens.add(token);
    const patient = behaviour.forgetsPatient ? {} : { patient: PATIENT };
    return { access_token: token, token_type: 'Bearer', expires_in: 300, scope: SCOPES, ...patient };
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Headers', 'authorization, accept, content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    asked.push(`${request.method} ${pathname}`);
    check(request.headers.cookie === undefined, 'cookie');
    const json = (status: number, value: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    };
    switch (pathname) {
      case '/fhir/.well-known/smart-configuration':
        return json(200, {
          authorization_endpoint: `${behaviour.leadsElsewhere ?? url}/authorize`,
          token_endpoint: `${url}/token`,
          capabilities: ['launch-ehr', 'client-public', 'permission-v2'],
          code_challenge_methods_supported: behaviour.withoutPkce ? ['plain'] : ['S256'],
        });
      case '/authorize':
        return void response.writeHead(303, { Location: authorize(searchParams) }).end();
      case '/token': {
        const told = tokenFor(new URLSearchParams(await bodyOf(request)));
        return told ? json(200, told) : json(400, { error: 'invalid_grant' });
      }
    }
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (behaviour.tokenIsOver || !tokens.has(token)) return json(401, { resourceType: 'OperationOutcome' });
    check(request.method === 'GET', 'changes something');
    if (pathname !== '/fhir/DiagnosticReport') return json(200, binaries[pathname.split('/').at(-1) ?? ''] ?? {});
    check(searchParams.get('patient') === PATIENT, 'patient');
    if (behaviour.isEndless) {
      response.writeHead(200, { 'Content-Type': 'application/fhir+json' });
      const more = (): void => {
        while (!response.destroyed && response.write('['.repeat(65_536)));
      };
      response.on('drain', more);
      return more();
    }
    const page = Number(searchParams.get('page') ?? 0);
    const own = behaviour.hasNoReports ? [] : reports.slice(page, page + 2);
    const next = `${url}/fhir/DiagnosticReport?patient=${PATIENT}&page=${page + 2}`;
    json(200, {
      resourceType: 'Bundle',
      type: 'searchset',
      link: page + 2 < reports.length ? [{ relation: 'next', url: next }] : [],
      entry: own.map((resource) => ({ resource })),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    issuer: `${url}/fhir`,
    faults,
    asked,
    scopes,
    codes,
    behave(next) {
      behaviour = next;
      for (const list of [faults, asked, scopes, codes]) list.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Of the person, or of somebody whose report was sent along by mistake. */
export function reportOf(title: string, date: string, text: string, more: object = {}, patient = PATIENT): object {
  return {
    resourceType: 'DiagnosticReport',
    status: 'final',
    category: [{ coding: [{ code: 'RAD' }] }],
    code: { text: title },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: date,
    ...(text === ''
      ? {}
      : { presentedForm: [{ contentType: 'text/plain', data: Buffer.from(text).toString('base64') }] }),
    ...more,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
