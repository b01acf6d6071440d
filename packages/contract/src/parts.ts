/** Schemas of the pieces that several documents share. */
import { z } from 'zod';

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
export const span = z.tuple([z.int().min(0), z.int().min(0)]).readonly();
export const spans = list(span);
export const basis = spans;
/** every statement the program makes rests on at least one place */
export const told = z.object({ text: z.string(), basis });
export const tier = z.enum(['emergency', 'urgent', 'soon', 'routine', 'reassuring']);
export const certainty = z.enum(['definite', 'likely', 'possible', 'unlikely', 'excluded']);
export const direction = z.enum(['new', 'increased', 'stable', 'decreased', 'resolved']);
export const modality = z.enum(['CT', 'MR', 'XR', 'US', 'MG', 'NM', 'PT', 'DXA', 'FL', 'IR', 'ECHO', 'ES']);
export const due = z.object({ from: z.string(), earliest: z.string(), latest: z.string().nullable() });
