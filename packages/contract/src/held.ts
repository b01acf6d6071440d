/** Holds a schema to the engine's type: a field too many, too few or of another type does not compile. */
import type { z } from 'zod';

/** `true` where each of the two types can stand for the other. */
export type Held<Schema extends z.ZodType, Type> = [z.output<Schema>] extends [Type]
  ? [Type] extends [z.output<Schema>]
    ? true
    : never
  : never;

export const held = <Proof extends true>(_proof: Proof): void => {};
