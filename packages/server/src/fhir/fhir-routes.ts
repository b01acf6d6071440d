/** The FHIR side: a DiagnosticReport in, its explanation out as a document; the same keys, points and turns as the interface for programs. */
import type { Explanation } from '@readingscan/engine';
import type { ProgramReader } from '@readingscan/reader';
import { toFhir } from '@readingscan/render/fhir';
import { FHIR_EXPLAIN } from '@readingscan/web';
import { type Context, Hono } from 'hono';
import type { Access, Caller } from '../api/access.ts';
import { drain } from '../body.ts';
import { type Charging, contentOfWork } from '../credits/charging.ts';
import { orNotPaid } from '../credits/faults.ts';
import { codeOf } from '../failure-code.ts';
import { FAULTS, unforeseen } from '../problem.ts';
import type { Readings } from '../readings.ts';
import { FHIR, OPERATION } from './addresses.ts';
import { askedReport } from './asked-report.ts';
import { fhirResponse, outcomeResponse } from './outcome.ts';
import { capabilityStatement, operationDefinition } from './statements.ts';

interface Deps {
  /** null where nothing costs anything */
  readonly charging?: Charging | null;
  readonly reader: ProgramReader;
  readonly readings: Readings;
  readonly access: Access;
  /** the address of the site, where it is known */
  readonly origin: string | null;
  readonly version: string;
  /** told the kind of a failure and where, nothing more */
  readonly onFailure: (name: string, path: string) => void;
}

export function fhirRoutes({ reader, readings, access, origin, version, onFailure, charging = null }: Deps): Hono<{
  Bindings: Caller['env'];
}> {
  const routes = new Hono<{ Bindings: Caller['env'] }>();
  const at = (c: Context): string => `${origin ?? new URL(c.req.url).origin}${FHIR}`;

  routes.get(`${FHIR}/metadata`, (c) => fhirResponse(JSON.stringify(capabilityStatement(at(c), version))));
  routes.get(`${FHIR}/OperationDefinition/${OPERATION}`, (c) =>
    fhirResponse(JSON.stringify(operationDefinition(at(c)))),
  );

  routes.post(FHIR_EXPLAIN, async (c) => {
    const admitted = await access.admit(c, 'explain');
    const { headers } = admitted;
    if (!admitted.ok) {
      await drain(c.req.raw);
      return outcomeResponse(admitted.fault, headers);
    }
    const { holder } = admitted;
    const { signal } = c.req.raw;
    const name = c.req.header('Idempotency-Key') ?? null;
    const answer = async (): Promise<Response> => {
      const answered = await readings.take<Explanation>(c, askedReport, ({ inputs: [input], options }) => {
        if (!charging || !holder) return reader.explain(input, { ...options, signal });
        const content = contentOfWork('fhir', [input], options);
        return charging.paid({ holder, name, content, texts: 1, signal }, (how) =>
          reader.explain(input, { ...options, ...how }),
        );
      });
      if (answered.kind === 'fault') return outcomeResponse(answered.fault, headers);
      const { result } = answered;
      return result.ok
        ? fhirResponse(toFhir(result.document, new Date().toISOString()), 200, headers)
        : outcomeResponse(result.error, headers);
    };
    return orNotPaid(answer, (problem) => outcomeResponse(problem, headers));
  });
  routes.all(FHIR_EXPLAIN, () => outcomeResponse(FAULTS.method, { Allow: 'POST' }));
  routes.all(`${FHIR}/*`, () => outcomeResponse(FAULTS.notFound));
  routes.onError((error, c) => {
    onFailure(codeOf(error), c.req.routePath);
    return outcomeResponse(unforeseen(error));
  });
  return routes;
}
